import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Mail on its way: written with the decision that it tells of, sent by a job. */
export const mails = sqliteTable(
  'mails',
  {
    id: text().primaryKey(),
    to: text().notNull(),
    language: text({ enum: ['en', 'es', 'pl'] }).notNull(),
    kind: text().notNull(),
    /** What its text is made from; emptied once it was sent, since codes are in it. */
    values: text({ mode: 'json' }).$type<Readonly<Record<string, string | number>>>().notNull(),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
    failedAt: integer('failed_at'),
  },
  (table) => [index('mails_created').on(table.createdAt)],
)
