import { createTally } from '#tallies/tally.ts'
import { ne } from 'drizzle-orm'
import { inject } from 'vitest'
import { issueBadge } from '#badges/issue-badge.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { readBadge } from '#badges/read-badge.ts'
import type { Verification } from '#badges/verify/ladder.ts'
import { createRaster } from '#badges/picture/raster.ts'
import { day, second, type Clock } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { Signer } from '#base/signer.ts'
import { accountProofs, brands, claims, domains, jobs, organisations } from '#db/schema.ts'
import { enqueue } from '#jobs/queue.ts'
import type { PublicAccount, PublicBrand, PublicDomain } from '#registry/answer.ts'
import { readEngine } from '#node-deps.ts'
import { seededRandom } from '#test/challenges/fixture.ts'
import { openFile } from '#test/support/open-file.ts'
import { createWorld } from '#test/support/world.ts'

export const publicUrl = 'https://registry.example'
export const did = 'did:web:registry.example'
export const start = Date.UTC(2026, 0, 1, 12)

type FrozenClock = Clock & { at: number; advance(milliseconds: number): void }

function frozenClock(): FrozenClock {
  return {
    at: start,
    now() {
      return this.at
    },
    advance(milliseconds) {
      this.at += milliseconds
    },
  }
}

let keys: Promise<Signer> | undefined

/** One key for all tests of a file: making one costs more than most tests. */
export async function someSigner(): Promise<Signer> {
  keys ??= generateSigningKeys().then(createSigner)
  return await keys
}

export type Home = Awaited<ReturnType<typeof openHome>>

/** A database of its own, in a file, with the real migrations, and a world in which nothing is scripted. */
export async function openHome() {
  const { db, folder } = await openFile(inject('templateFile'))
  const clock = frozenClock()
  const world = createWorld()
  const deps: Deps = {
    db,
    clock,
    tally: createTally({ db, clock }),
    random: seededRandom(),
    net: world.net,
    signer: await someSigner(),
    raster: createRaster(readEngine),
    credentials: {},
    queue: null,
    mailer: null,
    clientAddress: () => null,
    site: { publicUrl, atHome: false },
  }
  return { deps, db, clock, world, folder, close: () => db.close() }
}

/** Acme's badge, with a domain and an account proved. */
export async function issuedBadge(home: Home): Promise<string> {
  await addBrand(home)
  await addAccount(home)
  await issueBadge(home.deps, 'br_acme')
  return (await readBadge(home.deps, 'acme.com')) ?? ''
}

/** `true: status passed not_revoked`: the verdict, and the last step that was taken. */
export function lastStepOf({ valid, steps }: Verification): string {
  const last = steps.at(-1)
  return `${valid}: ${last?.step} ${last?.outcome} ${last?.code}`
}

export const encodePart = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
export const parsePart = (part = ''): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString())
export const partsOf = (jwt: string) => {
  const [header = '', payload = '', signature = ''] = jwt.split('.')
  return { header, payload, signature }
}

type Row<Table extends { $inferInsert: object }> = Partial<Table['$inferInsert']>

/** A brand with a DNS-proved acme.com, looked at this moment. */
export async function addBrand(
  { db, clock }: Pick<Home, 'db' | 'clock'>,
  { brand = {}, domain = {} }: { brand?: Row<typeof brands>; domain?: Row<typeof domains> } = {},
): Promise<void> {
  const at = clock.now()
  const organisationId = `org_${brand.id ?? 'br_acme'}`
  const organisation = {
    id: organisationId,
    name: 'Acme',
    email: 'a@acme.com',
    pseudonym: organisationId,
    createdAt: at,
  }
  const brandRow = {
    id: 'br_acme',
    organisationId,
    slug: 'acme.com',
    name: 'Acme',
    nameState: 'self_given' as const,
    aliases: [],
    createdAt: at,
    updatedAt: at,
    ...brand,
  }
  await db.orm.insert(organisations).values(organisation)
  await db.orm.insert(brands).values(brandRow)
  await addDomain({ db, clock }, { brandId: brandRow.id, organisationId, ...domain })
}

export async function addDomain(
  { db, clock }: Pick<Home, 'db' | 'clock'>,
  domain: Row<typeof domains>,
): Promise<void> {
  const at = clock.now()
  const name = domain.name ?? 'acme.com'
  await db.orm.insert(domains).values({
    id: `dom_${domain.brandId ?? 'br_acme'}_${name}`,
    organisationId: 'org_br_acme',
    brandId: 'br_acme',
    name,
    registrableDomain: name,
    state: 'proved',
    method: 'dns-txt',
    strength: 'dns',
    provingChallengeId: null,
    firstProvedAt: at,
    checkedAt: at,
    expiresAt: at + 10 * day,
    seenBy: null,
    publicFrom: at,
    createdAt: at,
    updatedAt: at,
    ...domain,
  })
}

/** An account of Acme's that both ends confirm. */
export async function addAccount(
  { db, clock }: Pick<Home, 'db' | 'clock'>,
  claim: Row<typeof claims> = {},
  proof: Row<typeof accountProofs> = {},
): Promise<void> {
  const at = clock.now()
  const id = claim.id ?? `clm_${claim.handle ?? 'acme'}`
  await db.orm.insert(claims).values({
    id,
    organisationId: 'org_br_acme',
    brandId: 'br_acme',
    platform: 'x',
    handle: 'acme',
    platformId: '783214',
    relation: 'official',
    state: 'open',
    accountState: 'proved',
    disputed: false,
    firstVerifiedAt: at,
    createdAt: at,
    updatedAt: at,
    ...claim,
  })
  await db.orm.insert(accountProofs).values({
    id: `prf_${id}`,
    claimId: id,
    method: 'post',
    strength: 'web',
    domain: 'acme.com',
    registrableDomain: 'acme.com',
    checkedAt: at,
    expiresAt: at + 30 * day,
    ...proof,
  })
}

/** What the batch of a decision holds beside its own change. */
export async function decided({ deps, db }: Pick<Home, 'deps' | 'db'>, brandId = 'br_acme'): Promise<void> {
  const dueAt = deps.clock.now() + 10 * second
  await db.write([enqueue(deps, { kind: 'issue-badge', subject: brandId, target: null, dueAt })])
}

/** Drawing, which every issue asks for, is not among them. */
export async function jobsOf({ db }: Pick<Home, 'db'>) {
  return await db.orm.select().from(jobs).where(ne(jobs.kind, 'draw-badge'))
}

export const acmeDomain: PublicDomain = {
  domain: 'acme.com',
  verdict: 'controlled',
  method: 'dns-txt',
  checkedAt: start,
  expiresAt: start + 10 * day,
  seenBy: null,
  failingSince: null,
}

export const acmeOnX: PublicAccount = {
  platform: 'x',
  handle: 'acme',
  platformId: '783214',
  url: 'https://x.com/acme',
  relation: 'official',
  country: null,
  language: null,
  published: true,
  proofs: [
    {
      direction: 'domain',
      method: 'dns-txt',
      checkedAt: start,
      expiresAt: start + 10 * day,
      seenBy: null,
      failingSince: null,
    },
    {
      direction: 'account',
      method: 'post',
      checkedAt: start - day,
      expiresAt: start + 29 * day,
      seenBy: null,
      failingSince: null,
    },
  ],
  verdict: 'verified',
  disputed: false,
}

export const acme: PublicBrand = {
  id: 'br_acme',
  slug: 'acme.com',
  name: 'Acme',
  nameState: 'self_given',
  aliases: [],
  category: null,
  country: null,
  languages: [],
  verdict: 'controlled',
  domains: [acmeDomain],
  accounts: [acmeOnX],
  notOurs: [],
  absentFrom: [],
  since: start,
  frozenAt: null,
  asOf: start,
}
