import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const jobs = sqliteTable(
  'jobs',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    subject: text().notNull(),
    /** Registrable domain a look goes to; null for work inside the house. */
    target: text(),
    dueAt: integer('due_at').notNull(),
    /** Who holds it, and until when; a lease that ran out is anybody's. */
    leaseId: text('lease_id'),
    leasedUntil: integer('leased_until').notNull(),
    /** On its way through a queue until then, so that nobody sends it again. */
    queuedUntil: integer('queued_until').notNull(),
    attempts: integer().notNull(),
    lastError: text('last_error'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('jobs_subject').on(table.kind, table.subject),
    index('jobs_due').on(table.dueAt),
    check('job_has_target', sql`${table.kind} not like 'look-%' or ${table.target} is not null`),
  ],
)

/** Looks drawn on one target by everybody together. */
export const budgets = sqliteTable(
  'budgets',
  {
    target: text().notNull(),
    purpose: text({
      enum: ['manual', 'awaited', 'scheduled', 'registry', 'verify', 'remote', 'share', 'organisation'],
    }).notNull(),
    windowStart: integer('window_start').notNull(),
    used: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.target, table.purpose] })],
)
