import type { PlaqueState } from './words.ts'

export type Tone = 'good' | 'caution' | 'stop' | 'past' | 'quiet'

/** A shape, a colour and a word for each state: no one of them carries it alone. Marks stand in a square of 20. */
type Look = { readonly tone: Tone; readonly mark: string; readonly withName?: true }

const ring = 'M10 1a9 9 0 1 0 .01 0z'
const octagon = 'M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z'
const diamond = 'M10 1l9 9-9 9-9-9z'

export const plaqueLooks: Readonly<Record<PlaqueState, Look>> = {
  controlled: { tone: 'good', mark: `${ring}M5.5 10l3.2 3.2 5.8-6`, withName: true },
  at_risk: { tone: 'caution', mark: 'M10 1.5L19 18H1zM10 7v5M10 14v1.6', withName: true },
  lapsed: { tone: 'quiet', mark: 'M2 2h16v16H2zM6 10h8' },
  suspended: { tone: 'stop', mark: `${octagon}M7 7l6 6M13 7l-6 6` },
  expired: { tone: 'past', mark: `${ring}M10 5v5.5l3.5 2` },
  unregistered: { tone: 'quiet', mark: `${diamond}M7 10h6` },
  unknown: { tone: 'quiet', mark: `${diamond}M8 8a2 2 0 1 1 2 2.4v1M10 13.4v1.2` },
  elsewhere: { tone: 'stop', mark: `${ring}M3.8 3.6l12.5 12.6` },
  revoked: { tone: 'stop', mark: `${octagon}M6 10h8` },
  invalid: { tone: 'stop', mark: `${octagon}M10 5v6.5M10 13.6v1.2` },
}
