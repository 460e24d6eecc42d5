import { indexNames } from '#test/support/index-names.ts'
import { Hono } from 'hono'
import { inject } from 'vitest'
import { createSigner } from '#badges/keys/signer.ts'
import { day } from '#base/clock.ts'
import type { Db } from '#db/open.ts'
import {
  accountProofs,
  brands,
  brandWords,
  claims,
  domains,
  organisations,
  type relations,
} from '#db/schema.ts'
import { foldedWords } from '#brands/brand.ts'
import { testKeys } from '#test/support/keys.ts'
import { openFile } from '#test/support/open-file.ts'
import { seededRandom } from '#test/support/random.ts'
import { createWorld } from '#test/support/world.ts'
import { createTally } from '#tallies/tally.ts'
import { speak } from '#language.ts'
import { webRoutes } from '#web/web.tsx'

/** 3 May 2026, 12:00 UTC. */
export const now = Date.UTC(2026, 4, 3, 12)
export const publicUrl = 'https://registry.example'

type BrandSeed = Partial<
  Pick<typeof brands.$inferInsert, 'name' | 'aliases' | 'category' | 'country' | 'nameState'>
> & {
  readonly slug: string
  readonly state?: (typeof domains.$inferInsert)['state']
  readonly strength?: 'dns' | 'web'
}

type ClaimSeed = {
  readonly slug: string
  readonly platform: string
  readonly handle: string
  readonly relation?: (typeof relations)[number]
  readonly account?: 'none' | 'proved' | 'failing' | 'ended'
  readonly state?: 'open' | 'suspended'
  readonly disputed?: boolean
}

/** The web's routes on a database of its own, and the hands to fill it. */
export async function openRegistry() {
  const { db } = await openFile(inject('templateFile'))
  const clock = { now: () => now }
  return {
    app: new Hono().use(speak).route(
      '/',
      webRoutes({
        db,
        clock,
        tally: createTally({ db, clock }),
        site: { publicUrl, atHome: false },
        signer: await createSigner(testKeys),
        net: createWorld().net,
        random: seededRandom(1),
        raster: { png: async () => new Uint8Array() },
        queue: null,
        credentials: {},
        mailer: null,
        clientAddress: () => null,
      }),
    ),
    addBrand: (seed: BrandSeed) => addBrand(db, seed),
    addClaim: (seed: ClaimSeed) => addClaim(db, seed),
    close: () => db.close(),
  }
}

async function addBrand(db: Db, seed: BrandSeed): Promise<void> {
  const { slug, state = 'proved', strength = 'dns', name = 'Acme', aliases = [] } = seed
  const { nameState = 'self_given', category = null, country = null } = seed
  const id = `br_${slug}`
  const organisationId = `org_${slug}`
  const common = { organisationId, createdAt: now, updatedAt: now }
  await db.orm
    .insert(organisations)
    .values({ id: organisationId, name, email: `a@${slug}`, pseudonym: `hand_${slug}`, createdAt: now })
  await db.orm.insert(brands).values({ ...common, id, slug, name, nameState, aliases, category, country })
  for (const word of new Set(foldedWords(name))) await db.orm.insert(brandWords).values({ word, brandId: id })
  await db.orm.insert(domains).values({
    ...common,
    id: `dom_${slug}`,
    brandId: id,
    name: slug,
    registrableDomain: slug,
    state,
    method: strength === 'dns' ? 'dns-txt' : 'http-file',
    strength,
    firstProvedAt: now - 400 * day,
    checkedAt: now - day,
    expiresAt: now + 9 * day,
    seenBy: null,
    failingSince: state === 'failing' ? now - day : null,
    publicFrom: now - 400 * day,
  })
  await indexNames(db)
}

async function addClaim(db: Db, seed: ClaimSeed): Promise<void> {
  const { slug, platform, handle, relation = 'official', account = 'proved', state = 'open' } = seed
  const id = `clm_${slug}_${platform}_${handle}`
  await db.orm.insert(claims).values({
    id,
    organisationId: `org_${slug}`,
    brandId: `br_${slug}`,
    platform,
    handle,
    platformId: account === 'none' ? null : `id-${handle}`,
    relation,
    state,
    accountState: account,
    published: account === 'none' ? null : true,
    disputed: seed.disputed ?? false,
    firstVerifiedAt: account === 'none' ? null : now - 100 * day,
    createdAt: now,
    updatedAt: now,
  })
  await indexNames(db)
  if (account === 'none' || account === 'ended') return
  await db.orm.insert(accountProofs).values({
    id: `prf_${id}`,
    claimId: id,
    method: 'profile-link',
    strength: 'web',
    domain: slug,
    registrableDomain: slug,
    checkedAt: now - 2 * day,
    expiresAt: now + 28 * day,
    failingSince: account === 'failing' ? now - day : null,
  })
}
