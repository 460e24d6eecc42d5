import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import type { PerspectiveFinding } from '#base/evidence.ts'
import type { Panel } from '#base/panel.ts'
import type { Look } from '#challenges/look.ts'
import type { Statement } from '#db/open.ts'
import { attempts as table } from '#db/schema.ts'

/** One look, kept: what was asked for, what came of it, who saw what. */
export type Attempt = {
  readonly method: string
  readonly outcome: PerspectiveFinding['outcome']
  readonly reason: string | null
  readonly detail: string | null
  readonly panel: Panel | null
  readonly perspectives: readonly PerspectiveFinding[]
  readonly at: number
}

export function attemptOf({ method, finding, panel, perspectives }: Look, at: number): Attempt {
  const told =
    finding.kind === 'proved'
      ? { reason: null, detail: null }
      : { reason: finding.reason, detail: finding.detail }
  return { method, outcome: finding.kind, ...told, panel, perspectives, at }
}

/** A year of daily looks, and room for the rest; older ones give way. */
const keptMax = 500

export function recordAttempts(
  { db }: Pick<Deps, 'db'>,
  subject: string,
  attempts: readonly Attempt[],
): readonly Statement[] {
  if (attempts.length === 0) return []
  const own = eq(table.subject, subject)
  // The newest row that is one too many, and all before it.
  const surplus = db.orm
    .select({ id: table.id })
    .from(table)
    .where(own)
    .orderBy(desc(table.id))
    .limit(1)
    .offset(keptMax)
  return [
    db.orm.insert(table).values(attempts.map((attempt) => ({ subject, ...attempt }))),
    db.orm.delete(table).where(and(own, lte(table.id, sql`${surplus}`))),
  ]
}

/** The newest looks at a subject, newest first. */
export async function attemptsOf(
  { db }: Pick<Deps, 'db'>,
  subject: string,
  max = 50,
): Promise<readonly Attempt[]> {
  const rows = await db.orm
    .select()
    .from(table)
    .where(eq(table.subject, subject))
    .orderBy(desc(table.at), desc(table.id))
    .limit(max)
  return rows.map(({ id: _id, subject: _subject, ...attempt }) => attempt)
}
