import { and, eq, inArray } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import type { DomainName } from '#challenges/domain-name.ts'
import { brands, domains } from '#db/schema.ts'
import type { Answer } from './answer.ts'
import { absencesOf, speaks } from './disavowals.ts'
import { brandMark, domainMark } from './judge.ts'
import { newestLeaf, publicBrand, spokenOf } from './records.ts'
import { domainVerdict } from './verdict.ts'

/** Whose a domain is: its own proof, or the DNS proof of a name above it. A web proof covers its one host only. */
export async function lookUpDomain(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  input: string,
  { name, registrableDomain }: Pick<DomainName, 'name' | 'registrableDomain'>,
): Promise<Answer> {
  const now = clock.now()
  const labels = name.split('.')
  // Never above the registrable domain: whoever owns a shared suffix does not own its tenants.
  const covering = labels
    .map((_, index) => labels.slice(index).join('.'))
    .filter((above) => above.length >= registrableDomain.length)
  const rows = await db.orm
    .select({ domain: domains, brand: brands, logIndex: newestLeaf(domains.id) })
    .from(domains)
    .innerJoin(brands, and(eq(brands.id, domains.brandId), publicBrand))
    .where(and(inArray(domains.name, covering), spokenOf))
  const standing = { controlled: 0, suspended: 1, at_risk: 2, lapsed: 3, unregistered: 4 }
  const [best] = rows
    .filter(({ domain }) => domain.name === name || domain.strength === 'dns')
    .map((row) => ({ ...row, verdict: domainVerdict(row.domain, now) }))
    .filter((row) => row.verdict !== 'unregistered')
    .toSorted(
      (one, other) =>
        // What has ended yields to a standing proof above it.
        Number(one.verdict === 'lapsed') - Number(other.verdict === 'lapsed') ||
        other.domain.name.length - one.domain.name.length ||
        standing[one.verdict] - standing[other.verdict] ||
        other.domain.updatedAt - one.domain.updatedAt,
    )
  const answer = {
    query: { input, kind: 'domain', domain: name },
    disputed: false,
    account: null,
    decidedBy: null,
    claimedBy: [],
    candidates: [],
    lookalikes: [],
    asOf: now,
  } as const
  if (best === undefined || best.brand.slug === null) {
    return {
      ...answer,
      verdict: 'unregistered',
      brand: null,
      matchedDomain: null,
      proofs: [],
      absentFrom: [],
      frozenAt: null,
      logIndex: null,
    }
  }
  const matched = best.verdict === 'controlled' || best.verdict === 'at_risk' ? best.domain.name : null
  const absent = await absencesOf({ db }, [best.brand.id])
  return {
    ...answer,
    verdict: best.verdict,
    brand: brandMark({ ...best.brand, slug: best.brand.slug }),
    matchedDomain: matched,
    proofs: matched === null ? [] : domainMark(best.domain),
    absentFrom: speaks(best.verdict) ? (absent.get(best.brand.id) ?? []) : [],
    frozenAt: best.brand.frozenAt,
    logIndex: best.logIndex,
  }
}
