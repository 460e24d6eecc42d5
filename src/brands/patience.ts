import { second } from '#base/clock.ts'
import { lifetimes, tries } from '#base/lifetimes.ts'
import type { Domain } from './domain.ts'

/**
 * When to look again, by ourselves, for a token whose owner said at `readyAt` that it is published: after 5 s, 15 s,
 * 30 s … up to hourly, and never sooner than resolvers forget the "no" that they keep. Pure.
 * @param negativeTtl seconds, as the zone says, of which a day counts at most; 0 when it did not say
 */
export function nextTry(readyAt: number, now: number, negativeTtl: number): number {
  let passed = 0
  const wait = tries.find((step) => (passed += step) > now - readyAt) ?? tries[tries.length - 1] ?? 0
  return now + Math.max(wait, Math.min(negativeTtl * second, lifetimes.negativeAnswer))
}

/** What a domain is while its owner waits for a token to be seen, until `challengeEnd`; then nobody waits any more. */
export function awaiting(
  domain: Domain,
  readyAt: number,
  now: number,
  negativeTtl: number,
  challengeEnd: number,
): Domain {
  const tryAt = nextTry(readyAt, now, negativeTtl)
  return tryAt < challengeEnd ? { ...domain, readyAt, tryAt } : awaitingNothing(domain)
}

/** Nobody waits any more: what was awaited has been seen, or can no longer be. */
export function awaitingNothing(domain: Domain): Domain {
  return domain.readyAt === null && domain.tryAt === null ? domain : { ...domain, readyAt: null, tryAt: null }
}

/**
 * From when the daily look at a proof is due. It may be made up to `dailyLookSpread` sooner, but the one that makes a
 * web proof public not before it is mature.
 */
export function dailyLookAt(domain: Domain): number {
  if (domain.lookedAt === null) return 0
  const daily = domain.lookedAt + lifetimes.betweenDailyLooks
  const mature = maturesAt(domain)
  if (mature === null || mature <= domain.lookedAt) return daily
  return Math.min(daily, mature + lifetimes.dailyLookSpread)
}

/** From when a look that still finds it makes a web proof of a mere host public; null when nothing matures. */
export function maturesAt({
  state,
  publicFrom,
  firstProvedAt,
}: Pick<Domain, 'state' | 'publicFrom' | 'firstProvedAt'>): number | null {
  if (state !== 'proved' || publicFrom !== null || firstProvedAt === null) return null
  return firstProvedAt + lifetimes.webProofMaturing
}
