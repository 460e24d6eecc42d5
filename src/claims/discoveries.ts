import { and, asc, eq, inArray, ne, or } from 'drizzle-orm'
import type { Account } from '#accounts/platform.ts'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, type Result } from '#base/result.ts'
import { ownedBrand, type BrandUnknown } from '#brands/owned.ts'
import { provedNames } from '#brands/proved-names.ts'
import { absences, claims, siteAccounts, siteReadings } from '#db/schema.ts'
import type { SiteSource } from '#listings/read-site.ts'
import { profileOf } from '#registry/judge.ts'
import { disavowalsOf } from './disavowal.ts'
import { lacking } from './lacking.ts'
import { showClaimsOfBrand, type OwnedClaim } from './show-claims.ts'

/** An account that a site of the brand's lists: an offer, and never a claim by itself. */
export type Discovered = {
  readonly account: Account
  readonly domain: string
  readonly sources: readonly SiteSource[]
  readonly seenAt: number
  /** The organisation's own claim on it. */
  readonly claimId: string | null
  /** What is still to be done, as a plain sentence. */
  readonly lacks: string
}

export type Reading = {
  readonly domain: string
  /** Null while nobody has read the site. */
  readonly seen: Omit<typeof siteReadings.$inferSelect, 'domainId'> | null
}

export type Discoveries = {
  readonly found: readonly Discovered[]
  /** The reverse: claims whose account no site of the brand's lists. */
  readonly unlisted: readonly OwnedClaim[]
  readonly readings: readonly Reading[]
}

type Seams = Pick<Deps, 'db' | 'clock' | 'credentials'>

/** What the sites of a brand's proved domains list, beside what the brand has claimed. Looks at nothing. */
export async function discoveriesOf(
  deps: Seams,
  principal: Principal,
  brandId: string,
): Promise<Result<Discoveries, BrandUnknown>> {
  const brand = await ownedBrand(deps, principal, brandId)
  if (!brand.ok) return brand
  const domains = await provedNames(deps, brandId)
  const ids = domains.map(({ id }) => id)
  const { orm } = deps.db
  const [shown, readings, listed, held, disavowed, absent] = await Promise.all([
    showClaimsOfBrand(deps, brandId),
    orm.select().from(siteReadings).where(inArray(siteReadings.domainId, ids)),
    orm
      .select()
      .from(siteAccounts)
      .where(inArray(siteAccounts.domainId, ids))
      .orderBy(asc(siteAccounts.platform), asc(siteAccounts.handle), asc(siteAccounts.source)),
    claimsOnListed(deps, principal, ids),
    disavowalsOf(deps, brandId),
    orm.select().from(absences).where(eq(absences.brandId, brandId)),
  ])
  const found = domains.flatMap((domain) => {
    const here = listed.filter(({ domainId }) => domainId === domain.id)
    return [...Map.groupBy(here, keyOf).values()].flatMap((rows): Discovered[] => {
      const [row] = rows
      if (row === undefined) return []
      const { platform, handle } = row
      const account = { platform, handle, url: profileOf(platform, handle) }
      const known = held.filter((claim) => keyOf(claim) === keyOf(account))
      const own = known.find(({ organisationId }) => organisationId === principal.organisationId)
      const mine = shown.find(({ claim }) => claim.id === own?.id)
      const isDenied =
        disavowed.some((one) => keyOf(one) === keyOf(account)) ||
        absent.some((one) => one.platform === platform)
      const isElsewhere = own !== undefined && mine === undefined
      const isTaken = known.some(({ organisationId }) => organisationId !== principal.organisationId)
      return [
        {
          account,
          domain: domain.name,
          sources: rows.map(({ source }) => source),
          seenAt: Math.max(...rows.map(({ seenAt }) => seenAt)),
          claimId: own?.id ?? null,
          lacks: lacking(deps, { account, domains, mine, isElsewhere, isDenied, isTaken }),
        },
      ]
    })
  })
  return ok({
    found,
    unlisted: shown.filter(({ claim }) => claim.published === false),
    readings: domains.map(({ id, name }) => {
      return { domain: name, seen: readings.find(({ domainId }) => domainId === id) ?? null }
    }),
  })
}

/** The organisation's own claims on what these domains' sites list, and those that the account agreed with. */
async function claimsOnListed(
  { db }: Pick<Deps, 'db'>,
  { organisationId }: Principal,
  domainIds: readonly string[],
) {
  const counts = or(
    eq(claims.organisationId, organisationId),
    inArray(claims.accountState, ['proved', 'failing']),
  )
  const same = and(eq(claims.platform, siteAccounts.platform), eq(claims.handle, siteAccounts.handle))
  return await db.orm
    .selectDistinct({
      id: claims.id,
      organisationId: claims.organisationId,
      platform: claims.platform,
      handle: claims.handle,
    })
    .from(siteAccounts)
    .innerJoin(claims, same)
    .where(and(inArray(siteAccounts.domainId, [...domainIds]), ne(claims.state, 'withdrawn'), counts))
}

function keyOf({ platform, handle }: Pick<Account, 'platform' | 'handle'>): string {
  return `${platform} ${handle}`
}
