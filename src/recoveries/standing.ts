import { lifetimes } from '#base/lifetimes.ts'
import type { Brand } from '#brands/brand.ts'
import { endOf, holdsName, isPublic, type Domain } from '#brands/domain.ts'

/** Why a recovery has nothing, or nothing any more, to rest on. */
export const goneReasons = [
  'domain_not_proved',
  'proof_too_young',
  'name_servers_changed',
  'registration_changed',
  'asker_frozen',
] as const
export type GoneReason = (typeof goneReasons)[number] | 'brand_gone'

/** One decision about the domain, as the log has it. */
export type Past = { readonly act: string; readonly method: string | null; readonly at: number }

/** What it was when it was asked; of a recovery that is only now asked for, as it is. */
export type Asked = {
  readonly incumbentId: string
  readonly domain: string
  readonly nameServers: readonly string[]
  readonly registeredAt: number | null
}

const steady = new Set([
  'domain.proved',
  'domain.proved_anew',
  'domain.failing',
  'domain.recovered',
  'domain.matured',
  'domain.passed',
  'domain.regained',
])
/** With these somebody else's time began. */
const beginnings = new Set(['domain.proved', 'domain.passed', 'domain.regained'])

/**
 * Since when a domain has been proved by DNS without a break, in one organisation's hands and in a zone that did not
 * move; null when it is not. Pure, of the domain's own decisions, oldest first.
 */
export function steadySince(history: readonly Past[]): number | null {
  let since: number | null = null
  for (const { act, method, at } of history.toReversed()) {
    if (!steady.has(act) || (method !== 'dns-txt' && method !== 'dns-cname')) break
    since = at
    if (beginnings.has(act)) break
  }
  return since
}

/** Why the brand cannot be regained by its main domain; null when it can. Pure. */
export function whyNot(
  asked: Asked,
  brand: Brand,
  domain: Domain,
  history: readonly Past[],
  now: number,
): GoneReason | null {
  if (brand.deletedAt !== null || brand.organisationId !== asked.incumbentId) return 'brand_gone'
  if (domain.stateReason === 'registration_changed') return 'registration_changed'
  const isProved = holdsName(domain) && isPublic(domain) && (endOf(domain) ?? 0) > now
  if (brand.slug !== asked.domain || domain.brandId !== brand.id || !isProved) return 'domain_not_proved'
  const known = domain.nameServers
  if (domain.tokenDemandedAt !== null || known === null) return 'name_servers_changed'
  if (!known.every((server) => asked.nameServers.includes(server))) return 'name_servers_changed'
  const since = domain.strength === 'dns' ? steadySince(history) : null
  if (since === null || now - since < lifetimes.recoveryProved) return 'proof_too_young'
  return null
}
