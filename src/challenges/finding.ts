import type { Finding, Refused, Unlearnt } from './method.ts'
import type { RefusedReason, UnlearntReason } from './reasons.ts'

export const proved: Finding = { kind: 'proved' }

/** `negativeTtl` in seconds; null when nobody said how long the "no" is kept. */
export function refused(reason: RefusedReason, detail: string, negativeTtl: number | null = null): Refused {
  return negativeTtl === null
    ? { kind: 'refused', reason, detail }
    : { kind: 'refused', reason, detail, negativeTtl }
}

export function unlearnt(reason: UnlearntReason, detail: string): Unlearnt {
  return { kind: 'unreachable', reason, detail }
}
