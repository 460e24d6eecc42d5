import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { brands } from './brands.ts'
import { domains } from './domains.ts'
import { organisations } from './organisations.ts'

export const recoveryStates = ['waiting', 'watching', 'disputed', 'completed', 'rejected', 'ended'] as const

/** An organisation asks to regain a brand that another one has, by the brand's main domain. */
export const recoveries = sqliteTable(
  'recoveries',
  {
    id: text().primaryKey(),
    /** Who asks. */
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Who has the brand. */
    incumbentId: text('incumbent_id')
      .notNull()
      .references(() => organisations.id),
    brandId: text('brand_id')
      .notNull()
      .references(() => brands.id),
    /** The incumbent's row of the brand's main domain. */
    domainId: text('domain_id')
      .notNull()
      .references(() => domains.id),
    domain: text().notNull(),
    registrableDomain: text('registrable_domain').notNull(),
    /** The owner who asked; null of a key that the operator made. */
    personId: text('person_id'),
    state: text({ enum: recoveryStates }).notNull(),
    /** Why it ended, or is disputed; null in every other state. */
    reason: text(),
    /** Bound to the asking organisation and the domain; never issued again. */
    token: text().notNull().unique(),
    /** The zone's name servers and the registration's date when it was asked. */
    nameServers: text('name_servers', { mode: 'json' }).$type<readonly string[]>().notNull(),
    registeredAt: integer('registered_at'),
    /** Since when every look has seen the token; null while none has. */
    seenSince: integer('seen_since'),
    lastSeenAt: integer('last_seen_at'),
    lookedAt: integer('looked_at'),
    /** When the incumbent was last written to. */
    warnedAt: integer('warned_at'),
    /** When a person decided, after an owner's veto, that it may go on. */
    upheldAt: integer('upheld_at'),
    /** The token must be seen before. */
    expiresAt: integer('expires_at').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('recoveries_asked')
      .on(table.organisationId, table.brandId)
      .where(sql`state in ('waiting', 'watching', 'disputed')`),
    // Who has shown nothing reserves nothing.
    uniqueIndex('recoveries_shown')
      .on(table.brandId)
      .where(sql`state in ('watching', 'disputed')`),
    index('recoveries_incumbent').on(table.incumbentId),
    index('recoveries_brand').on(table.brandId, table.createdAt),
  ],
)
