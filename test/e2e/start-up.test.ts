import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '#test/support/free-port.ts'
import { startInVain, startServer } from '#test/support/running-server.ts'

describe('starting the built server', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'veramarca-e2e-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })
  const databaseIn = (name: string) => ({ DATABASE_URL: `file:${join(folder, name, 'veramarca.db')}` })

  test.concurrent.each([
    ['OUTBOUND_ALLOW', '127.0.0.0/8'],
    ['OUTBOUND_PORTS', '443:8443'],
    ['CLOCK_OFFSET', '86400'],
    ['CLOCK_OFFSET', '0'],
  ])('with %s=%s it refuses a public address', async (name, value) => {
    const fresh = `public-${name}-${value.length}`
    const { code, output } = await startInVain(await freePort(), {
      ...databaseIn(fresh),
      PUBLIC_URL: 'https://registry.example',
      [name]: value,
    })
    expect(code).toBe(1)
    expect(output).toContain(name)
    expect(output).not.toContain('    at ')
    expect(await readdir(folder)).not.toContain(fresh)
  })

  test.concurrent.each([
    ['PORT', 'many'],
    ['PUBLIC_URL', 'localhost'],
    ['PERSPECTIVES', 'https://eu.registry.example'],
    ['DOH_URLS', 'https://only-one.example/dns-query'],
    ['DOH_URLS', 'http://one.example/dns-query,http://two.example/dns-query'],
  ])('%s=%s is refused by its name', async (name, value) => {
    const { code, output } = await startInVain(await freePort(), { ...databaseIn('wrong'), [name]: value })
    expect(code).toBe(1)
    expect(output).toContain(name)
    expect(output).not.toContain('    at ')
  })

  test('two servers started at once on a fresh folder share one key', async () => {
    for (const attempt of [1, 2]) {
      const env = databaseIn(`fresh-${attempt}`)
      const ports = [await freePort(), await freePort()]
      const starts = await Promise.allSettled(ports.map((port) => startServer(port, env)))
      const running = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
      const kids = await Promise.all(
        running.map(async ({ url }) => {
          const answer = await fetch(`${url}/.well-known/jwks.json`)
          const { keys } = (await answer.json()) as { keys: readonly { x: string }[] }
          return keys.map(({ x }) => x)
        }),
      )
      await Promise.all(running.map((server) => server.stop()))
      const reasons = starts.flatMap((start) => (start.status === 'rejected' ? [String(start.reason)] : []))
      expect(reasons).toEqual([])
      expect(kids[0]).toHaveLength(1)
      expect(kids[1]).toEqual(kids[0])
      const kept = await readFile(join(folder, `fresh-${attempt}`, 'signing-keys.json'), 'utf8')
      expect(JSON.parse(kept).keys[0].x).toBe(kids[0]?.[0])
    }
  })
})
