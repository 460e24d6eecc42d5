import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '#test/support/free-port.ts'
import { startInVain, startServer } from '#test/support/running-server.ts'
import { untilAnswers, untilSilent } from '#test/support/until.ts'

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

  test('on a taken port it ends with one sentence, and the other server goes on', async () => {
    const port = await freePort()
    const first = await startServer(port, databaseIn('first'))
    const { code, output } = await startInVain(port, databaseIn('second'))
    const still = await fetch(`${first.url}/healthz`)
    await first.stop()
    expect(code).toBe(1)
    expect(output.trim()).toBe(
      `Port ${port} of 127.0.0.1 is taken by another program. End that one, or set PORT to a free port.`,
    )
    expect(still.status).toBe(200)
  })

  test('on an address that is not the machine’s it says so', async () => {
    const { code, output } = await startInVain(await freePort(), {
      ...databaseIn('elsewhere'),
      HOST: '192.0.2.1',
    })
    expect(code).toBe(1)
    expect(output.trim()).toBe(
      'HOST is 192.0.2.1, which is no address of this machine. Set it to one that is.',
    )
  })

  test.each([
    ['and where the mail is that leads there', {}, true],
    [
      'and no mailbox where mail leaves',
      { SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'no-reply@acme.example' },
      false,
    ],
  ])('it names the page to begin at, %s', async (_, mail, hasMailbox) => {
    const server = await startServer(await freePort(), { ...databaseIn(`named-${hasMailbox}`), ...mail })
    const [page, mailbox] = await Promise.all([
      fetch(`${server.url}/sign-in`),
      fetch(`${server.url}/mailbox`),
    ])
    await server.stop()
    expect(server.output()).toContain(`${server.url}/sign-in`)
    expect(server.output().includes(`${server.url}/mailbox`)).toBe(hasMailbox)
    expect([page.status, mailbox.status]).toEqual([200, hasMailbox ? 200 : 404])
  })

  test('makes a database that nobody else can read', async () => {
    const server = await startServer(await freePort(), databaseIn('private'))
    const files = await readdir(join(folder, 'private'))
    const modes = await Promise.all(
      files.map(async (name) => [name, (await stat(join(folder, 'private', name))).mode & 0o777]),
    )
    await server.stop()
    expect(files).toContain('veramarca.db')
    expect(files).toContain('veramarca.db-wal')
    expect(Object.fromEntries(modes)).toEqual(Object.fromEntries(files.map((name) => [name, 0o600])))
  })

  test('by npm start it ends when npm is told to', async () => {
    // npm start builds, so it does that in a house of its own.
    const house = join(folder, 'house')
    await mkdir(house)
    for (const part of ['package.json', 'src', 'drizzle', 'tsconfig.json'])
      await cp(part, join(house, part), { recursive: true })
    await symlink(join(process.cwd(), 'node_modules'), join(house, 'node_modules'))
    const port = await freePort()
    const npm = spawn('npm', ['start'], {
      cwd: house,
      stdio: 'ignore',
      detached: true,
      env: {
        ...process.env,
        ...databaseIn('npm'),
        PORT: String(port),
        PUBLIC_URL: `http://localhost:${port}`,
      },
    })
    onTestFinished(() => {
      try {
        if (npm.pid !== undefined) process.kill(-npm.pid, 'SIGKILL')
      } catch {
        // The whole group has ended, as it should.
      }
    })
    const ended = once(npm, 'exit')
    await untilAnswers(`http://localhost:${port}/healthz`, npm)
    npm.kill('SIGTERM')
    await ended
    await untilSilent(`http://localhost:${port}/healthz`)
  })

  test('two servers started at once on a fresh folder share their keys', async () => {
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
      expect(kids[0]).toHaveLength(2)
      expect(kids[1]).toEqual(kids[0])
      const kept = await readFile(join(folder, `fresh-${attempt}`, 'signing-keys.json'), 'utf8')
      expect(JSON.parse(kept).keys[0].x).toBe(kids[0]?.[0])
    }
  })
})
