import type { DomainVerdict } from '#registry/verdict.ts'

/** What a picture may show: a domain's verdict, or that there is no badge to show one from. */
export type PictureState = DomainVerdict | 'expired' | 'unknown'

type Look = {
  /** On white at least 5:1, and each with a shape and a word of its own: colour alone tells nothing. */
  readonly colour: string
  readonly word: string
  /** Completes "acme.com: …". */
  readonly sentence: string
  /** A mark in a square of 20. */
  readonly mark: string
  /** The name is shown beside the domain only while its proof stands. */
  readonly withName: boolean
}

const ring = 'M10 1a9 9 0 1 0 .01 0z'

export const looks: Readonly<Record<PictureState, Look>> = {
  controlled: {
    colour: '#0b6b3a',
    word: 'Domain proved',
    sentence: 'its owners proved this domain',
    mark: `${ring}M5.5 10l3.2 3.2 5.8-6`,
    withName: true,
  },
  at_risk: {
    colour: '#8a4b00',
    word: 'Not confirmed',
    sentence: 'not confirmed for now',
    mark: 'M10 1.5L19 18H1zM10 7v5M10 14v1.6',
    withName: true,
  },
  lapsed: {
    colour: '#4f5660',
    word: 'No longer proved',
    sentence: 'no longer proved',
    mark: 'M2 2h16v16H2zM6 10h8',
    withName: false,
  },
  suspended: {
    colour: '#a8121b',
    word: 'Do not trust',
    sentence: 'do not trust it for now',
    mark: 'M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3zM7 7l6 6M13 7l-6 6',
    withName: false,
  },
  expired: {
    colour: '#5b3a8c',
    word: 'Expired',
    sentence: 'this badge has expired',
    mark: `${ring}M10 5v5.5l3.5 2`,
    withName: false,
  },
  unregistered: {
    colour: '#3d4a5c',
    word: 'Not in the registry',
    sentence: 'not in the registry, which does not make it fake',
    mark: 'M10 1l9 9-9 9-9-9zM7 10h6',
    withName: false,
  },
  unknown: {
    colour: '#3d4a5c',
    word: 'Unknown',
    sentence: 'not known',
    mark: 'M10 1l9 9-9 9-9-9zM8 8a2 2 0 1 1 2 2.4v1M10 13.4v1.2',
    withName: false,
  },
}
