import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { runCommand } from '#test/support/command-line.ts'
import { nodeDoor, type Registry } from '#test/support/doors.ts'
import type { Owner } from '#test/support/house.ts'
import { enter, publish } from './fixture.ts'

describe('the command line beside a running server', () => {
  let registry: Registry
  let owner: Owner
  let folder: string
  let badgeFile: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'veramarca-e2e-'))
    registry = await nodeDoor.open()
    owner = await registry.owner()
    const acme = await enter(owner, 'acme.example')
    await owner.post(`/v1/brands/${acme.brandId}/accounts`, { account: 'x.com/acme' })
    publish(registry, acme.challenge('dns-txt'))
    expect((await acme.check('dns-txt')).body.state).toBe('proved')
    badgeFile = join(folder, 'acme.jwt')
    await writeFile(badgeFile, (await registry.ask('/badges/acme.example.jwt')).text)
  })
  afterAll(async () => {
    await registry.close()
    await rm(folder, { recursive: true, force: true })
  })

  const run = async (...words: readonly string[]) => await runCommand(registry.env, ...words)

  test('a moderator has a brand watched, and a name allowed', async () => {
    const looks = async () => {
      const { body } = await registry.ask('/v1/lookup?q=https%3A%2F%2Fx.com%2Facrne')
      const of = body.lookalikes.filter(
        ({ brand }: { brand: { slug: string } }) => brand.slug === 'acme.example',
      )
      return of.map(({ tier }: { tier: string }) => tier)
    }
    const protectedOne = await run('protect', 'add', 'acme.example', '--json')
    expect(JSON.parse(protectedOne.stdout)).toEqual({ brand: 'acme.example', protected: true })
    await expect.poll(looks, { timeout: 10_000 }).toEqual(['medium'])
    expect((await run('allow', 'add', 'acrne')).stdout).toContain('never called a look-alike')
    await expect.poll(looks, { timeout: 10_000 }).toEqual([])
    expect((await run('allow', 'remove', 'acrne')).code).toBe(0)
    expect((await run('protect', 'remove', 'acme.example')).code).toBe(0)
    const unknown = await run('protect', 'add', 'nobody.example')
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('There is no brand')])
  })

  test('an organisation made by it can work at once', async () => {
    const { code, stdout } = await run('org', 'create', '--name', 'New', '--email', 'a@new.example', '--json')
    expect(code).toBe(0)
    const made = JSON.parse(stdout)
    expect(Object.keys(made)).toEqual(['organisation_id', 'key'])
    expect(made.key).toMatch(/^vm_/)
    const brand = await registry.keyHolder(made.organisation_id, made.key).post('/v1/brands', { name: 'New' })
    expect(brand.status).toBe(201)
  })

  test.each([
    ['which of the two', ['rec_x', '--reason', 'Theirs'], 'Say one of --uphold and --reject'],
    ['both at once', ['rec_x', '--uphold', '--reject', '--reason', 'x'], 'Say one of --uphold and --reject'],
    ['no reason', ['rec_x', '--uphold'], '--reason takes 1 to 500 characters'],
    ['nothing that is disputed', ['rec_x', '--uphold', '--reason', 'Theirs'], 'There is no recovery rec_x.'],
  ])('a recovery is not decided by saying %s', async (_, words, told) => {
    const { code, stderr } = await run('recovery', 'decide', ...words)
    expect([code, stderr.trim()]).toEqual([2, told])
  })

  test('a compromised key is gone at once, and the badge is issued anew by the key that was known', async () => {
    const kidsOf = async () =>
      (await registry.ask('/.well-known/jwks.json')).body.keys.map(({ kid }: { kid: string }) => kid)
    const kidOf = (jwt: string): string =>
      JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()).kid
    const before: string[] = await kidsOf()
    const old = (await registry.ask('/badges/acme.example.jwt')).text
    const { code, stdout } = await run('keys', 'rotate', '--revoke', kidOf(old), '--json')
    expect(code).toBe(0)
    expect(stdout).not.toContain('"d"')
    expect(await kidsOf()).not.toContain(kidOf(old))
    const verified = await registry.ask('/v1/badges/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ badge: old }),
    })
    expect(verified.body.steps.at(-1)).toEqual({ step: 'issuer', outcome: 'failed', code: 'key_revoked' })
    await vi.waitFor(
      async () => {
        const fresh = (await registry.ask('/badges/acme.example.jwt')).text
        expect(kidOf(fresh)).not.toBe(kidOf(old))
        expect(before).toContain(kidOf(fresh))
        await writeFile(badgeFile, fresh)
      },
      { timeout: 10_000 },
    )
    const listed = await run('keys', 'list', '--json')
    expect(JSON.parse(listed.stdout).keys.map(({ state }: { state: string }) => state)).toEqual([
      'revoked',
      'in_use',
      'next',
    ])
    expect((await run('keys', 'rotate', '--revoke', 'nobody')).code).toBe(2)
  })

  test('a key made by it works, within its scopes', async () => {
    const words = ['--organisation', owner.organisationId, '--name', 'Reader', '--scopes', 'read', '--json']
    const { code, stdout } = await run('key', 'create', ...words)
    expect(code).toBe(0)
    const reader = registry.keyHolder(owner.organisationId, JSON.parse(stdout).key)
    expect((await reader.get('/v1/organisation/brands')).status).toBe(200)
    expect((await reader.post('/v1/brands', { name: 'No' })).status).toBe(403)
    const made = await run('key', 'create', '--organisation', owner.organisationId, '--name', 'All', '--json')
    const ordinary = registry.keyHolder(owner.organisationId, JSON.parse(made.stdout).key)
    expect((await ordinary.post('/v1/brands', { name: 'Yes' })).status).toBe(201)
    // To look for another registry is given by name only.
    expect((await ordinary.post('/v1/looks', {})).body.reason).toBe('scope_missing')
  })

  test('lookup says what the public is answered', async () => {
    const { code, stdout } = await run('lookup', 'https://twitter.com/Acme', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'declared', claimed_by: [{ slug: 'acme.example' }] })
    expect((await run('lookup', 'acme.example')).stdout).toContain('controlled')
    expect((await run('lookup', 'https://x.com/search?q=acme')).code).toBe(1)
  })

  test('lookup prints no name that would turn the writing of the terminal', async () => {
    const turned = await enter(owner, 'turned.example')
    publish(registry, turned.challenge('dns-txt'))
    expect((await turned.check('dns-txt')).body.state).toBe('proved')
    const db = await openDatabase({ url: registry.env['DATABASE_URL'] ?? '' })
    await db.client.execute({
      sql: 'update brands set name = ? where id = ?',
      args: ['Acme\u202Eemca', turned.brandId],
    })
    db.close()
    const { stdout } = await run('lookup', 'turned.example')
    expect(stdout).toContain('turned.example (Acmeemca)')
  })

  test('verify judges a badge from a file and from a URL', async () => {
    for (const from of [badgeFile, `${registry.url}/badges/acme.example.jwt`]) {
      const { code, stdout } = await run('verify', from, '--json')
      expect(code).toBe(0)
      expect(JSON.parse(stdout)).toMatchObject({ valid: true })
    }
    const forged = join(folder, 'forged.jwt')
    await writeFile(forged, 'eyJhbGciOiJub25lIn0.e30.')
    const judged = await run('verify', forged)
    expect([judged.code, judged.stdout.split('\n')[0]]).toEqual([1, 'Not valid'])
    const copied = await run('verify', badgeFile, '--origin', 'https://squatter.example', '--json')
    expect(copied.code).toBe(1)
    expect(JSON.parse(copied.stdout).valid).toBe(false)
  })

  test('a brand that froze itself is thawed by it, once its domain is proved by a newer token', async () => {
    const hacked = await enter(owner, 'hacked.example', 'Hacked')
    publish(registry, hacked.challenge('dns-txt'))
    await hacked.check('dns-txt')
    expect((await owner.post(`/v1/brands/${hacked.brandId}/freeze`)).status).toBe(200)
    const early = await run('brand', 'thaw', hacked.brandId)
    expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('fresh challenge')])
    const { body } = await owner.post(`/v1/domains/${hacked.domainId}/challenges`)
    publish(
      registry,
      body.challenges.find(({ method }: { method: string }) => method === 'dns-txt'),
    )
    await vi.waitFor(async () => expect((await hacked.check('dns-txt')).status).toBe(200), {
      timeout: 15_000,
      interval: 1_000,
    })
    expect(await run('brand', 'thaw', hacked.brandId)).toMatchObject({ code: 0 })
    expect((await owner.get(`/v1/brands/${hacked.brandId}`)).body.frozen_since).toBeNull()
  })

  test('alarms are listed, and that there are none is said', async () => {
    expect((await run('alarms')).stdout).toContain('nothing to see to')
    const database = await registry.database()
    await database.client.execute(
      "insert into alarms values ('alm_1', 'platform_silent', 'github', 'GitHub tells nothing.', 0, 0, 1, null)",
    )
    database.close()
    expect((await run('alarms')).stdout).toContain('GitHub tells nothing.')
    const { items } = JSON.parse((await run('alarms', '--json')).stdout)
    expect(items).toMatchObject([{ kind: 'platform_silent', subject: 'github', count: 1, ended_at: null }])
  })

  test('backup copies all rows of a database in use, and never overwrites', async () => {
    const file = join(folder, 'copy.db')
    expect(await run('backup', file)).toMatchObject({ code: 0 })
    const tables = ['organisations', 'brands', 'domains', 'claims', 'leaves', 'jobs', 'badges']
    const [original, copy] = [await registry.database(), await openDatabase({ url: `file:${file}` })]
    for (const table of tables) {
      const counted = await copy.client.execute(`select count(*) as n from ${table}`)
      expect(counted.rows[0]?.['n'], table).toBeGreaterThan(0)
      expect(counted.rows, table).toEqual(
        (await original.client.execute(`select count(*) as n from ${table}`)).rows,
      )
    }
    original.close()
    copy.close()
    const again = await run('backup', file)
    expect([again.code, again.stderr.includes('exists')]).toEqual([2, true])
  })

  test('what is wrong is said in a line, with a code that is not 0', async () => {
    const wrong = [
      [],
      ['org', 'create', '--name', 'x', '--email', 'nobody'],
      ['key', 'create', '--organisation', 'org_none', '--name', 'x'],
      ['verify', join(folder, 'nothing.jwt')],
      ['verify', `${registry.url}/badges/nobody.example.jwt`],
      ['--no-such-option'],
    ]
    const runs = await Promise.all(wrong.map(async (words) => ({ words, ...(await run(...words)) })))
    for (const { words, code, stderr } of runs) {
      expect(code, words.join(' ')).not.toBe(0)
      expect(stderr, words.join(' ')).not.toContain('    at ')
    }
  })
})
