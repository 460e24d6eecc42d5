import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { brands, claims, domains } from '#db/schema.ts'
import type { Alike, AskedName } from '#lookalikes/alike.ts'
import { differenceOf } from '#lookalikes/difference.ts'
import { findLikenesses } from '#lookalikes/likenesses.ts'
import { inUnicode, nameOfAccount, nameOfDomain } from '#lookalikes/name-of.ts'
import type { Answer, Lookalike } from './answer.ts'
import { brandMark, judge, standingOf } from './judge.ts'
import { brandColumns, claimRecords, domainColumns, publicBrand, spokenOf } from './records.ts'

type Seams = Pick<Deps, 'db' | 'clock'>

const shownMax = 5
/** How many of the strongest are looked at: some may be their owner's own, or stand no more. */
const judgedMax = 10

/** Which answers are not themselves a proved name's, so that one may ask what they look like. */
const unproved: readonly Answer['verdict'][] = [
  'unregistered',
  'declared',
  'lapsed',
  'not_ours',
  'suspended',
  null,
]

/** The answer with what it may be taken for: only what stands proved, and never the same owner's own. */
export async function withLookalikes(seams: Seams, answer: Answer): Promise<Answer> {
  const asked = askedIn(answer)
  if (asked === null || !unproved.includes(answer.verdict)) return answer
  const named = new Set(answer.candidates.map(({ brand }) => brand.id))
  const alikes = (await findLikenesses(seams, asked))
    .filter(({ like }) => !named.has(like.brandId))
    .slice(0, judgedMax)
  if (alikes.length === 0) return answer
  return { ...answer, lookalikes: await judged(seams, answer.query, asked, alikes) }
}

function askedIn({ query }: Answer): AskedName | null {
  switch (query.kind) {
    case 'account': {
      const name = nameOfAccount(query.platform, query.handle)
      return name === null ? null : { kind: 'account', platform: query.platform, name }
    }
    case 'domain': {
      const name = nameOfDomain(query.domain)
      return name === null ? null : { kind: 'domain', domain: query.domain, name }
    }
    case 'name':
      return { kind: 'name', name: query.input.trim().replace(/^@/, '') }
  }
}

async function judged(
  seams: Seams,
  query: Answer['query'],
  asked: AskedName,
  alikes: readonly Alike[],
): Promise<readonly Lookalike[]> {
  const now = seams.clock.now()
  const claimIds = alikes.flatMap(({ like }) => (like.kind === 'account' ? like.subject : []))
  const [rows, records] = await Promise.all([
    othersBrands(seams, query, alikes),
    claimIds.length === 0 ? [] : claimRecords(seams, { claimIds }),
  ])
  return alikes
    .flatMap(({ like, tier, reason }): Lookalike[] => {
      const own = rows.filter(({ brand }) => brand.id === like.brandId)
      const brand = own[0]?.brand
      if (brand === undefined || brand.slug === null) return []
      const mark = brandMark({ ...brand, slug: brand.slug })
      const base = { brand: mark, tier, reason, difference: compared(asked, like) }
      if (like.kind === 'account') {
        const record = records.find(({ claim }) => claim.id === like.subject)
        if (record === undefined) return []
        const { verdict, disputed: _, ...account } = judge(record, now)
        return verdict === 'verified' || verdict === 'at_risk'
          ? [{ ...base, account, domain: null, verdict }]
          : []
      }
      const spoken = own.map(({ domain }) => domain)
      const domain = spoken.find(({ id }) => id === like.subject)?.name ?? brand.slug
      const { verdict } = standingOf(spoken, domain, now)
      return verdict === 'controlled' || verdict === 'at_risk'
        ? [{ ...base, account: null, domain, verdict }]
        : []
    })
    .slice(0, shownMax)
}

/** The brands that are meant, but for those of an organisation that says it holds what was asked for. */
async function othersBrands({ db }: Seams, query: Answer['query'], alikes: readonly Alike[]) {
  const ids = alikes.map(({ like }) => like.brandId)
  const subjects = alikes.flatMap(({ like }) => (like.kind === 'domain' ? like.subject : []))
  const own = ownWordFor(query)
  return await db.orm
    .select({ brand: brandColumns, domain: domainColumns })
    .from(brands)
    .innerJoin(
      domains,
      and(
        eq(domains.brandId, brands.id),
        spokenOf,
        or(eq(domains.name, brands.slug), inArray(domains.id, subjects)),
      ),
    )
    .where(and(inArray(brands.id, ids), publicBrand, own))
}

function ownWordFor(query: Answer['query']): SQL | undefined {
  switch (query.kind) {
    case 'account':
      return sql`not exists (select 1 from ${claims} as own where own.organisation_id = ${brands.organisationId}
        and own.platform = ${query.platform} and own.handle = ${query.handle} and own.state <> 'withdrawn')`
    case 'domain':
      return sql`not exists (select 1 from ${domains} as own where own.organisation_id = ${brands.organisationId}
        and own.name = ${query.domain} and own.state not in ('released', 'revoked'))`
    case 'name':
      return undefined
  }
}

/** Two domains whole; else name by name. */
function compared(asked: AskedName, like: Alike['like']): Lookalike['difference'] {
  if (asked.kind === 'domain' && like.kind === 'domain') {
    return differenceOf(inUnicode(asked.domain), like.name)
  }
  return differenceOf(asked.name, like.kind === 'domain' ? (nameOfDomain(like.name) ?? like.name) : like.name)
}
