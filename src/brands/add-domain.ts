import { and, countDistinct, eq, gt } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { budget } from '#base/lifetimes.ts'
import { newId } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { parseDomainName, type DomainNameReason } from '#challenges/domain-name.ts'
import { challenges, domains } from '#db/schema.ts'
import { leafOf } from '#log/leaf.ts'
import { newChallenge } from './challenge.ts'
import { noProof, type Domain } from './domain.ts'
import { ownedBrand, type BrandUnknown } from './owned.ts'
import { showDomain, type OwnedDomain } from './show-domain.ts'

export type AddDomainReason = DomainNameReason | BrandUnknown | 'domain_exists' | 'too_many_pending_domains'

/** Says that a brand controls a domain, and hands out what to publish. It reserves nothing: others may say so too. */
export async function addDomain(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'site'>,
  principal: Principal,
  brandId: string,
  text: string,
): Promise<Result<OwnedDomain, AddDomainReason>> {
  const { db, clock, random, site } = deps
  const named = parseDomainName(text, { acceptReserved: site.atHome })
  if (!named.ok) return named
  const brand = await ownedBrand(deps, principal, brandId)
  if (!brand.ok) return brand
  const { name, registrableDomain } = named.value
  if ((await pendingOn(deps, principal, registrableDomain)) >= budget.pendingChallengesPerOrganisation) {
    return refuse(
      'too_many_pending_domains',
      `${budget.pendingChallengesPerOrganisation} names under ${registrableDomain} wait for their proof already. Prove or release some first.`,
    )
  }
  const at = clock.now()
  const domain: Domain = {
    ...noProof,
    state: 'pending',
    stateReason: null,
    readyAt: null,
    tryAt: null,
    id: newId(random, 'dom'),
    organisationId: principal.organisationId,
    brandId,
    name,
    registrableDomain,
    createdAt: at,
    updatedAt: at,
  }
  const challenge = newChallenge(deps, domain.id)
  const decision = {
    act: 'domain.added',
    subject: domain.id,
    actor: principal.pseudonym,
    at,
    values: { domain: name },
  }
  const written = await db.write([
    db.orm.insert(domains).values(domain),
    ...(await leafOf(deps, decision, null)),
    db.orm.insert(challenges).values(challenge),
  ])
  if (written.written) return ok(showDomain(deps, domain, challenge))
  if (written.violated === 'domains.organisation_id, domains.name') {
    return refuse('domain_exists', `Your organisation has ${name} already. Use the one you have.`)
  }
  throw new Error(`Adding a domain failed on ${written.violated}`)
}

async function pendingOn(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  principal: Principal,
  registrableDomain: string,
): Promise<number> {
  const [row] = await db.orm
    .select({ pending: countDistinct(domains.id) })
    .from(domains)
    .innerJoin(challenges, eq(challenges.domainId, domains.id))
    .where(
      and(
        eq(domains.organisationId, principal.organisationId),
        eq(domains.registrableDomain, registrableDomain),
        eq(domains.state, 'pending'),
        gt(challenges.expiresAt, clock.now()),
      ),
    )
  return row?.pending ?? 0
}
