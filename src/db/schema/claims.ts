import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { strengths } from './strengths.ts'
import { organisations } from './organisations.ts'
import { brands } from './brands.ts'

export const claimStates = ['open', 'held', 'suspended', 'withdrawn'] as const

export const accountStates = ['none', 'proved', 'failing', 'ended'] as const

export const relations = [
  'official',
  'support',
  'regional',
  'product',
  'person',
  'employee',
  'partner',
  'reseller',
  'fan',
  'parked',
] as const

export const claims = sqliteTable(
  'claims',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    brandId: text('brand_id')
      .notNull()
      .references(() => brands.id),
    platform: text().notNull(),
    handle: text().notNull(),
    platformId: text('platform_id'),
    relation: text({ enum: relations }).notNull(),
    /** For the people of which country (ISO 3166-1), and in which language (BCP 47); null: of no one in particular. */
    country: text(),
    language: text(),
    state: text({ enum: claimStates }).notNull(),
    stateReason: text('state_reason'),
    /** The account proof's state; the domain's is read from the brand's domains, never copied. */
    accountState: text('account_state', { enum: accountStates }).notNull(),
    /** The domain's own site lists the account; null while nobody has looked. */
    published: integer({ mode: 'boolean' }),
    disputed: integer({ mode: 'boolean' }).notNull(),
    firstVerifiedAt: integer('first_verified_at'),
    /** The last look at the account, whatever it found. */
    lookedAt: integer('looked_at'),
    /** When the account, or the author of its post, was first seen to be gone or another's; a second look decides. */
    missingSince: integer('missing_since'),
    /** An account on a platform that has closed: the day it ended, `YYYY-MM-DD`. */
    endedOn: text('ended_on'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('claims_proved_id')
      .on(table.platform, table.platformId)
      .where(
        sql`account_state in ('proved', 'failing') and state <> 'withdrawn' and platform_id is not null`,
      ),
    uniqueIndex('claims_proved_handle')
      .on(table.platform, table.handle)
      .where(sql`account_state in ('proved', 'failing') and state <> 'withdrawn'`),
    uniqueIndex('claims_own')
      .on(table.organisationId, table.platform, table.handle)
      .where(sql`state <> 'withdrawn'`),
    index('claims_account').on(table.platform, table.handle),
    index('claims_platform_id').on(table.platform, table.platformId),
    index('claims_handle').on(table.handle),
    index('claims_brand').on(table.brandId),
    index('claims_language').on(table.language),
  ],
)

/** Account proofs: the account points back. One current row a claim and method. */
export const accountProofs = sqliteTable(
  'account_proofs',
  {
    id: text().primaryKey(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    method: text().notNull(),
    strength: text({ enum: strengths }).notNull(),
    /** The proved domain that the account names. */
    domain: text().notNull(),
    registrableDomain: text('registrable_domain').notNull(),
    checkedAt: integer('checked_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** Of a post: its address, and when it ends whatever is seen. */
    location: text(),
    endsAt: integer('ends_at'),
    failingSince: integer('failing_since'),
    evidence: text({ mode: 'json' }),
  },
  (table) => [uniqueIndex('account_proofs_method').on(table.claimId, table.method)],
)

/** What a brand, or a decided dispute, says is not the brand's. */
export const disavowals = sqliteTable(
  'disavowals',
  {
    brandId: text('brand_id')
      .notNull()
      .references(() => brands.id),
    platform: text().notNull(),
    handle: text().notNull(),
    decidedBy: text('decided_by', { enum: ['brand', 'dispute'] }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.brandId, table.platform, table.handle] }),
    index('disavowals_account').on(table.platform, table.handle),
  ],
)

/** Platforms that a brand says it has no account on. */
export const absences = sqliteTable(
  'absences',
  {
    brandId: text('brand_id')
      .notNull()
      .references(() => brands.id),
    platform: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.brandId, table.platform] })],
)

/** One-time codes to be posted by the account. Each spells the domain it speaks for and is never issued again. */
export const postCodes = sqliteTable(
  'post_codes',
  {
    code: text().primaryKey(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    domain: text().notNull(),
    /** The one post that it proved; no other may use it. */
    location: text(),
    issuedAt: integer('issued_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('post_codes_claim').on(table.claimId, table.issuedAt)],
)

/** Handles that a claim's account had before it was renamed. */
export const formerHandles = sqliteTable(
  'former_handles',
  {
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    platform: text().notNull(),
    handle: text().notNull(),
    leftAt: integer('left_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.handle, table.leftAt] })],
)
