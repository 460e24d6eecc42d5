import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** What we owe a host that we look at: one look at a time, spaced, and none before it wants us back. */
export const hosts = sqliteTable('hosts', {
  host: text().primaryKey(),
  /** Somebody looks at it until then at the latest. */
  leasedUntil: integer('leased_until').notNull(),
  nextAt: integer('next_at').notNull(),
  /** It asked to be left alone until then: 429 or Retry-After. */
  blockedUntil: integer('blocked_until').notNull(),
})

/** Answers with a validator, so that asking again costs their owner nothing (RFC 9110 §13). */
export const keptPages = sqliteTable(
  'kept_pages',
  {
    url: text().primaryKey(),
    etag: text(),
    lastModified: text('last_modified'),
    contentType: text('content_type'),
    body: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index('kept_pages_at').on(table.at)],
)

/**
 * When an organisation's standing proofs on a platform were last looked at, refused, and not learnt. Counted by
 * organisation, so that none makes a platform suspect alone.
 */
export const platformLooks = sqliteTable(
  'platform_looks',
  {
    platform: text().notNull(),
    organisationId: text('organisation_id').notNull(),
    lookedAt: integer('looked_at').notNull(),
    refusedAt: integer('refused_at'),
    silentAt: integer('silent_at'),
  },
  (table) => [
    primaryKey({ columns: [table.platform, table.organisationId] }),
    index('platform_looks_newest').on(table.platform, table.lookedAt),
  ],
)

/** What an operator should see to. One open row a kind and subject, however often it is noticed. */
export const alarms = sqliteTable(
  'alarms',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    subject: text().notNull(),
    detail: text().notNull(),
    since: integer().notNull(),
    lastAt: integer('last_at').notNull(),
    count: integer().notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [
    uniqueIndex('alarms_open')
      .on(table.kind, table.subject)
      .where(sql`ended_at is null`),
  ],
)
