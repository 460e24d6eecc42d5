import { sql } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { budget } from '#base/lifetimes.ts'
import { newId } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { parseDomainName, type DomainNameReason } from '#challenges/domain-name.ts'
import { insertWhere } from '#db/insert-where.ts'
import type { Statement } from '#db/open.ts'
import { challenges, domains } from '#db/schema.ts'
import { keepDomainName } from '#lookalikes/keep-names.ts'
import { leafOf, raced } from '#log/leaf.ts'
import { newChallenge } from './challenge.ts'
import { noProof, type Domain } from './domain.ts'
import { ownedBrand, type BrandUnknown } from './owned.ts'
import { pendingCount, whichIsFull } from './pending.ts'
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
    insertWithRoom(deps, domain),
    ...(await leafOf(deps, decision, null)),
    db.orm.insert(challenges).values(challenge),
    ...keepDomainName(domain),
  ])
  if (written.written) return ok(showDomain(deps, domain, challenge))
  if (written.violated === 'domains.organisation_id, domains.name') {
    return refuse('domain_exists', `Your organisation has ${name} already. Use the one you have.`)
  }
  if (!raced(written.violated)) throw new Error(`Adding a domain failed on ${written.violated}`)
  // Nothing was inserted, so nothing stood before the leaf. Meanwhile there may be room again.
  const full = await whichIsFull(deps, domain)
  return full === null
    ? await addDomain(deps, principal, brandId, text)
    : refuse('too_many_pending_domains', full)
}

/** Counts and inserts in one statement: of many at once no more get in than there is room for. */
function insertWithRoom(deps: Pick<Deps, 'db' | 'clock'>, domain: Domain): Statement {
  const now = deps.clock.now()
  // A brand may pass to others between the reading and this.
  const isOurs = sql`exists (select 1 from brands where id = ${domain.brandId} and organisation_id = ${domain.organisationId})`
  const hasRoom = sql`${isOurs} and (${pendingCount(deps, domain, now, 'target')}) < ${budget.pendingPerTarget}
    and (${pendingCount(deps, domain, now, 'all')}) < ${budget.pendingInAll}`
  return insertWhere(deps.db, domains, domain, hasRoom)
}
