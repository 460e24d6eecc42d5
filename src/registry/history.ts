import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, max, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '#base/deps.ts'
import { brands, claims, domains, leafValues, leaves } from '#db/schema.ts'
import { publicBrand } from './records.ts'

/** Decisions that change what the public is told. The rest of the log is of keys, members and what is not public yet. */
export const toldActs = [
  'domain.proved',
  'domain.failing',
  'domain.recovered',
  'domain.lapsed',
  'domain.passed',
  'domain.matured',
  'domain.suspended',
  'domain.released',
  'claim.verified',
  'claim.failing',
  'claim.recovered',
  'claim.lapsed',
  'claim.suspended',
  'claim.reopened',
  'claim.renamed',
  'claim.withdrawn',
  'account.disavowed',
  'account.disavowal_withdrawn',
  'brand.frozen',
  'brand.thawed',
  'brand.regained',
] as const
export type ToldAct = (typeof toldActs)[number]

/** A decision about a brand, as everybody may read it. */
export type Event = {
  readonly logIndex: number
  readonly at: number
  readonly act: ToldAct
  /** The brand's address today. */
  readonly slug: string
  /** The domain or the account's address that it is about; null of the whole brand, and once it was erased. */
  readonly about: string | null
}

export type EventPage = { readonly items: readonly Event[]; readonly next: number | null }

type Wanted = {
  /** Of one brand; of all when absent. */
  readonly brandId?: string
  /** Of the one account, domain or brand that this entry of the log is about. */
  readonly sameAs?: number
  /** Only what the log holds before this entry. */
  readonly before?: number | undefined
  readonly limit: number
}

const leaf = z.object({ act: z.enum(toldActs) })

/** How many entries one page may pass over for those that it tells: of one brand's, and of everybody's. */
const passedMax = 1_000
const scannedMax = 20_000

/** What was decided about public brands, newest first. `next` is where the following page starts. */
export async function listEvents(
  seams: Pick<Deps, 'db' | 'clock'>,
  { brandId, sameAs, before, limit }: Wanted,
): Promise<EventPage> {
  // Most of the log may be of what is not told: a page of all brands looks through a stretch of it, and no more.
  const isOfAll = brandId === undefined && sameAs === undefined
  const from = isOfAll ? await stretchBefore(seams, before) : 0
  const rows = await seams.db.orm
    .select({
      index: leaves.index,
      at: leaves.at,
      bytes: leaves.bytes,
      subject: leaves.subject,
      seq: leaves.seq,
      slug: brands.slug,
    })
    .from(leaves)
    .leftJoin(domains, eq(domains.id, leaves.subject))
    .leftJoin(claims, eq(claims.id, leaves.subject))
    .innerJoin(brands, eq(brands.id, sql`coalesce(${domains.brandId}, ${claims.brandId}, ${leaves.subject})`))
    .where(
      and(
        publicBrand,
        // What has not been public yet stays untold: a domain that matures, an account that never agreed.
        or(isNull(domains.id), lte(domains.publicFrom, seams.clock.now())),
        or(isNull(claims.id), isNotNull(claims.firstVerifiedAt)),
        brandId === undefined ? undefined : inArray(leaves.subject, subjectsOf(seams, brandId)),
        sameAs === undefined ? undefined : inArray(leaves.subject, subjectAt(seams, sameAs)),
        before === undefined ? undefined : lt(leaves.index, before),
        from === 0 ? undefined : gte(leaves.index, from),
      ),
    )
    .orderBy(desc(leaves.index))
    .limit(passedMax)
  const told = rows.flatMap(({ bytes, slug, ...row }) => {
    const read = leaf.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return read.success && slug !== null ? { ...row, slug, act: read.data.act } : []
  })
  const items = told.slice(0, limit)
  const last = told.length > limit ? items.at(-1) : rows.length === passedMax ? rows.at(-1) : undefined
  const names = await namesOf(seams, items)
  return {
    items: items.map(({ index, at, act, slug, subject, seq }) => {
      return { logIndex: index, at, act, slug, about: names.get(`${subject} ${seq}`) ?? null }
    }),
    next: last?.index ?? (from > 0 ? from : null),
  }
}

/** Where the stretch of the log begins that ends before an entry, or with the newest; 0 when that is the first. */
async function stretchBefore({ db }: Pick<Deps, 'db'>, before: number | undefined): Promise<number> {
  const [newest] = await db.orm.select({ index: max(leaves.index) }).from(leaves)
  const end = Math.min(before ?? Infinity, (newest?.index ?? 0) + 1)
  return Math.max(0, end - scannedMax)
}

function subjectAt({ db: { orm } }: Pick<Deps, 'db'>, index: number) {
  return orm.select({ subject: leaves.subject }).from(leaves).where(eq(leaves.index, index))
}

/** Under what a brand's decisions are kept: itself, its domains, its claims. */
function subjectsOf({ db: { orm } }: Pick<Deps, 'db'>, brandId: string) {
  return orm
    .select({ id: brands.id })
    .from(brands)
    .where(eq(brands.id, brandId))
    .unionAll(orm.select({ id: domains.id }).from(domains).where(eq(domains.brandId, brandId)))
    .unionAll(orm.select({ id: claims.id }).from(claims).where(eq(claims.brandId, brandId)))
}

/** The names that the log only commits to, as far as they were not erased. */
async function namesOf(
  { db }: Pick<Deps, 'db'>,
  events: readonly { readonly subject: string; readonly seq: number }[],
): Promise<ReadonlyMap<string, string>> {
  const which = events.map(({ subject, seq }) =>
    and(eq(leafValues.subject, subject), eq(leafValues.seq, seq)),
  )
  if (which.length === 0) return new Map()
  const rows = await db.orm
    .select()
    .from(leafValues)
    .where(and(or(...which), inArray(leafValues.field, ['domain', 'account'])))
  return new Map(rows.map(({ subject, seq, value }) => [`${subject} ${seq}`, value]))
}
