import type { Answer } from '#registry/answer.ts'
import { isOthers, type Relation } from './words.ts'

export type Verdict = NonNullable<Answer['verdict']>
export type Icon =
  | 'check'
  | 'key'
  | 'person'
  | 'warning'
  | 'past'
  | 'speech'
  | 'stop'
  | 'empty'
  | 'names'
  | 'scales'
export type Tone = 'proved' | 'other' | 'caution' | 'stop' | 'said' | 'quiet'

/** Shape, word and colour together: no one of them carries the answer alone. */
export type Mark = { readonly icon: Icon; readonly word: string; readonly tone: Tone }

/** That an account is disavowed is somebody's word like a declaration, and looks like one: it makes nothing fake. */
const marks: Readonly<Record<Verdict, Mark>> = {
  verified: { icon: 'check', word: 'Verified', tone: 'proved' },
  controlled: { icon: 'key', word: 'Controlled', tone: 'proved' },
  at_risk: { icon: 'warning', word: 'At risk', tone: 'caution' },
  lapsed: { icon: 'past', word: 'Lapsed', tone: 'quiet' },
  suspended: { icon: 'stop', word: 'Suspended', tone: 'stop' },
  declared: { icon: 'speech', word: 'Only said', tone: 'said' },
  not_ours: { icon: 'speech', word: 'Not its own', tone: 'said' },
  unregistered: { icon: 'empty', word: 'Not registered', tone: 'quiet' },
}

const others: Readonly<Partial<Record<Relation, string>>> = {
  employee: 'Employee’s own',
  partner: 'Partner’s own',
  reseller: 'Reseller’s own',
  fan: 'Run by fans',
}

export const disputedMark: Mark = { icon: 'scales', word: 'Disputed', tone: 'caution' }
export const nameMark: Mark = { icon: 'names', word: 'A name', tone: 'quiet' }

export function markOf(verdict: Verdict | null, relation: Relation | null): Mark {
  if (verdict === null) return nameMark
  if (verdict === 'verified' && relation !== null && isOthers(relation)) {
    return { icon: 'person', word: others[relation] ?? 'Somebody else’s', tone: 'other' }
  }
  return marks[verdict]
}
