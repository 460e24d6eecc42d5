import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import type { Panel } from '#base/panel.ts'
import { ok, type Result } from '#base/result.ts'
import type { Instruction } from '#challenges/method.ts'
import { attemptsOf, type Attempt } from './attempt.ts'
import { newestChallenge } from './challenge.ts'
import type { Domain } from './domain.ts'
import { ownedDomain, type DomainUnknown } from './owned.ts'
import { showDomain } from './show-domain.ts'

/** All that is known of a domain: what to publish, what was looked for and found. */
export type DomainFile = {
  readonly domain: Domain
  readonly instructions: readonly Instruction[]
  readonly challenge: {
    readonly issuedAt: number
    readonly expiresAt: number
    /** It holds the proof, so that nothing else is awaited. */
    readonly isProving: boolean
    readonly isOver: boolean
  }
  /** Newest first. */
  readonly attempts: readonly Attempt[]
  /** By record type: what to type at whoever runs the DNS, as far as a look has told. */
  readonly panels: readonly Panel[]
}

/** A domain of the organisation's, whole. */
export async function domainFile(
  deps: Pick<Deps, 'db' | 'clock' | 'site'>,
  principal: Pick<Principal, 'organisationId'>,
  id: string,
  looksMax?: number,
): Promise<Result<DomainFile, DomainUnknown>> {
  const owned = await ownedDomain(deps, principal, id)
  return owned.ok ? ok(await fileOf(deps, owned.value, looksMax)) : owned
}

export async function fileOf(
  deps: Pick<Deps, 'db' | 'clock' | 'site'>,
  row: Domain,
  looksMax?: number,
): Promise<DomainFile> {
  const [newest, attempts] = await Promise.all([
    newestChallenge(deps, row.id),
    attemptsOf(deps, row.id, looksMax),
  ])
  if (newest === null) throw new Error(`Domain ${row.id} has no challenge`)
  const { domain, instructions } = showDomain(deps, row, newest)
  return {
    domain,
    instructions,
    challenge: {
      issuedAt: newest.issuedAt,
      expiresAt: newest.expiresAt,
      isProving: newest.id === domain.provingChallengeId,
      isOver: deps.clock.now() >= newest.expiresAt,
    },
    attempts,
    panels: panelsIn(attempts, newest.token),
  }
}

/** Where a look said to type this token, and not one of before. */
function panelsIn(attempts: readonly Attempt[], token: string): readonly Panel[] {
  const told = attempts.flatMap(({ panel }) => (panel?.value.includes(token) === true ? [panel] : []))
  return [...new Map(told.toReversed().map((panel) => [panel.type, panel])).values()]
}
