import { sql } from 'drizzle-orm'
import { blob, check, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** The append-only public log. A leaf stands in the batch of its effect and fails when that changed nothing. */
export const leaves = sqliteTable(
  'leaves',
  {
    index: integer().primaryKey(),
    subject: text().notNull(),
    seq: integer().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
    /** RFC 9162 §2.1.1, hex. */
    hash: text().notNull(),
    /** Rows changed by the statement directly before. */
    effect: integer().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('leaves_subject').on(table.subject, table.seq),
    check('leaf_has_effect', sql`${table.effect} > 0`),
  ],
)

/** What a leaf commits to. Erasing a row leaves the log whole and the value unknowable. */
export const leafValues = sqliteTable(
  'leaf_values',
  {
    subject: text().notNull(),
    seq: integer().notNull(),
    field: text().notNull(),
    salt: blob({ mode: 'buffer' }).notNull(),
    value: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.seq, table.field] })],
)
