import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { badgeJson } from '#badges/badge-json.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import { readBadge } from '#badges/read-badge.ts'
import { day, rfc3339, second } from '#base/clock.ts'
import { badges, brands, domains, statusEntries } from '#db/schema.ts'
import { lease } from '#jobs/queue.ts'
import { runJobs } from '#jobs/run.ts'
import {
  addAccount,
  addBrand,
  addDomain,
  decided,
  did,
  jobsOf,
  openHome,
  someSigner,
  start,
  type Home,
} from './fixture.ts'

let home: Home
beforeEach(async () => {
  home = await openHome()
})
afterEach(() => home.close())

const claimsOf = async (slug = 'acme.com') => decodeJwt((await readBadge(home.deps, slug)) ?? '')

async function suspend(): Promise<void> {
  await home.db.write([home.db.orm.update(domains).set({ state: 'suspended' })])
}

async function leased() {
  const [job] = await lease(home.deps, { kind: 'issue-badge', subject: 'br_acme' })
  if (job === undefined) throw new Error('The job is not free')
  return job
}

describe('issuing', () => {
  test('signs under exactly the header of the contract', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    const jwt = (await readBadge(home.deps, 'acme.com')) ?? ''
    expect(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()).toBe(
      `{"alg":"ES256","typ":"vc+jwt","cty":"vc","kid":"${did}#${(await someSigner()).kid}"}`,
    )
    expect(decodeProtectedHeader(jwt).alg).toBe('ES256')
  })

  test('states what the registry says at that moment', async () => {
    await addBrand(home)
    await addAccount(home)
    await addAccount(home, { handle: 'acme_fans', platformId: '2', relation: 'fan' })
    await issueBadge(home.deps, 'br_acme')
    const { credentialSubject } = await claimsOf()
    expect(credentialSubject).toMatchObject({
      id: 'https://acme.com',
      verifiedIdentities: [{ type: 'cawg.web_site' }, { username: 'acme', accountId: '783214' }],
    })
    expect(credentialSubject).toHaveProperty('verifiedIdentities.length', 2)
  })

  test('is there with the answer: the surface need not wait until the job is due', async () => {
    await addBrand(home)
    await decided(home)
    await issueBadge(home.deps, 'br_acme')
    expect(await readBadge(home.deps, 'acme.com')).not.toBeNull()
    home.clock.advance(60 * second)
    expect(await lease(home.deps, { limit: 10 })).toMatchObject([{ kind: 'draw-badge' }])
  })

  test('comes by the job when the surface died', async () => {
    await addBrand(home)
    await decided(home)
    home.clock.advance(10 * second)
    const handlers = {
      'look-domain': async () => {},
      'look-continuity': async () => {},
      'look-claim': async () => {},
      'look-site': async () => {},
      'look-recovery': async () => {},
      'pass-domain': async () => {},
      'draw-badge': async () => {},
      'reissue-badges': async () => {},
      'send-mail': async () => {},
      'sweep-sign-ins': async () => {},
      'fill-names': async () => {},
      'issue-badge': async (job: Parameters<typeof issueBadge>[2] & { subject: string }) =>
        await issueBadge(home.deps, job.subject, job),
    }
    expect((await runJobs(home.deps, handlers, { limit: 10 })).done).toBe(1)
    expect(await claimsOf()).toMatchObject({ iat: start / second + 10 })
    expect(await jobsOf(home)).toMatchObject([{ kind: 'issue-badge', dueAt: start + 5 * day, leaseId: null }])
  })

  test('again at the same moment changes nothing but the signature', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    const before = await claimsOf()
    await issueBadge(home.deps, 'br_acme')
    expect(await claimsOf()).toEqual(before)
    expect(await home.db.orm.select().from(badges)).toHaveLength(1)
    expect(await jobsOf(home)).toHaveLength(1)
  })

  test('of a brand without a proved domain, or none at all, leaves nothing behind', async () => {
    await addBrand(home, { brand: { slug: null }, domain: { state: 'pending', publicFrom: null } })
    await issueBadge(home.deps, 'br_acme')
    await issueBadge(home.deps, 'br_nobody')
    expect(await home.db.orm.select().from(badges)).toEqual([])
    expect(await jobsOf(home)).toEqual([])
  })

  test('takes the badge away when there is nothing to state any more', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    await suspend()
    await issueBadge(home.deps, 'br_acme')
    expect(await readBadge(home.deps, 'acme.com')).toBeNull()
    expect(await home.db.orm.select().from(badges)).toEqual([])
    expect(await jobsOf(home)).toEqual([])
  })

  test('takes the badge of a deleted brand away', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    await home.db.write([home.db.orm.update(brands).set({ deletedAt: start, slug: null })])
    await issueBadge(home.deps, 'br_acme')
    expect(await home.db.orm.select().from(badges)).toEqual([])
  })
})

test('a badge of before pictures carried one is issued anew with one', async () => {
  await addBrand(home)
  await issueBadge(home.deps, 'br_acme')
  await home.db.orm.update(badges).set({ pictureJwt: null })
  await issueBadge(home.deps, 'br_acme')
  expect((await home.db.orm.select().from(badges))[0]?.pictureJwt).toMatch(/^eyJ/)
})

describe('renewal', () => {
  const dueOf = async () => (await jobsOf(home)).map(({ dueAt }) => dueAt)

  test('comes when five days are left, and gives a fresh end', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    expect(await dueOf()).toEqual([start + 5 * day])
    home.clock.advance(5 * day)
    await home.db.write([
      home.db.orm.update(domains).set({ checkedAt: start + 5 * day, expiresAt: start + 15 * day }),
    ])
    await issueBadge(home.deps, 'br_acme', await leased())
    expect(await claimsOf()).toMatchObject({ validUntil: rfc3339(start + 15 * day) })
    expect(await dueOf()).toEqual([start + 10 * day])
  })

  test('of a badge that ends before its proofs gives a fresh end, though nobody looked meanwhile', async () => {
    await addBrand(home, { domain: { expiresAt: start + 40 * day } })
    await issueBadge(home.deps, 'br_acme')
    home.clock.advance(5 * day)
    await issueBadge(home.deps, 'br_acme', await leased())
    expect(await claimsOf()).toMatchObject({ validUntil: rfc3339(start + 15 * day) })
  })

  test('of a badge whose proofs end soon comes daily, and not at once again and again', async () => {
    await addBrand(home, { domain: { expiresAt: start + 3 * day } })
    await issueBadge(home.deps, 'br_acme')
    expect(await dueOf()).toEqual([start + day])
  })

  test('comes at the end at the latest, so that what has ended goes', async () => {
    await addBrand(home)
    await addAccount(home, {}, { expiresAt: start + day / 2 })
    await issueBadge(home.deps, 'br_acme')
    expect(await dueOf()).toEqual([start + day / 2])
    home.clock.advance(day / 2)
    await issueBadge(home.deps, 'br_acme', await leased())
    expect(await claimsOf()).toHaveProperty('credentialSubject.verifiedIdentities.length', 1)
  })
})

describe('two at once', () => {
  test('whoever read before a decision does not store after it', async () => {
    await addBrand(home)
    await decided(home)
    const slow = await leased()
    const keys = {
      ...home.deps.signer,
      sign: async (...args: Parameters<typeof home.deps.signer.sign>) => {
        await suspend()
        await decided(home)
        await issueBadge(home.deps, 'br_acme')
        return await home.deps.signer.sign(...args)
      },
    }
    const signer = { ...keys, current: async () => keys }
    await issueBadge({ ...home.deps, signer }, 'br_acme', slow)
    expect(await home.db.orm.select().from(badges)).toEqual([])
    expect(await home.db.orm.select().from(statusEntries)).toEqual([])
  })

  test('whoever read before a freeze revokes nothing in it, which would be final', async () => {
    await addBrand(home)
    await addAccount(home)
    await issueBadge(home.deps, 'br_acme')
    await decided(home)
    const slow = await leased()
    const db = {
      ...home.db,
      write: async (statements: Parameters<typeof home.db.write>[0]) => {
        await home.db.write([home.db.orm.update(brands).set({ frozenAt: start })])
        await decided(home)
        await issueBadge(home.deps, 'br_acme')
        return await home.db.write(statements)
      },
    }
    await issueBadge({ ...home.deps, db }, 'br_acme', slow)
    const entries = await home.db.orm.select().from(statusEntries)
    expect(entries.map(({ revokedAt }) => revokedAt)).toEqual([null, null])
  })

  test('whoever saw nothing to state before a decision does not remove after it', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    await suspend()
    await decided(home)
    const slow = await leased()
    const db = {
      ...home.db,
      write: async (statements: Parameters<typeof home.db.write>[0]) => {
        await home.db.write([home.db.orm.update(domains).set({ state: 'proved' })])
        await decided(home)
        await issueBadge(home.deps, 'br_acme')
        return await home.db.write(statements)
      },
    }
    await issueBadge({ ...home.deps, db }, 'br_acme', slow)
    expect(await readBadge(home.deps, 'acme.com')).not.toBeNull()
    expect(await jobsOf(home)).toHaveLength(1)
  })

  test('the surface takes the job from a runner that began earlier', async () => {
    await addBrand(home)
    await decided(home)
    await leased()
    await issueBadge(home.deps, 'br_acme')
    expect(await readBadge(home.deps, 'acme.com')).not.toBeNull()
  })

  test('many surfaces leave one badge and one job', async () => {
    await addBrand(home)
    await Promise.all(Array.from({ length: 10 }, async () => await issueBadge(home.deps, 'br_acme')))
    expect(await home.db.orm.select().from(badges)).toHaveLength(1)
    expect(await jobsOf(home)).toMatchObject([{ leaseId: null, dueAt: start + 5 * day }])
  })
})

describe('reading', () => {
  test('touches no key, reads any case, and knows no stranger', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    const { db, clock } = home.deps
    expect(await readBadge({ db, clock }, 'ACME.com')).toMatch(/^eyJ/)
    expect(await readBadge({ db, clock }, 'other.com')).toBeNull()
  })

  test('an ended badge is not served', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    home.clock.advance(10 * day)
    expect(await readBadge(home.deps, 'acme.com')).toBeNull()
  })

  test('the badge of whoever had the address before is not served', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    await home.db.write([
      home.db.orm.update(brands).set({ slug: null }).where(eq(brands.id, 'br_acme')),
      home.db.orm.update(domains).set({ state: 'lapsed' }),
    ])
    await addBrand(home, { brand: { id: 'br_new', name: 'New' }, domain: { id: 'dom_new' } })
    expect(await readBadge(home.deps, 'acme.com')).toBeNull()
    await issueBadge(home.deps, 'br_new')
    expect(await claimsOf()).toMatchObject({ credentialSubject: { brandId: 'br_new' } })
  })

  test('the JSON view says where everything is', async () => {
    await addBrand(home)
    await addAccount(home)
    await issueBadge(home.deps, 'br_acme')
    expect(await badgeJson(home.deps, 'acme.com')).toEqual({
      slug: 'acme.com',
      domain: 'acme.com',
      verdict: 'controlled',
      name: 'Acme',
      name_state: 'self_given',
      accounts: [
        {
          platform: 'x',
          handle: 'acme',
          platform_id: '783214',
          url: 'https://x.com/acme',
          relation: 'official',
        },
      ],
      jwt: 'https://registry.example/badges/acme.com.jwt',
      svg: 'https://registry.example/badges/acme.com.svg',
      png: 'https://registry.example/badges/acme.com.png',
      url: 'https://registry.example/b/acme.com',
      about: 'https://registry.example/what-a-badge-says',
      issued_at: '2026-01-01T12:00:00Z',
      expires_at: '2026-01-11T12:00:00Z',
      as_of: '2026-01-01T12:00:00Z',
    })
  })

  test('the JSON view of a lapsed brand has its verdict and nothing signed; of nobody, nothing', async () => {
    await addBrand(home)
    home.clock.advance(10 * day)
    expect(await badgeJson(home.deps, 'acme.com')).toMatchObject({
      verdict: 'lapsed',
      jwt: null,
      issued_at: null,
    })
    expect(await badgeJson(home.deps, 'other.com')).toBeNull()
    expect(await badgeJson(home.deps, 'br_acme')).toBeNull()
  })

  test('another domain’s standing does not colour the main one', async () => {
    await addBrand(home, { domain: { state: 'failing', failingSince: start } })
    await addDomain(home, { name: 'acme.de' })
    expect(await badgeJson(home.deps, 'acme.com')).toMatchObject({ verdict: 'at_risk' })
  })

  test('says of a frozen brand that it is suspended', async () => {
    await addBrand(home, { brand: { frozenAt: start } })
    expect(await badgeJson(home.deps, 'acme.com')).toMatchObject({ verdict: 'suspended' })
  })
})
