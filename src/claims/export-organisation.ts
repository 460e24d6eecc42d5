import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import {
  absences,
  accountProofs,
  apiKeys,
  attempts,
  brands,
  challenges,
  claims,
  disavowals,
  domains,
  formerHandles,
  memberships,
  notices,
  organisations,
  people,
} from '#db/schema.ts'
import { profileOf } from '#registry/judge.ts'

/** SQLite takes so many values in one question with room to spare. */
const idsAtOnce = 500

/** Everything that an organisation has here, as it is stored, and nothing that would let anybody in. */
export async function exportOrganisation({ db }: Pick<Deps, 'db'>, { organisationId }: Principal) {
  const { orm } = db
  const [organisation] = await orm.select().from(organisations).where(eq(organisations.id, organisationId))
  if (organisation === undefined) throw new Error(`Organisation ${organisationId} is gone`)
  const { id, name, email, twoPersonLockAt, createdAt } = organisation
  const ownBrands = await orm
    .select()
    .from(brands)
    .where(and(eq(brands.organisationId, organisationId), isNull(brands.deletedAt)))
    .orderBy(asc(brands.createdAt), asc(brands.id))
  const ownDomains = await orm.select().from(domains).where(eq(domains.organisationId, organisationId))
  const ownClaims = await orm.select().from(claims).where(eq(claims.organisationId, organisationId))
  const brandIds = ownBrands.map((brand) => brand.id)
  const claimIds = ownClaims.map((claim) => claim.id)
  const domainIds = ownDomains.map((domain) => domain.id)
  return {
    organisation: { id, name, email, twoPersonLockAt, createdAt },
    members: await orm
      .select({
        email: people.email,
        role: memberships.role,
        createdAt: memberships.createdAt,
        endsAt: memberships.endsAt,
        endedAt: memberships.endedAt,
      })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(eq(memberships.organisationId, organisationId)),
    keys: await orm
      .select({
        id: apiKeys.id,
        name: apiKeys.name,
        hint: apiKeys.hint,
        scopes: apiKeys.scopes,
        createdAt: apiKeys.createdAt,
        expiresAt: apiKeys.expiresAt,
        revokedAt: apiKeys.revokedAt,
      })
      .from(apiKeys)
      .where(eq(apiKeys.organisationId, organisationId)),
    brands: ownBrands,
    domains: ownDomains,
    challenges: await inParts(domainIds, (part) =>
      orm
        .select()
        .from(challenges)
        .where(inArray(challenges.domainId, [...part])),
    ),
    accounts: ownClaims.map((claim) => ({ ...claim, url: profileOf(claim.platform, claim.handle) })),
    accountProofs: await inParts(claimIds, (part) =>
      orm
        .select()
        .from(accountProofs)
        .where(inArray(accountProofs.claimId, [...part])),
    ),
    formerHandles: await inParts(claimIds, (part) =>
      orm
        .select()
        .from(formerHandles)
        .where(inArray(formerHandles.claimId, [...part])),
    ),
    notOurs: await inParts(brandIds, (part) =>
      orm
        .select()
        .from(disavowals)
        .where(inArray(disavowals.brandId, [...part])),
    ),
    absences: await inParts(brandIds, (part) =>
      orm
        .select()
        .from(absences)
        .where(inArray(absences.brandId, [...part])),
    ),
    attempts: await inParts([...domainIds, ...claimIds], (part) =>
      orm
        .select()
        .from(attempts)
        .where(inArray(attempts.subject, [...part]))
        .orderBy(asc(attempts.id)),
    ),
    notices: await orm
      .select()
      .from(notices)
      .where(eq(notices.organisationId, organisationId))
      .orderBy(asc(notices.createdAt), asc(notices.id)),
  }
}

async function inParts<Row>(
  ids: readonly string[],
  read: (part: readonly string[]) => PromiseLike<readonly Row[]>,
): Promise<readonly Row[]> {
  const all: Row[] = []
  for (let from = 0; from < ids.length; from += idsAtOnce)
    all.push(...(await read(ids.slice(from, from + idsAtOnce))))
  return all
}
