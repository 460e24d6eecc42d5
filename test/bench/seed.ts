import { leafOf } from '#log/leaf.ts'
import type { Db, Statement } from '#db/open.ts'
import { brands, brandWords, claims, domains, organisations } from '#db/schema.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { systemRandom } from '#base/random.ts'

const platforms = [
  'x',
  'instagram',
  'facebook',
  'youtube',
  'tiktok',
  'bluesky',
  'threads',
  'github',
  'x',
  'instagram',
]

/** Brands with a proved domain and ten accounts each, so that reads meet tables of a real size. */
export async function seed(db: Db, brandCount: number): Promise<void> {
  const at = Date.now()
  for (let start = 0; start < brandCount; start += 100) {
    const numbers = Array.from({ length: Math.min(100, brandCount - start) }, (_, index) => start + index)
    const statements: Statement[] = [
      db.orm.insert(organisations).values(
        numbers.map((n) => ({
          id: `org_${n}`,
          name: `Firm ${n}`,
          email: `a@b${n}.example`,
          pseudonym: `act_${n}`,
          createdAt: at,
        })),
      ),
      db.orm.insert(brands).values(numbers.map((n) => brandOf(n, at))),
      db.orm.insert(brandWords).values(numbers.map((n) => ({ word: `firm${n}`, brandId: `br_${n}` }))),
      db.orm.insert(domains).values(numbers.map((n) => domainOf(n, at))),
      db.orm
        .insert(claims)
        .values(numbers.flatMap((n) => platforms.map((platform, k) => claimOf(n, k, platform, at)))),
    ]
    const written = await db.write(statements)
    if (!written.written) throw new Error(`The seed collided: ${written.violated}`)
    await seedLeaves(db, numbers, at)
  }
}

/** One leaf a domain, as each has in life; its bytes do not matter to a reader of answers. */
async function seedLeaves(db: Db, numbers: readonly number[], at: number): Promise<void> {
  const leaves = await Promise.all(
    numbers.map(async (n) => {
      const decision = { act: 'domain.proved', subject: `dom_${n}`, actor: 'system', at, values: {} }
      const touch = db.orm.insert(brandWords).values({ word: `acme${n}`, brandId: `br_${n}` })
      return [touch, ...(await leafOf({ db, random: systemRandom }, decision, null))]
    }),
  )
  await db.write(leaves.flat())
}

export function accountUrl(n: number): string {
  const k = n % platforms.length
  return `https://x.com/b${Math.floor(n / platforms.length)}_${k === 8 ? 8 : 0}`
}

function brandOf(n: number, at: number) {
  return {
    id: `br_${n}`,
    organisationId: `org_${n}`,
    slug: slugOf(n),
    name: `Firm ${n}`,
    nameState: 'self_given' as const,
    aliases: [],
    createdAt: at,
    updatedAt: at,
  }
}

export function slugOf(n: number): string {
  return `firm${n}.example`
}

function domainOf(n: number, at: number) {
  return {
    id: `dom_${n}`,
    organisationId: `org_${n}`,
    brandId: `br_${n}`,
    name: slugOf(n),
    registrableDomain: slugOf(n),
    state: 'proved' as const,
    method: 'dns-txt' as const,
    strength: 'dns' as const,
    firstProvedAt: at,
    checkedAt: at,
    expiresAt: at + lifetimes.domainProof,
    publicFrom: at,
    createdAt: at,
    updatedAt: at,
  }
}

function claimOf(n: number, k: number, platform: string, at: number) {
  return {
    id: `clm_${n}_${k}`,
    organisationId: `org_${n}`,
    brandId: `br_${n}`,
    platform,
    handle: `b${n}_${k}`,
    relation: 'official' as const,
    state: 'open' as const,
    accountState: 'none' as const,
    disputed: false,
    createdAt: at,
    updatedAt: at,
  }
}
