import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { organisations } from './organisations.ts'

export const proposedActs = [
  'delete_brand',
  'release_domain',
  'withdraw_claim',
  'end_membership',
  'change_role',
  'invite_owner',
  'erase_organisation',
  'unlock',
] as const

/** What one owner wants done and another must confirm, where the two-person lock is on. */
export const proposals = sqliteTable(
  'proposals',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    act: text({ enum: proposedActs }).notNull(),
    /** The id that it is about; an address where somebody is to be invited. */
    subject: text().notNull(),
    /** How people know the subject, and what the act needs beside it. */
    what: text().notNull(),
    detail: text().notNull(),
    membershipId: text('membership_id').notNull(),
    state: text({ enum: ['open', 'confirmed', 'ended'] }).notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    decidedAt: integer('decided_at'),
  },
  (table) => [
    uniqueIndex('proposals_open')
      .on(table.organisationId, table.act, table.subject)
      .where(sql`state = 'open'`),
    index('proposals_organisation').on(table.organisationId, table.createdAt),
  ],
)
