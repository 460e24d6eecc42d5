import { sql } from 'drizzle-orm'
import {
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

const domainStates = [
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
const claimStates = ['open', 'held', 'suspended', 'withdrawn'] as const
const accountStates = ['none', 'proved', 'failing', 'ended'] as const
const methods = ['dns-txt', 'dns-cname', 'http-file', 'html-meta'] as const
const strengths = ['dns', 'web'] as const
const nameStates = ['self_given', 'reviewed'] as const
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

export const organisations = sqliteTable('organisations', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  /** What the public log calls this organisation's hand; erasing this row cuts the tie. */
  pseudonym: text().notNull().unique(),
  createdAt: integer('created_at').notNull(),
})

export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    /** SHA-256 of the key, hex. The key itself has 160 random bits, so no slow hash is needed. */
    hash: text().notNull().unique(),
    /** The first characters, so that people can tell keys apart. */
    hint: text().notNull(),
    scopes: text({ mode: 'json' }).$type<readonly ('read' | 'write')[]>().notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    revokedAt: integer('revoked_at'),
  },
  (table) => [index('api_keys_organisation').on(table.organisationId)],
)

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
    /** What holds the proof; all null while there never was one. */
    method: text({ enum: methods }),
    strength: text({ enum: strengths }),
    provingChallengeId: text('proving_challenge_id'),
    firstProvedAt: integer('first_proved_at'),
    /** The last positive look. */
    checkedAt: integer('checked_at'),
    expiresAt: integer('expires_at'),
    failingSince: integer('failing_since'),
    contestedSince: integer('contested_since'),
    /** From when the public may see it; null while a web proof on a mere host matures. */
    publicFrom: integer('public_from'),
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
    perspectives: text({ mode: 'json' })
      .$type<
        readonly {
          perspective: string
          outcome: 'proved' | 'refused' | 'unreachable'
          reason: string | null
        }[]
      >()
      .notNull(),
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

/** Looks drawn on one target by everybody together. */
export const budgets = sqliteTable(
  'budgets',
  {
    target: text().notNull(),
    purpose: text({ enum: ['manual', 'scheduled'] }).notNull(),
    windowStart: integer('window_start').notNull(),
    used: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.target, table.purpose] })],
)

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
    state: text({ enum: claimStates }).notNull(),
    stateReason: text('state_reason'),
    /** The account proof's state; the domain's is read from the brand's domains, never copied. */
    accountState: text('account_state', { enum: accountStates }).notNull(),
    /** The domain's own site lists the account; null while nobody has looked. */
    published: integer({ mode: 'boolean' }),
    disputed: integer({ mode: 'boolean' }).notNull(),
    firstVerifiedAt: integer('first_verified_at'),
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
      .where(sql`account_state in ('proved', 'failing') and state <> 'withdrawn' and platform_id is null`),
    uniqueIndex('claims_own')
      .on(table.organisationId, table.platform, table.handle)
      .where(sql`state <> 'withdrawn'`),
    index('claims_account').on(table.platform, table.handle),
    index('claims_handle').on(table.handle),
    index('claims_brand').on(table.brandId),
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
    registrableDomain: text('registrable_domain').notNull(),
    checkedAt: integer('checked_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
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

export const notices = sqliteTable(
  'notices',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    kind: text().notNull(),
    subject: text().notNull(),
    detail: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('notices_organisation').on(table.organisationId, table.createdAt, table.id)],
)

export const jobs = sqliteTable(
  'jobs',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    subject: text().notNull(),
    /** Registrable domain a look goes to; null for work inside the house. */
    target: text(),
    dueAt: integer('due_at').notNull(),
    /** Who holds it, and until when; a lease that ran out is anybody's. */
    leaseId: text('lease_id'),
    leasedUntil: integer('leased_until').notNull(),
    attempts: integer().notNull(),
    lastError: text('last_error'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('jobs_subject').on(table.kind, table.subject),
    index('jobs_due').on(table.dueAt),
    check('job_has_target', sql`${table.kind} not like 'look-%' or ${table.target} is not null`),
  ],
)
