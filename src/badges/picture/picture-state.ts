import type { DomainVerdict } from '#registry/verdict.ts'

/** What a picture may show: a domain's verdict, or that there is no badge to show one from. */
export type PictureState = DomainVerdict | 'expired' | 'unknown'

type Look = {
  /** An outline and what stands in it, in a square of 20: no two states have either in common. */
  readonly shape: string
  readonly glyph: string
  /** The name is shown beside the domain only while its proof stands. */
  readonly withName: boolean
}

export const looks: Readonly<Record<PictureState, Look>> = {
  controlled: {
    shape: 'M10 .5a9.5 9.5 0 1 0 .01 0z',
    glyph: 'M5.7 10.4l3 3 5.7-6.2',
    withName: true,
  },
  at_risk: {
    shape: 'M10 1l9.4 17.5H.6z',
    glyph: 'M10 7.6v4.6M10 15.4v.1',
    withName: true,
  },
  lapsed: {
    shape: 'M3.5 1.5h13a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2z',
    glyph: 'M6 10h8',
    withName: false,
  },
  suspended: {
    shape: 'M6.1.6h7.8l5.5 5.5v7.8l-5.5 5.5H6.1L.6 13.9V6.1z',
    glyph: 'M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4',
    withName: false,
  },
  expired: {
    shape: 'M5.2 1.7h9.6l4.8 8.3-4.8 8.3H5.2L.4 10z',
    glyph: 'M10 5.4v4.9l3.2 1.9',
    withName: false,
  },
  unregistered: {
    shape: 'M10 .4l9.6 9.6-9.6 9.6L.4 10z',
    glyph: 'M7 10h6',
    withName: false,
  },
  unknown: {
    shape: 'M10 .8l9.4 6.9-3.6 11.1H4.2L.6 7.7z',
    glyph: 'M7.7 8.3a2.3 2.3 0 1 1 3.3 2.1c-.7.3-1 .8-1 1.5M10 14.9v.1',
    withName: false,
  },
}
