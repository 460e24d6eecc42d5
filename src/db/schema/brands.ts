import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
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
    /** BCP 47: in which it speaks, beside those of its accounts. */
    languages: text({ mode: 'json' }).$type<readonly string[]>().notNull().default([]),
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

export const badges = sqliteTable(
  'badges',
  {
    brandId: text('brand_id')
      .primaryKey()
      .references(() => brands.id),
    slug: text().notNull(),
    jwt: text().notNull(),
    /** The same of the main domain alone, small enough to travel in a picture; null of older badges. */
    pictureJwt: text('picture_jwt'),
    kid: text().notNull(),
    issuedAt: integer('issued_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** Its place in the status lists; null of a badge of before there were any. */
    statusList: integer('status_list'),
    statusIndex: integer('status_index'),
  },
  (table) => [index('badges_kid').on(table.kid)],
)

/** Badges as PNG, drawn once by a job. What is drawn says which picture it was, so that an old one is never shown. */
export const badgePictures = sqliteTable(
  'badge_pictures',
  {
    brandId: text('brand_id')
      .notNull()
      .references(() => brands.id),
    /** Language, style and theme, as in the picture's path: `en/flat-light`. */
    variant: text().notNull(),
    /** SHA-256, base64url, of the SVG that was drawn. */
    drawing: text().notNull(),
    png: blob({ mode: 'buffer' }).notNull(),
    drawnAt: integer('drawn_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.variant] })],
)

/** Places in status lists, each given once, to one badge, and never again (Bitstring Status List §2.1). */
export const statusEntries = sqliteTable(
  'status_entries',
  {
    list: integer().notNull(),
    index: integer().notNull(),
    /** No reference: a place outlives its brand. */
    brandId: text('brand_id').notNull(),
    /** SHA-256, base64url, of what the badge there states; null of older ones. */
    statement: text(),
    expiresAt: integer('expires_at').notNull(),
    /** Final. Null while what the badge states is what its brand's newest does, or its brand is suspended. */
    revokedAt: integer('revoked_at'),
  },
  (table) => [
    uniqueIndex('status_entries_place').on(table.list, table.index),
    index('status_entries_brand').on(table.brandId),
  ],
)
