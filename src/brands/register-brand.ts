import { and, eq, notInArray } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { refuse, type Result } from '#base/result.ts'
import { parseDomainName } from '#challenges/domain-name.ts'
import { domains } from '#db/schema.ts'
import { addDomain, type AddDomainReason } from './add-domain.ts'
import type { BrandText } from './brand.ts'
import { createBrand } from './create-brand.ts'
import { deleteBrand } from './delete-brand.ts'
import { whichIsFull } from './pending.ts'
import type { OwnedDomain } from './show-domain.ts'

/** Enters a brand with its first domain, or does neither. */
export async function registerBrand(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'site'>,
  principal: Principal,
  text: BrandText,
  domainText: string,
): Promise<Result<OwnedDomain, AddDomainReason>> {
  const named = parseDomainName(domainText, { acceptReserved: deps.site.atHome })
  if (!named.ok) return named
  const { name, registrableDomain } = named.value
  if ((await ownDomainNamed(deps, principal, name)) !== null) {
    return refuse('domain_exists', `Your organisation has ${name} already. Use the one you have.`)
  }
  const full = await whichIsFull(deps, { organisationId: principal.organisationId, registrableDomain })
  if (full !== null) return refuse('too_many_pending_domains', full)
  const brand = await createBrand(deps, principal, text)
  const added = await addDomain(deps, principal, brand.id, domainText)
  // Somebody of the same organisation came between: a brand that nobody asked for by itself must not stay.
  if (!added.ok) await deleteBrand(deps, principal, brand.id)
  return added
}

/** The organisation's own domain of this name, to go on with; null when there is none. */
export async function ownDomainNamed(
  { db }: Pick<Deps, 'db'>,
  { organisationId }: Pick<Principal, 'organisationId'>,
  name: string,
): Promise<string | null> {
  const own = and(
    eq(domains.organisationId, organisationId),
    eq(domains.name, name),
    notInArray(domains.state, ['released', 'revoked']),
  )
  const [domain] = await db.orm.select({ id: domains.id }).from(domains).where(own)
  return domain?.id ?? null
}
