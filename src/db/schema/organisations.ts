import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const organisations = sqliteTable('organisations', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  /** What the public log calls this organisation's hand; erasing this row cuts the tie. */
  pseudonym: text().notNull().unique(),
  /** Since when destructive acts need two owners. */
  twoPersonLockAt: integer('two_person_lock_at'),
  createdAt: integer('created_at').notNull(),
})

export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    /** SHA-256 of the key, hex. The key itself has 160 random bits, so no slow hash is needed. */
    hash: text().notNull().unique(),
    /** The first characters, so that people can tell keys apart. */
    hint: text().notNull(),
    scopes: text({ mode: 'json' }).$type<readonly ('read' | 'write' | 'look')[]>().notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    revokedAt: integer('revoked_at'),
    /** Keys die with the membership that made them; null of the operator's. No reference: it would be a circle. */
    membershipId: text('membership_id'),
  },
  (table) => [index('api_keys_organisation').on(table.organisationId)],
)

export const notices = sqliteTable(
  'notices',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    kind: text().notNull(),
    subject: text().notNull(),
    detail: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('notices_organisation').on(table.organisationId, table.createdAt, table.id)],
)
