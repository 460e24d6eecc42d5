import { decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { runCommand } from '#test/support/command-line.ts'
import { nodeDoor, workerDoor, type Registry } from '#test/support/doors.ts'
import { enter, publish, verify } from './fixture.ts'

const kidOf = (jwt: string) => decodeProtectedHeader(jwt).kid ?? ''

async function kidsOf(registry: Registry): Promise<readonly string[]> {
  const { body } = await registry.ask('/.well-known/jwks.json')
  return body.keys.map(({ kid }: { kid: string }) => kid)
}

async function provedBadge(registry: Registry): Promise<string> {
  const acme = await enter(await registry.owner(), 'acme.example')
  publish(registry, acme.challenge('dns-txt'))
  expect((await acme.check('dns-txt')).body.state).toBe('proved')
  return (await registry.ask('/badges/acme.example.jwt')).text
}

describe('the secret of a Worker', () => {
  let registry: Registry
  beforeAll(async () => {
    registry = await workerDoor.open()
  })
  afterAll(async () => await registry.close())

  const rotate = async (signingKeys: string | undefined, ...words: readonly string[]): Promise<string> => {
    const env = { ...registry.env, ...(signingKeys === undefined ? {} : { SIGNING_KEYS: signingKeys }) }
    const { code, stdout, stderr } = await runCommand(env, 'keys', 'rotate', ...words, '--json')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    return JSON.parse(stdout).signing_keys
  }

  test('is rotated by what the command prints: a known key takes over, and badges by a stolen one are issued anew', async () => {
    const old = await provedBadge(registry)
    const first = await rotate(undefined)
    await registry.travel(0, { SIGNING_KEYS: first })
    // Its day has not come: the key of before signs, the next one is known already, and nothing is taken back.
    const known = await kidsOf(registry)
    expect(known).toContain(kidOf(old))
    expect(known.length).toBeGreaterThan(1)
    await registry.tick()
    expect((await registry.ask('/badges/acme.example.jwt')).text).toBe(old)
    expect((await verify(registry, old)).body.valid).toBe(true)

    await registry.travel(0, {
      SIGNING_KEYS: await rotate(first, '--revoke', kidOf(old).split('#').at(-1) ?? ''),
    })
    expect(await kidsOf(registry)).not.toContain(kidOf(old))
    expect((await verify(registry, old)).body.steps.at(-1)).toMatchObject({ code: 'key_revoked' })
    await vi.waitFor(
      async () => {
        await registry.tick()
        const fresh = (await registry.ask('/badges/acme.example.jwt')).text
        expect(known).toContain(kidOf(fresh))
        expect(kidOf(fresh)).not.toBe(kidOf(old))
        expect((await verify(registry, fresh)).body.valid).toBe(true)
      },
      { timeout: 20_000, interval: 300 },
    )
  })
})

describe('the key file of a running server', () => {
  let registry: Registry
  beforeAll(async () => {
    registry = await nodeDoor.open()
  })
  afterAll(async () => await registry.close())

  test('stands whole after many rotations at once: one key signs, one is next, and the badge verifies', async () => {
    const badge = await provedBadge(registry)
    const all = await Promise.all(
      Array.from({ length: 4 }, async () => await runCommand(registry.env, 'keys', 'rotate', '--json')),
    )
    const lost = all.filter(({ code }) => code !== 0)
    expect(all.length - lost.length).toBeGreaterThan(0)
    for (const { code, stderr } of lost) {
      expect(code).toBe(2)
      expect(stderr).toMatch(/Another process is changing the signing keys|A rotation is under way/)
    }
    const { stdout } = await runCommand(registry.env, 'keys', 'list', '--json')
    const states = JSON.parse(stdout).keys.map(({ state }: { state: string }) => state)
    expect(states.filter((state: string) => state === 'in_use')).toHaveLength(1)
    expect(states).toContain('next')
    expect((await verify(registry, badge)).body.valid).toBe(true)
    expect(await kidsOf(registry)).toContain(kidOf(badge))
  })
})
