import { minute, second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { Panel } from '#base/panel.ts'
import type { Wait } from '#base/wait.ts'
import { providerOf } from '#challenges/dns-providers.ts'
import type { Challenge } from '#challenges/method.ts'
import { panelFor } from '#challenges/panel.ts'
import { zoneOf, type Zone } from '#challenges/zone.ts'
import { drawHopedFor } from '#jobs/budget.ts'
import { bind, newestChallenge } from './challenge.ts'
import type { Domain } from './domain.ts'

/** By record type: what to type at whoever runs the DNS; nothing while that is not known. */
export type ForeseePanels = (domain: Domain) => Promise<readonly Panel[]>

type Known = { readonly zone: Zone | null; readonly at: number }

/** No page waits longer for what it can do without. */
const patience = 1.5 * second
const keptFor = 10 * minute
const keptMax = 1_000

/**
 * Tells before the first look where to type what, by the zone's name servers alone: the names that will be looked at are
 * left alone, so that no resolver keeps a "no". Remembered a while, drawn on the target's budget, never waited for long.
 */
export function foreseePanels(deps: Pick<Deps, 'db' | 'net' | 'clock' | 'site'>, wait: Wait): ForeseePanels {
  const kept = new Map<string, Known>()

  const learn = async (challenge: Challenge, organisationId: string): Promise<Zone | null> => {
    const [primary] = deps.net.resolvers
    if (primary === undefined) return null
    const target = challenge.registrableDomain
    if ((await drawHopedFor(deps, organisationId, target, 'manual', 1)) > 0) return null
    const zone = await zoneOf(primary.dns, challenge)
    const known = zone === 'unregistered' ? null : zone
    if (kept.size >= keptMax) kept.clear()
    kept.set(challenge.domain, { zone: known, at: deps.clock.now() })
    return known
  }

  return async (domain) => {
    const newest = await newestChallenge(deps, domain.id)
    if (newest === null) return []
    const challenge = bind(deps, domain, newest)
    const before = kept.get(domain.name)
    const isFresh = before !== undefined && deps.clock.now() < before.at + keptFor
    const zone = isFresh
      ? before.zone
      : await Promise.race([learn(challenge, domain.organisationId), wait(patience).then(() => null)])
    const provider = zone === null ? null : providerOf(zone.nameServers)
    if (zone === null || provider === null) return []
    return (['dns-txt', 'dns-cname'] as const).map((method) =>
      panelFor(provider, challenge, method, zone.name),
    )
  }
}
