import { and, asc, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import type { Statement } from '#db/open.ts'
import { brands, brandWords, claims, domains, nameMarks } from '#db/schema.ts'
import { enqueue, postpone, sendLater, type Job } from '#jobs/queue.ts'
import { keepAccountName, keepBrandNames, keepDomainName } from './keep-names.ts'
import { keepWords } from './keep-words.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'queue'>

/** To be raised whenever the same name gets another skeleton, or a word other pieces: all are indexed anew then. */
const rulesVersion = 1
/** Few enough for one turn of a Worker. */
const partSize = 300
const kinds = ['brands', 'domains', 'claims'] as const
const done = 'done'

/** Has every name indexed anew when the index was made by other rules, or by none. */
export async function seeToNames(deps: Seams): Promise<void> {
  const { version, cursor } = await indexMark(deps)
  if (version === rulesVersion && cursor === done) return
  // A job that is there already goes on where it is.
  if (version === rulesVersion && cursor !== '') return
  await deps.db.write([
    markIndex(deps, ' '),
    enqueue(deps, { kind: 'fill-names', subject: 'all', target: null, dueAt: deps.clock.now() }),
  ])
  await sendLater(deps, 'fill-names', 'all')
}

/** Indexes one part of the names, and has the next part done until none is left. What is written meanwhile stays right. */
export async function fillNames(deps: Seams, job: Job): Promise<void> {
  const { db, clock } = deps
  const { cursor } = await indexMark(deps)
  if (cursor === done) return
  const [kind = 'brands', after = ''] = cursor.trim().split(' ')
  const at = kinds.find((each) => each === kind) ?? 'brands'
  const { last, statements } = await part(deps, at, after)
  const following = kinds[kinds.indexOf(at) + 1]
  const next = last !== null ? `${at} ${last}` : following === undefined ? done : `${following} `
  const again = postpone(deps, job, { dueAt: clock.now(), lastError: null })
  const written = await db.write([
    markIndex(deps, next === done ? done : `${next} `),
    ...statements,
    ...(next === done ? [] : [again]),
  ])
  if (!written.written) throw new Error(`Names could not be indexed: ${written.violated}`)
  if (next !== done) await sendLater(deps, 'fill-names', 'all')
}

type Part = { readonly last: string | null; readonly statements: readonly Statement[] }

async function part({ db }: Seams, kind: (typeof kinds)[number], after: string): Promise<Part> {
  switch (kind) {
    case 'brands': {
      const rows = await db.orm
        .select()
        .from(brands)
        .where(and(gt(brands.id, after), isNull(brands.deletedAt)))
        .orderBy(asc(brands.id))
        .limit(partSize)
      const last = rows.at(-1)?.id ?? null
      const words = await db.orm
        .selectDistinct({ word: brandWords.word })
        .from(brandWords)
        .where(and(gt(brandWords.brandId, after), sql`brand_id <= ${last}`))
      return {
        last,
        statements: [...keepWords(words.map(({ word }) => word)), ...rows.flatMap(keepBrandNames)],
      }
    }
    case 'domains': {
      const rows = await db.orm
        .select({ id: domains.id, brandId: domains.brandId, name: domains.name })
        .from(domains)
        .where(and(gt(domains.id, after), ne(domains.state, 'released')))
        .orderBy(asc(domains.id))
        .limit(partSize)
      return { last: rows.at(-1)?.id ?? null, statements: rows.flatMap(keepDomainName) }
    }
    case 'claims': {
      const rows = await db.orm
        .select({ id: claims.id, brandId: claims.brandId, platform: claims.platform, handle: claims.handle })
        .from(claims)
        .where(and(gt(claims.id, after), ne(claims.state, 'withdrawn')))
        .orderBy(asc(claims.id))
        .limit(partSize)
      return { last: rows.at(-1)?.id ?? null, statements: rows.flatMap(keepAccountName) }
    }
  }
}

async function indexMark({ db }: Pick<Deps, 'db'>) {
  const [mark] = await db.orm.select().from(nameMarks).where(eq(nameMarks.id, 'index'))
  return mark ?? { version: 0, cursor: '' }
}

function markIndex({ db }: Pick<Deps, 'db'>, cursor: string): Statement {
  const mark = { version: rulesVersion, cursor }
  return db.orm
    .insert(nameMarks)
    .values({ id: 'index', ...mark })
    .onConflictDoUpdate({ target: nameMarks.id, set: mark })
}
