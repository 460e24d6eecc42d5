import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { brands } from './brands.ts'
import { domains } from './domains.ts'
import { people } from './people.ts'

/** A link for whoever runs the zone or the site: shows what to publish, needs no sign-in, and shows nothing else. */
export const handovers = sqliteTable(
  'handovers',
  {
    id: text().primaryKey(),
    domainId: text('domain_id')
      .notNull()
      .references(() => domains.id),
    /** SHA-256 of the token in the link, hex. */
    hash: text().notNull().unique(),
    /** Whose confirmed address the page names. */
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (table) => [index('handovers_domain').on(table.domainId)],
)

/** How often a brand was looked up, and its badge shown, on a day: counts alone. */
export const tallies = sqliteTable(
  'tallies',
  {
    brandId: text('brand_id')
      .notNull()
      .references(() => brands.id),
    kind: text({ enum: ['lookup', 'badge'] }).notNull(),
    /** Days since 1970-01-01, UTC. */
    day: integer().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.kind, table.day] })],
)
