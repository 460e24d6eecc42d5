import { and, eq, inArray, lte, max, sql } from 'drizzle-orm'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { manualChecks } from '#db/schema.ts'

/**
 * Takes the subject's turn for these methods, all or none. Gives 0 when taken, else the seconds to wait. Of askers
 * at the same moment one gets the turn.
 */
export async function reserveCheck(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  subject: string,
  methods: readonly string[],
): Promise<number> {
  const now = clock.now()
  const free = now - lifetimes.betweenManualChecks
  const own = and(eq(manualChecks.subject, subject), inArray(manualChecks.method, [...methods]))
  const recent = db.orm
    .select({ at: manualChecks.at })
    .from(manualChecks)
    .where(and(own, sql`${manualChecks.at} > ${free}`))
  const taken = await db.orm
    .insert(manualChecks)
    .select(
      sql`select ${subject}, value, ${now} from json_each(${JSON.stringify(methods)}) where not exists ${recent}`,
    )
    .onConflictDoUpdate({
      target: [manualChecks.subject, manualChecks.method],
      set: { at: now },
      setWhere: lte(manualChecks.at, free),
    })
    .returning({ method: manualChecks.method })
  if (taken.length === methods.length) return 0
  const [latest] = await db.orm
    .select({ at: max(manualChecks.at) })
    .from(manualChecks)
    .where(own)
  return Math.max(1, Math.ceil(((latest?.at ?? now) + lifetimes.betweenManualChecks - now) / second))
}
