import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { provedNames } from '#brands/proved-names.ts'
import type { Statement } from '#db/open.ts'
import { postCodes } from '#db/schema.ts'
import { newCode } from '#proofs/code.ts'
import type { AccountFinding } from '#proofs/finding.ts'
import { ownedClaim, type Claim, type ClaimUnknown } from './claim.ts'

export type PostCode = typeof postCodes.$inferSelect

/** A one-time code that spells the domain, so that nobody can be talked into posting another's. */
export function makeCode(
  { clock, random }: Pick<Deps, 'clock' | 'random'>,
  claimId: string,
  domain: string,
): PostCode {
  const issuedAt = clock.now()
  const expiresAt = issuedAt + lifetimes.postCode
  return { code: newCode(random, domain), claimId, domain, location: null, issuedAt, expiresAt }
}

/** The newest code of each domain that may still be posted, newest first; `location` adds the code of that post. */
export async function codesFor(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  claimId: string,
  location: string | null,
): Promise<readonly PostCode[]> {
  const unused = and(isNull(postCodes.location), gt(postCodes.expiresAt, clock.now()))
  const usable = location === null ? unused : or(unused, eq(postCodes.location, location))
  const rows = await db.orm
    .select()
    .from(postCodes)
    .where(and(eq(postCodes.claimId, claimId), usable))
    .orderBy(desc(postCodes.issuedAt), sql`rowid desc`)
  const used = rows.filter((row) => row.location !== null)
  // A post speaks by the code that it was proved with, and by no later one.
  const wanted = used.length > 0 ? used : rows
  return [...new Map(wanted.toReversed().map((row) => [row.domain, row])).values()].toReversed()
}

/** The codes that may still be posted, newest first, by claim. */
export async function unusedCodes(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  of: readonly Pick<Claim, 'id'>[],
): Promise<ReadonlyMap<string, readonly PostCode[]>> {
  const ids = of.map(({ id }) => id)
  const unused = and(isNull(postCodes.location), gt(postCodes.expiresAt, clock.now()))
  const rows = await db.orm
    .select()
    .from(postCodes)
    .where(and(inArray(postCodes.claimId, ids), unused))
    .orderBy(desc(postCodes.issuedAt), sql`rowid desc`)
  return Map.groupBy(rows, (row) => row.claimId)
}

export function storeCode({ db }: Pick<Deps, 'db'>, code: PostCode): Statement {
  return db.orm.insert(postCodes).values(code)
}

/** The code that a post proved its claim with is spent: no other post can use it. Nothing for any other look. */
export function spent(
  { db }: Pick<Deps, 'db'>,
  { finding, codes }: { readonly finding: AccountFinding; readonly codes: readonly PostCode[] },
): readonly Statement[] {
  if (finding.kind !== 'proved' || finding.post === null) return []
  const code = codes.find(({ domain }) => domain === finding.domain)
  if (code === undefined) return []
  return [db.orm.update(postCodes).set({ location: finding.post.url }).where(eq(postCodes.code, code.code))]
}

/** The newest code for the brand's main domain, made when there is none; null while no domain is proved. */
export async function codeToPost(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  claim: Pick<Claim, 'id' | 'brandId'>,
): Promise<PostCode | null> {
  const [domain] = await provedNames(deps, claim.brandId)
  if (domain === undefined) return null
  const known = (await codesFor(deps, claim.id, null)).find((code) => code.domain === domain.name)
  if (known !== undefined) return known
  const code = makeCode(deps, claim.id, domain.name)
  await deps.db.write([storeCode(deps, code)])
  return code
}

export type RenewCodeReason = ClaimUnknown | 'domain_not_proved' | 'too_many_codes'

/** A fresh code; the older one of the same domain is looked for no more, unless a post has proved the claim by it. */
export async function renewCode(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  claimId: string,
): Promise<Result<PostCode, RenewCodeReason>> {
  const { db, clock } = deps
  const owned = await ownedClaim(deps, principal, claimId)
  if (!owned.ok) return owned
  const [domain] = await provedNames(deps, owned.value.brandId)
  if (domain === undefined) return refuse('domain_not_proved', noDomain)
  const lately = and(
    eq(postCodes.claimId, claimId),
    gt(postCodes.issuedAt, clock.now() - lifetimes.betweenDailyLooks),
  )
  const recent = await db.orm
    .select({ issuedAt: postCodes.issuedAt })
    .from(postCodes)
    .where(lately)
    .orderBy(asc(postCodes.issuedAt))
  if (recent.length >= codesPerDay) {
    const wait = (recent[0]?.issuedAt ?? 0) + lifetimes.betweenDailyLooks - clock.now()
    const detail = `This claim had ${codesPerDay} codes within a day. Post the newest one.`
    return refuse('too_many_codes', detail, Math.ceil(wait / second))
  }
  const code = makeCode(deps, claimId, domain.name)
  await db.write([storeCode(deps, code)])
  return ok(code)
}

const codesPerDay = 20

export const noDomain = 'Prove a domain of this brand first: an account can only point to a proved one.'
