import { lifetimes } from '#base/lifetimes.ts'
import type { recoveries } from '#db/schema.ts'
import type { GoneReason } from './standing.ts'

export { recoveryStates } from '#db/schema.ts'

export type Recovery = typeof recoveries.$inferSelect

/** What one look told: of the token, and of what a recovery rests on. */
export type RecoveryFinding = {
  readonly token: 'proved' | 'refused' | 'unreachable'
  readonly rest:
    | { readonly kind: 'stands'; readonly isContested: boolean }
    /** Name servers or registration could not be learnt. */
    | { readonly kind: 'unlearnt' }
    | { readonly kind: 'gone'; readonly reason: GoneReason }
}

/**
 * What a recovery is after this look. Pure: its whole life but for what people decide. The brand passes once looks have
 * seen the token for 72 h, none of them refused it, and no more than a day went by between two; a veto leaves the
 * counting on, and the passing to a person.
 */
export function settleRecovery(before: Recovery, { token, rest }: RecoveryFinding, now: number): Recovery {
  if (!isOpen(before)) return before
  const recovery = { ...before, lookedAt: now }
  if (rest.kind === 'gone') return { ...recovery, state: 'ended', reason: rest.reason, updatedAt: now }
  if (token === 'refused') return overdue(unseen(recovery, now), now)
  if (token === 'unreachable' || rest.kind === 'unlearnt') return overdue(recovery, now)
  const goesOn = recovery.lastSeenAt !== null && now - recovery.lastSeenAt <= lifetimes.recoverySilence
  const seenSince = goesOn && recovery.seenSince !== null ? recovery.seenSince : now
  const updatedAt = seenSince === recovery.seenSince ? recovery.updatedAt : now
  const seen: Recovery = { ...recovery, seenSince, lastSeenAt: now, updatedAt }
  if (seen.state === 'disputed') return seen
  const shown: Recovery = seen.state === 'watching' ? seen : { ...seen, state: 'watching', updatedAt: now }
  if (now < seenSince + lifetimes.recoverySpan) return shown
  // Somebody else shows control of the name as well: which of them it belongs to no look can tell.
  if (rest.isContested && shown.upheldAt === null) {
    return { ...shown, state: 'disputed', reason: 'contested', updatedAt: now }
  }
  return { ...shown, state: 'completed', updatedAt: now }
}

export function isOpen({ state }: Pick<Recovery, 'state'>): boolean {
  return state === 'waiting' || state === 'watching' || state === 'disputed'
}

/** When the brand passes at the earliest; null while nothing counts. */
export function passesAt({ state, seenSince }: Pick<Recovery, 'state' | 'seenSince'>): number | null {
  return state === 'watching' && seenSince !== null ? seenSince + lifetimes.recoverySpan : null
}

/** From when the incumbent may be counted on to have been told of this span. */
export function beginsToCount(before: Recovery, after: Recovery): boolean {
  return after.seenSince !== null && after.seenSince !== before.seenSince
}

/** One refusal, and the span begins anew. */
function unseen(recovery: Recovery, now: number): Recovery {
  if (recovery.seenSince === null) return recovery
  const state = recovery.state === 'disputed' ? 'disputed' : 'waiting'
  return { ...recovery, state, seenSince: null, lastSeenAt: null, updatedAt: now }
}

/** A token that nobody sees in time is over; while a person decides nothing is. */
function overdue(recovery: Recovery, now: number): Recovery {
  if (recovery.state !== 'waiting' || now < recovery.expiresAt) return recovery
  return { ...recovery, state: 'ended', reason: 'token_over', updatedAt: now }
}
