import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { domains } from './domains.ts'

/** The last time a proved domain's own site was read for the accounts that it lists. */
export const siteReadings = sqliteTable('site_readings', {
  domainId: text('domain_id')
    .primaryKey()
    .references(() => domains.id),
  readAt: integer('read_at').notNull(),
  outcome: text({ enum: ['read', 'unreachable'] }).notNull(),
  reason: text(),
  detail: text(),
})

/** Accounts that a proved domain's own site lists, as its last successful reading found them. */
export const siteAccounts = sqliteTable(
  'site_accounts',
  {
    domainId: text('domain_id')
      .notNull()
      .references(() => domains.id),
    platform: text().notNull(),
    handle: text().notNull(),
    source: text({ enum: ['trust-txt', 'rel-me', 'same-as'] }).notNull(),
    seenAt: integer('seen_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.domainId, table.platform, table.handle, table.source] }),
    index('site_accounts_account').on(table.platform, table.handle),
  ],
)
