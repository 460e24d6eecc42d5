import type { Deps } from '#base/deps.ts'
import { instruct } from '#challenges/instruct.ts'
import type { Instruction } from '#challenges/method.ts'
import { bind, newestChallenge, type StoredChallenge } from './challenge.ts'
import { expire, type Domain } from './domain.ts'

/** A domain as its owner sees it. */
export type OwnedDomain = {
  readonly domain: Domain
  readonly instructions: readonly Instruction[]
  /** Until when the token can be first proved. */
  readonly challengeExpiresAt: number
}

export function showDomain(
  deps: Pick<Deps, 'clock' | 'site'>,
  domain: Domain,
  challenge: StoredChallenge,
): OwnedDomain {
  return {
    domain: expire(domain, deps.clock.now()),
    instructions: instruct(bind(deps, domain, challenge)),
    challengeExpiresAt: challenge.expiresAt,
  }
}

export async function showDomains(
  deps: Pick<Deps, 'db' | 'clock' | 'site'>,
  rows: readonly Domain[],
): Promise<readonly OwnedDomain[]> {
  const shown = await Promise.all(
    rows.map(async (domain) => {
      const newest = await newestChallenge(deps, domain.id)
      return newest === null ? [] : [showDomain(deps, domain, newest)]
    }),
  )
  return shown.flat()
}
