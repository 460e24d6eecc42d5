import { and, asc, eq, inArray, isNull, ne, notExists, notInArray } from 'drizzle-orm'
import { isPlatformKey, platformName, platforms, type PlatformKey } from '#accounts/platforms/index.ts'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { ownedBrand, type BrandUnknown } from '#brands/owned.ts'
import { absences, brands, claims } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { listFrozen } from './denial.ts'

/** "We have no account there", said by a brand of a platform. */
export type Absence = typeof absences.$inferSelect

export type SetAbsencesReason = BrandUnknown | 'brand_frozen' | 'platform_claimed' | 'unknown_platform'

/**
 * Makes these the platforms that the brand says it has no account on, whatever was listed before, or changes nothing.
 * Of a frozen brand the list only grows.
 */
export async function setAbsences(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  brandId: string,
  asked: readonly string[],
): Promise<Result<readonly Absence[], SetAbsencesReason>> {
  const unknown = asked.find((key) => !isPlatformKey(key))
  if (unknown !== undefined) {
    const known = Object.keys(platforms).join(', ')
    return refuse('unknown_platform', `We know no platform “${unknown.slice(0, 60)}”. Known are: ${known}.`)
  }
  const wanted = [...new Set(asked.filter(isPlatformKey))].toSorted()
  const { db, clock } = deps
  const claimed = db.orm
    .select({ platform: claims.platform })
    .from(claims)
    .where(and(eq(claims.brandId, brandId), inArray(claims.platform, wanted), ne(claims.state, 'withdrawn')))
    .limit(1)
  for (;;) {
    const head = await headOf(db, brandId)
    const owned = await ownedBrand(deps, principal, brandId)
    if (!owned.ok) return owned
    const [claim] = await claimed
    if (claim !== undefined) {
      return refuse(
        'platform_claimed',
        `This brand claims an account on ${platformName(claim.platform)}. Withdraw that claim first.`,
      )
    }
    const before = await absencesOf(deps, brandId)
    if (before.map(({ platform }) => platform).join() === wanted.join()) return ok(before)
    const dropped = before.filter(({ platform }) => !wanted.some((key) => key === platform))
    if (owned.value.frozenAt !== null && dropped.length > 0) {
      return listFrozen
    }
    const at = clock.now()
    const decision = {
      act: 'brand.absences_set',
      subject: brandId,
      actor: principal.pseudonym,
      at,
      values: { platforms: wanted.join(',') },
    }
    const written = await db.write([
      db.orm
        .delete(absences)
        .where(and(eq(absences.brandId, brandId), notInArray(absences.platform, wanted))),
      ...addition(deps, brandId, wanted, at),
      // A claim's leaf is about the claim, so that one came first only this row can tell.
      db.orm
        .update(brands)
        .set({ updatedAt: at })
        .where(and(eq(brands.id, brandId), isNull(brands.deletedAt), notExists(claimed))),
      ...(await leafOf(deps, decision, head)),
    ])
    if (written.written) return ok(await absencesOf(deps, brandId))
    if (!raced(written.violated)) throw new Error(`Setting absences failed on ${written.violated}`)
  }
}

function addition({ db }: Pick<Deps, 'db'>, brandId: string, wanted: readonly PlatformKey[], at: number) {
  if (wanted.length === 0) return []
  const rows = wanted.map((platform) => ({ brandId, platform, createdAt: at }))
  return [db.orm.insert(absences).values(rows).onConflictDoNothing()]
}

/** The platforms that a brand says it has no account on, by key. */
export async function absencesOf({ db }: Pick<Deps, 'db'>, brandId: string): Promise<readonly Absence[]> {
  return await db.orm
    .select()
    .from(absences)
    .where(eq(absences.brandId, brandId))
    .orderBy(asc(absences.platform))
}

/** The same for its owner, who alone may ask so. */
export async function listAbsences(
  deps: Pick<Deps, 'db'>,
  principal: Principal,
  brandId: string,
): Promise<Result<readonly Absence[], BrandUnknown>> {
  const owned = await ownedBrand(deps, principal, brandId)
  return owned.ok ? ok(await absencesOf(deps, brandId)) : owned
}
