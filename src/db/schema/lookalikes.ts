import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { brands } from './brands.ts'

export const nameKinds = ['account', 'domain', 'name'] as const

/** Every name in the registry by its skeleton, kept by the batches that write the names. */
export const registeredNames = sqliteTable(
  'registered_names',
  {
    /** The claim, domain or brand that carries it. */
    subject: text().notNull(),
    brandId: text('brand_id')
      .notNull()
      .references(() => brands.id),
    kind: text({ enum: nameKinds }).notNull(),
    platform: text(),
    name: text().notNull(),
    key: text().notNull(),
    /** A proved account or domain, or the name of a brand that has an address: else nobody is told of it. */
    isPublic: integer('is_public', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subject, table.key] }),
    index('registered_names_key').on(table.key, table.isPublic, table.kind, table.platform),
    index('registered_names_brand').on(table.brandId),
  ],
)

/** Brands whose names are watched for typos and the like, by their own wish or a moderator's. */
export const protectedBrands = sqliteTable('protected_brands', {
  brandId: text('brand_id')
    .primaryKey()
    .references(() => brands.id),
  chosenBy: text('chosen_by', { enum: ['owner', 'moderator'] }).notNull(),
  since: integer().notNull(),
})

/** Names that are never called a look-alike. */
export const allowedNames = sqliteTable('allowed_names', {
  key: text().primaryKey(),
  name: text().notNull(),
  since: integer().notNull(),
})

/** `watch`: a number that moves with the protected names. `index`: by which rules the names are indexed, and how far. */
export const nameMarks = sqliteTable('name_marks', {
  id: text({ enum: ['watch', 'index'] }).primaryKey(),
  version: integer().notNull(),
  cursor: text().notNull(),
})

/** Words of brands' names by what is left of them without one letter: what a mistyped search finds. */
export const wordPieces = sqliteTable(
  'word_pieces',
  {
    piece: text().notNull(),
    word: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.piece, table.word] }), index('word_pieces_word').on(table.word)],
)
