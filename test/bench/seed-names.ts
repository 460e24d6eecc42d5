import { sql } from 'drizzle-orm'
import type { Db } from '#db/open.ts'
import { brands, domains, nameMarks, protectedBrands, registeredNames } from '#db/schema.ts'
import { skeleton } from '#lookalikes/skeleton.ts'
import { namesOf, slugOf } from '#test/lookalikes/measure.ts'
import { seed } from './seed.ts'

const batch = 10_000
const floodSize = 10_000

/** Protected brands of these names, and an index of so many, ten thousand of which look the same. */
export async function seedNames(db: Db, own: readonly string[], count: number): Promise<void> {
  await seed(db, 2 * own.length)
  const at = Date.now()
  const rows = own.flatMap((name, n) => namesOf(name, `br_${n}`))
  await db.write([
    sqlOf(db, rows),
    ...own.flatMap((name, n) => {
      const slug = `${slugOf(name)}${n}.com`
      return [
        db.orm
          .update(brands)
          .set({ slug })
          .where(sql`id = ${`br_${n}`}`),
        db.orm
          .update(domains)
          .set({ name: slug })
          .where(sql`id = ${`dom_${n}`}`),
        db.orm.insert(protectedBrands).values({ brandId: `br_${n}`, chosenBy: 'moderator', since: at }),
      ]
    }),
    db.orm.insert(nameMarks).values({ id: 'watch', version: 1, cursor: '' }),
  ])
  for (let start = 0; start < count; start += batch) {
    const names = Array.from({ length: batch }, (_each, index) => {
      const n = start + index
      const name = n < floodSize ? 'flood' : `${((n * 2_654_435_761) % 2 ** 32).toString(36)}${n % 97}`
      return {
        brandId: `br_${own.length + (n % own.length)}`,
        subject: `clm_x${n}`,
        kind: 'account' as const,
        platform: n % 2 === 0 ? 'x' : 'mastodon',
        name,
        key: skeleton(name),
      }
    })
    await db.write([sqlOf(db, names)])
  }
}

type Row = ReturnType<typeof namesOf>[number]

function sqlOf(db: Db, rows: readonly Row[]) {
  const from = sql`select value ->> 'subject', value ->> 'brandId', value ->> 'kind', value ->> 'platform',
    value ->> 'name', value ->> 'key', 1 from json_each(${JSON.stringify(rows)})`
  return db.orm.insert(registeredNames).select(from)
}
