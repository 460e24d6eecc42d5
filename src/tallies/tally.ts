import { day, second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { Tally, TallyKind } from '#base/tally.ts'

/** Anybody can ask for addresses that are no brand's: they are not remembered without end. */
const entriesMax = 10_000
const betweenStores = 30 * second

type Entry = { readonly slug: string; readonly kind: TallyKind; readonly day: number; readonly count: number }

const sql = `insert into tallies (brand_id, kind, day, count)
select id, ?, ?, ? from brands where slug = ? and deleted_at is null
on conflict (brand_id, kind, day) do update set count = count + excluded.count`

/** Counts in memory, and adds to the table now and then: a write a view would be the most expensive part of a view. */
export function createTally({ db, clock }: Pick<Deps, 'db' | 'clock'>): Tally {
  let counted = new Map<string, Entry>()
  let storedAt = clock.now()

  const add = ({ slug, kind, day: on, count }: Entry) => {
    const key = `${on} ${kind} ${slug}`
    const before = counted.get(key)
    if (before === undefined && counted.size >= entriesMax) return
    counted.set(key, { slug, kind, day: on, count: (before?.count ?? 0) + count })
  }
  const store = async () => {
    storedAt = clock.now()
    const taken = [...counted.values()]
    if (taken.length === 0) return
    counted = new Map()
    try {
      // Not by `db.write`, after which every kept answer would be made anew.
      await db.client.batch(
        taken.map(({ slug, kind, day: on, count }) => ({ sql, args: [kind, on, count, slug] })),
        'write',
      )
    } catch (error) {
      for (const entry of taken) add(entry)
      throw error
    }
  }
  return {
    count: (slug, kind) => add({ slug, kind, day: dayOf(clock.now()), count: 1 }),
    store,
    async storeWhenDue() {
      if (clock.now() - storedAt >= betweenStores) await store()
    },
  }
}

/** Days since 1970-01-01, UTC. */
export function dayOf(at: number): number {
  return Math.floor(at / day)
}
