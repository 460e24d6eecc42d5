import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Corroboration, PerspectiveFinding } from '#base/evidence.ts'
import type { Panel } from '#base/panel.ts'
import { strengths } from './strengths.ts'
import { organisations } from './organisations.ts'
import { brands } from './brands.ts'

export const domainStates = [
  'pending',
  'proved',
  'failing',
  'lapsed',
  'held',
  'contested',
  'released',
  'revoked',
  'suspended',
] as const

const methods = ['dns-txt', 'dns-cname', 'http-file', 'html-meta'] as const

export const domains = sqliteTable(
  'domains',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    brandId: text('brand_id')
      .notNull()
      .references(() => brands.id),
    /** A-label, lower case, no final dot. */
    name: text().notNull(),
    registrableDomain: text('registrable_domain').notNull(),
    state: text({ enum: domainStates }).notNull(),
    /** Why it is frozen; null in every other state. */
    stateReason: text('state_reason'),
    /** What holds the proof; all null while there never was one. */
    method: text({ enum: methods }),
    strength: text({ enum: strengths }),
    provingChallengeId: text('proving_challenge_id'),
    firstProvedAt: integer('first_proved_at'),
    /** The last positive look, and how widely it was seen. */
    checkedAt: integer('checked_at'),
    seenBy: text('seen_by', { mode: 'json' }).$type<Corroboration>(),
    expiresAt: integer('expires_at'),
    /** The last look at the proof, whatever it found; null to have it looked at again at once. */
    lookedAt: integer('looked_at'),
    failingSince: integer('failing_since'),
    contestedSince: integer('contested_since'),
    /** From when the public may see it; null while a web proof on a mere host matures. */
    publicFrom: integer('public_from'),
    /** Name servers that its tokens were seen under; null while none were learnt. */
    nameServers: text('name_servers', { mode: 'json' }).$type<readonly string[]>(),
    /** When no others were seen last; null to add to them whatever is seen next. */
    nameServersSeenAt: integer('name_servers_seen_at'),
    /** When they were seen to have changed: the token must be newer than that, soon. */
    tokenDemandedAt: integer('token_demanded_at'),
    /** When the name was registered, by RDAP; null while not learnt. */
    registeredAt: integer('registered_at'),
    /** When the owner last said that the newest token is published, and when we look for it again by ourselves. */
    readyAt: integer('ready_at'),
    tryAt: integer('try_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('domains_proved')
      .on(table.name)
      .where(sql`state in ('proved', 'failing')`),
    uniqueIndex('domains_own')
      .on(table.organisationId, table.name)
      .where(sql`state not in ('released', 'revoked')`),
    index('domains_brand').on(table.brandId),
    index('domains_registrable').on(table.registrableDomain),
    index('domains_target').on(table.organisationId, table.registrableDomain, table.state),
    index('domains_contested').on(table.name, table.state, table.contestedSince),
  ],
)

export const challenges = sqliteTable(
  'challenges',
  {
    id: text().primaryKey(),
    domainId: text('domain_id')
      .notNull()
      .references(() => domains.id),
    token: text().notNull().unique(),
    issuedAt: integer('issued_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('challenges_domain').on(table.domainId, table.issuedAt)],
)

/** Each look that was made: the owner's evidence. `subject` is a domain or a claim. */
export const attempts = sqliteTable(
  'attempts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    subject: text().notNull(),
    method: text().notNull(),
    outcome: text({ enum: ['proved', 'refused', 'unreachable'] }).notNull(),
    reason: text(),
    detail: text(),
    /** Where to publish, when the look told whose DNS it is. */
    panel: text({ mode: 'json' }).$type<Panel>(),
    perspectives: text({ mode: 'json' }).$type<readonly PerspectiveFinding[]>().notNull(),
    at: integer().notNull(),
  },
  (table) => [index('attempts_subject').on(table.subject, table.at)],
)

/** When a person last asked for a look: one row a subject and method, moved by a guarded upsert. */
export const manualChecks = sqliteTable(
  'manual_checks',
  {
    subject: text().notNull(),
    method: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.method] })],
)
