import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import { organisations } from './organisations.ts'

export const roles = ['owner', 'editor', 'viewer'] as const

/** Whoever signs in. One may be a member of several organisations: agencies are. */
export const people = sqliteTable('people', {
  id: text().primaryKey(),
  /** As confirmed by a code that went there; lower case. */
  email: text().notNull().unique(),
  language: text({ enum: ['en', 'es', 'pl'] }).notNull(),
  createdAt: integer('created_at').notNull(),
})

export const memberships = sqliteTable(
  'memberships',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: text({ enum: roles }).notNull(),
    /** When it ends by itself, as an agency's does; null: when somebody ends it. */
    endsAt: integer('ends_at'),
    endedAt: integer('ended_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('memberships_current')
      .on(table.organisationId, table.personId)
      .where(sql`"ended_at" is null`),
    index('memberships_person').on(table.personId),
  ],
)

export const invitations = sqliteTable(
  'invitations',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    email: text().notNull(),
    role: text({ enum: roles }).notNull(),
    /** When the membership that it makes will end. */
    membershipEndsAt: integer('membership_ends_at'),
    /** SHA-256 of the token in the link, hex. */
    hash: text().notNull().unique(),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => people.id),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    acceptedAt: integer('accepted_at'),
    revokedAt: integer('revoked_at'),
  },
  (table) => [index('invitations_organisation').on(table.organisationId)],
)

/** WebAuthn Level 3 §4: credentials that people registered. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    /** The credential's id, base64url. */
    id: text().primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** COSE key, base64url. */
    publicKey: text('public_key').notNull(),
    counter: integer().notNull(),
    transports: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    isBackedUp: integer('is_backed_up', { mode: 'boolean' }).notNull(),
    name: text().notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [index('passkeys_person').on(table.personId)],
)

/** A question to an authenticator, answered once (WebAuthn §13.4.3). */
export const passkeyChallenges = sqliteTable('passkey_challenges', {
  /** SHA-256 of the challenge, hex. */
  hash: text().primaryKey(),
  purpose: text({ enum: ['sign-in', 'register', 'step-up'] }).notNull(),
  personId: text('person_id'),
  expiresAt: integer('expires_at').notNull(),
})

export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** For which of the person's organisations; null until one is chosen. */
    organisationId: text('organisation_id').references(() => organisations.id),
    /** SHA-256 of the token in the cookie, hex; the one before counts for a moment, for requests under way. */
    hash: text().notNull().unique(),
    previousHash: text('previous_hash'),
    rotatedAt: integer('rotated_at').notNull(),
    method: text({ enum: ['email', 'passkey'] }).notNull(),
    userAgent: text('user_agent').notNull(),
    /** When the person last showed again who they are, which dangerous acts ask for. */
    steppedUpAt: integer('stepped_up_at').notNull(),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (table) => [index('sessions_person').on(table.personId), index('sessions_previous').on(table.previousHash)],
)

/** A one-time code, and the link beside it, on their way to an address. */
export const emailCodes = sqliteTable(
  'email_codes',
  {
    id: text().primaryKey(),
    email: text().notNull(),
    /** SHA-256, hex, of id and code: six digits alone would be guessed from their hash. */
    codeHash: text('code_hash').notNull(),
    linkHash: text('link_hash').notNull().unique(),
    /** SHA-256 of the cookie of the browser that asked: the link works there alone. */
    browserHash: text('browser_hash').notNull(),
    purpose: text({ enum: ['sign-in', 'step-up'] }).notNull(),
    attempts: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('email_codes_email').on(table.email, table.createdAt)],
)

/** How often something was tried in a window: `sign-in:<hash of an address>`. */
export const rateWindows = sqliteTable(
  'rate_windows',
  {
    id: text().notNull(),
    windowStart: integer('window_start').notNull(),
    count: integer().notNull(),
  },
  (table) => [uniqueIndex('rate_windows_start').on(table.id, table.windowStart)],
)
