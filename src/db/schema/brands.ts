import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisations } from './organisations.ts'

const nameStates = ['self_given', 'reviewed'] as const

export const brands = sqliteTable(
  'brands',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** The main proved domain; kept after a lapse until another brand proves it. */
    slug: text().unique(),
    name: text().notNull(),
    nameState: text('name_state', { enum: nameStates }).notNull(),
    aliases: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    category: text(),
    country: text(),
    /** Since when all its claims are frozen, because it was hacked; only a token issued later thaws it. */
    frozenAt: integer('frozen_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
  },
  (table) => [
    index('brands_organisation').on(table.organisationId),
    index('brands_category').on(table.category),
    index('brands_country').on(table.country),
  ],
)

/** Folded words of names and aliases: what a search by name finds. */
export const brandWords = sqliteTable(
  'brand_words',
  {
    word: text().notNull(),
    brandId: text('brand_id')
      .notNull()
      .references(() => brands.id),
  },
  (table) => [
    primaryKey({ columns: [table.word, table.brandId] }),
    index('brand_words_brand').on(table.brandId),
  ],
)

export const badges = sqliteTable('badges', {
  brandId: text('brand_id')
    .primaryKey()
    .references(() => brands.id),
  slug: text().notNull(),
  jwt: text().notNull(),
  kid: text().notNull(),
  issuedAt: integer('issued_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
})
