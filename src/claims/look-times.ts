import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { registrable } from '#base/registrable.ts'
import { hostOfAccount } from '#proofs/look-account.ts'
import { proofEnd } from '#registry/judge.ts'
import type { ClaimFile } from './claim-file.ts'
import type { Claim } from './claim.ts'

/**
 * When the account is looked at next by itself: daily, spread so that looks do not bunch; an hour after it was missing;
 * and when a proof ends. Null where nothing stands.
 */
export function nextAccountLookAt(
  { clock, random }: Pick<Deps, 'clock' | 'random'>,
  { claim, proofs }: ClaimFile,
): number | null {
  const isLive = claim.accountState === 'proved' || claim.accountState === 'failing'
  if (claim.state !== 'open' || !isLive) return null
  const early = ((random.bytes(1)[0] ?? 0) / 256) * lifetimes.dailyLookSpread
  const daily = (claim.lookedAt ?? clock.now()) + lifetimes.betweenDailyLooks - early
  const second = claim.missingSince === null ? Infinity : claim.missingSince + lifetimes.secondLook
  const ends = proofs.map(proofEnd).filter((end) => end > clock.now())
  return Math.floor(Math.max(clock.now(), Math.min(daily, second, ...ends)))
}

/** The budgets that a look draws on: the account's, and that of the host which a pasted post names, whichever it is. */
export function targetsOf(
  { platform, handle }: Pick<Claim, 'platform' | 'handle'>,
  postUrl: string | null,
): ReadonlySet<string> {
  const post = postUrl === null ? [] : [registrable(new URL(postUrl).hostname)]
  return new Set([targetOf(platform, handle), ...post])
}

/** The registrable domain whose budget a look at the account draws on. */
export function targetOf(platform: string, handle: string): string {
  const host = hostOfAccount(platform, handle)
  return host === null ? platform : registrable(host)
}
