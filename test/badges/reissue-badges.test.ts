import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFileSigner } from '#badges/keys/file-signer.ts'
import { eq, isNotNull } from 'drizzle-orm'
import { issueBadge } from '#badges/issue-badge.ts'
import { changeKeyFile, publishNextKey } from '#badges/keys/key-file.ts'
import { readBadge } from '#badges/read-badge.ts'
import { reissueBadges, seeToKeys } from '#badges/reissue-badges.ts'
import { rotateKeys } from '#badges/keys/rotate-keys.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { verifyBadge } from '#badges/verify/verify-badge.ts'
import { day, minute } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { accountProofs, badges, brands, domains, jobs, statusEntries } from '#db/schema.ts'
import { lease } from '#jobs/queue.ts'
import { runJobs } from '#jobs/run.ts'
import { handlers } from '#work.ts'
import { addAccount, addBrand, jobsOf, openHome, type Home } from './fixture.ts'

let home: Home
let folder = ''
let path = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'veramarca-keys-'))
  path = join(folder, 'signing-keys.json')
  const opened = await openHome()
  home = { ...opened, deps: { ...opened.deps, signer: await openFileSigner(path, opened.clock) } }
})
afterEach(() => {
  home.close()
  rmSync(folder, { recursive: true, force: true })
})

async function rotate(...revoked: readonly string[]): Promise<void> {
  await changeKeyFile(path, async (text) => {
    const rotation = await rotateKeys(text, { now: home.clock.now(), revoked, known: lifetimes.keyKnown })
    if (!rotation.ok) throw new Error(rotation.refusal.detail.en)
    return rotation.value.text
  })
}

/** Does the job until it is gone; gives how many turns it took. */
async function reissue(): Promise<number> {
  await seeToKeys(home.deps)
  for (let turns = 0; ; turns += 1) {
    const isThere = (await jobsOf(home)).some(({ kind }) => kind === 'reissue-badges')
    if (!isThere) return turns
    const take = { kind: 'reissue-badges', subject: 'all' } as const
    expect((await runJobs(home.deps, handlers(home.deps), take)).failed).toEqual([])
  }
}

async function told(badge: string): Promise<string> {
  const { valid, steps } = await verifyBadge(home.deps, { badge })
  const bad = steps.find(({ outcome }) => outcome !== 'passed') ?? steps.at(-1)
  return `${valid}: ${bad?.step} ${bad?.code}`
}

async function badgeOf(slug = 'acme.com'): Promise<string> {
  return (await readBadge(home.deps, slug)) ?? ''
}

async function addBrands(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const name = `b${n}.com`
    await addBrand(home, { brand: { id: `br_${n}`, slug: name }, domain: { name, brandId: `br_${n}` } })
    await issueBadge(home.deps, `br_${n}`)
  }
}

describe('a running server', () => {
  test('signs with the next key as soon as the file says so, without a restart', async () => {
    const before = await home.deps.signer.current()
    home.clock.advance(2 * day)
    await rotate()
    const after = await home.deps.signer.current()
    expect(after.kid).not.toBe(before.kid)
    expect(before.publicKeys.map(({ kid }) => kid)).toContain(after.kid)
    expect(home.deps.signer.kid).toBe(after.kid)
  })

  test('notices a file of the same length, written in place', async () => {
    const { kid } = await home.deps.signer.current()
    const keys: unknown[] = JSON.parse(readFileSync(path, 'utf8')).keys
    writeFileSync(path, `${JSON.stringify({ keys: keys.toReversed() })}\n`)
    utimesSync(path, 1, 1)
    home.clock.advance(2 * day)
    expect((await home.deps.signer.current()).kid).not.toBe(kid)
  })

  test('signs nothing by keys that it can no longer read', async () => {
    await addBrand(home)
    writeFileSync(path, '{"keys": [')
    await expect(issueBadge(home.deps, 'br_acme')).rejects.toThrow('it is not JSON')
    expect(await home.db.orm.select().from(badges)).toEqual([])
  })
})

describe('the key file', () => {
  test('stays its owner’s alone, whole, and without drafts beside it', async () => {
    home.clock.advance(2 * day)
    await rotate()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['signing-keys.json'])
  })

  test('of before next keys gets one at the start', async () => {
    writeFileSync(path, await generateSigningKeys())
    const { kid } = await createSigner(readFileSync(path, 'utf8'))
    const signer = await openFileSigner(path, home.clock)
    expect(signer.kid).toBe(kid)
    expect(signer.publicKeys).toHaveLength(2)
    await publishNextKey(path, home.clock)
    expect(JSON.parse(readFileSync(path, 'utf8')).keys).toHaveLength(2)
  })

  test('rotations that race lose no key: one hands over, one may wait for its day, nobody goes between', async () => {
    home.clock.advance(2 * day)
    const before = await home.deps.signer.current()
    const ends = await Promise.allSettled(Array.from({ length: 20 }, async () => await rotate()))
    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    const after = await home.deps.signer.current()
    const kids = after.publicKeys.map(({ kid }) => kid)
    for (const { kid } of before.publicKeys) expect(kids).toContain(kid)
    expect(before.publicKeys.map(({ kid }) => kid)).toContain(after.kid)
    expect(after.kid).not.toBe(before.kid)
    expect(kids.length).toBeLessThanOrEqual(4)
    expect(readdirSync(folder)).toEqual(['signing-keys.json'])
  })

  test('a lock that a crash left is no lock after a minute', async () => {
    home.clock.advance(2 * day)
    writeFileSync(`${path}.lock`, '')
    await expect(rotate()).rejects.toThrow('Another process')
    const left = (Date.now() - 2 * minute) / 1_000
    utimesSync(`${path}.lock`, left, left)
    await rotate()
    expect(readdirSync(folder)).toEqual(['signing-keys.json'])
  })
})

describe('badges through a rotation', () => {
  test('of a retired key verify until the last of them has ended, and none is issued anew', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    const badge = await badgeOf()
    home.clock.advance(2 * day)
    await rotate()
    expect(await reissue()).toBe(0)
    expect(await badgeOf()).toBe(badge)
    expect(await told(badge)).toMatch(/^true/)
    home.clock.advance(8 * day - 1_000)
    expect(await told(badge)).not.toContain('issuer')
    home.clock.advance(1_000)
    expect(await told(badge)).toBe('false: validity expired')
  })

  test('of a compromised key fail at once, and all are issued anew by a known key', async () => {
    await addBrands(5)
    const old = await badgeOf('b3.com')
    const { kid: stolen, publicKeys } = await home.deps.signer.current()
    home.clock.advance(2 * day)
    await rotate(stolen)
    expect(await told(old)).toBe('false: issuer key_revoked')
    await reissue()
    const fresh = await badgeOf('b3.com')
    expect(await told(fresh)).toMatch(/^true/)
    const rows = await home.db.orm.select({ kid: badges.kid }).from(badges)
    expect(rows).toHaveLength(5)
    for (const { kid } of rows) {
      expect(kid).not.toBe(stolen)
      expect(publicKeys.map((key) => key.kid)).toContain(kid)
    }
    expect((await jobsOf(home)).map(({ kind }) => kind)).not.toContain('reissue-badges')
    const revoked = await home.db.orm.$count(statusEntries, isNotNull(statusEntries.revokedAt))
    expect([revoked, await home.db.orm.$count(statusEntries)]).toEqual([5, 10])
  })

  test('of a compromised key, issued anew, are taken back by no renewal that says the same', async () => {
    await addBrand(home)
    await addAccount(home)
    await issueBadge(home.deps, 'br_acme')
    home.clock.advance(2 * day)
    await rotate(home.deps.signer.kid)
    await reissue()
    const anew = await badgeOf()
    home.clock.advance(4 * day)
    const seen = { checkedAt: home.clock.now(), expiresAt: home.clock.now() + 10 * day }
    await home.db.orm.update(domains).set(seen)
    await home.db.orm.update(accountProofs).set(seen)
    await issueBadge(home.deps, 'br_acme')
    expect(await badgeOf()).not.toBe(anew)
    expect(await told(anew)).toBe('true: standing stands')
  })

  test('of a frozen brand are issued anew, and nothing of it is revoked, which would be final', async () => {
    await addBrands(2)
    home.clock.advance(2 * day)
    await home.db.orm.update(brands).set({ frozenAt: home.clock.now() }).where(eq(brands.id, 'br_0'))
    await rotate(home.deps.signer.kid)
    await reissue()
    const revoked = await home.db.orm
      .select({ brandId: statusEntries.brandId })
      .from(statusEntries)
      .where(isNotNull(statusEntries.revokedAt))
    expect(revoked).toEqual([{ brandId: 'br_1' }])
    expect(await told(await badgeOf('b0.com'))).toBe('false: status suspended')
  })

  test('that have ended, or that nobody can read, are not signed anew', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    await addBrand(home, {
      brand: { id: 'br_odd', slug: 'odd.com' },
      domain: { name: 'odd.com', brandId: 'br_odd' },
    })
    await issueBadge(home.deps, 'br_odd')
    await home.db.orm.update(badges).set({ jwt: 'odd' }).where(eq(badges.brandId, 'br_odd'))
    await home.db.orm.delete(jobs)
    home.clock.advance(10 * day)
    await rotate(home.deps.signer.kid)
    await reissue()
    expect(await home.db.orm.select().from(badges)).toEqual([])
    expect((await jobsOf(home)).map(({ kind, subject }) => `${kind} ${subject}`).toSorted()).toEqual([
      'issue-badge br_acme',
      'issue-badge br_odd',
    ])
  })

  test('a decision made meanwhile is not undone', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    await rotate(home.deps.signer.kid)
    await seeToKeys(home.deps)
    const [job] = await lease(home.deps, { limit: 1 })
    if (job === undefined) throw new Error('There is no job')
    const db = {
      ...home.db,
      write: async (statements: Parameters<typeof home.db.write>[0]) => {
        await home.db.orm.update(domains).set({ state: 'lapsed' })
        await issueBadge(home.deps, 'br_acme')
        return await home.db.write(statements)
      },
    }
    await reissueBadges({ ...home.deps, db }, job)
    expect(await home.db.orm.select().from(badges)).toEqual([])
  })
})

test('no key is in the database', async () => {
  await addBrands(2)
  const dump =
    readFileSync(join(home.folder, 'test.db'), 'latin1') +
    readFileSync(join(home.folder, 'test.db-wal'), 'latin1')
  for (const { d } of JSON.parse(readFileSync(path, 'utf8')).keys) expect(dump).not.toContain(d)
  expect(dump).toContain('b1.com')
})
