import { once } from 'node:events'
import { createServer } from 'node:http'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { doors, nodeDoor, type Registry } from '#test/support/doors.ts'

type Mailed = { readonly to: string; readonly text: string }

const from = 'Veramarca <no-reply@registry.example>'

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}

/** A provider that takes letters over HTTP. */
async function openProvider() {
  const letters: Mailed[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      const { to, text }: { to: string[]; text: string } = JSON.parse(Buffer.concat(chunks).toString())
      letters.push({ to: to.join(), text })
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const env = { MAIL_API_URL: `http://127.0.0.1:${portOf(server.address())}/emails`, MAIL_API_KEY: 're_x' }
  return { letters, env: { ...env, MAIL_FROM: from } }
}

/** A server that takes letters over SMTP. */
async function openMailServer() {
  const letters: Mailed[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join()
        void PostalMime.parse(Buffer.concat(chunks)).then(({ text = '' }) => letters.push({ to, text }))
        callback()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(async () => await new Promise<void>((resolve) => server.close(() => resolve())))
  return {
    letters,
    env: { SMTP_URL: `smtp://127.0.0.1:${portOf(server.server.address())}`, MAIL_FROM: from },
  }
}

/** Signs in as a browser does, and gives what it is shown of itself. */
async function signIn(registry: Registry, letters: readonly Mailed[]): Promise<string> {
  const jar = new Map<string, string>()
  const post = async (path: string, form: Readonly<Record<string, string>>) => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const headers = { origin: registry.url, 'sec-fetch-site': 'same-origin', cookie }
    const sent = await registry.ask(path, { method: 'POST', headers, body: new URLSearchParams(form) })
    for (const each of sent.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? []
      jar.set(name, value)
    }
    return sent
  }
  expect((await post('/sign-in', { email: 'ana@acme.example' })).status).toBe(303)
  await vi.waitFor(() => expect(letters).toHaveLength(1), { timeout: 20_000, interval: 100 })
  expect(letters[0]?.to).toBe('ana@acme.example')
  const [code = ''] = /\d{4} \d{4}/.exec(letters[0]?.text ?? '') ?? []
  expect((await post('/sign-in/code', { code })).headers.get('location')).toBe('/dashboard')
  const cookie = `__Host-session=${jar.get('__Host-session')}`
  return (await registry.ask('/account', { headers: { cookie } })).text
}

describe.each(doors)('through the $door door', ({ open }) => {
  test('a code that leaves by a provider lets in, and no mailbox is there', async () => {
    const { letters, env } = await openProvider()
    const registry = await open(env)
    onTestFinished(registry.close)
    expect(await signIn(registry, letters)).toContain('<bdi>ana@acme.example</bdi>')
    expect((await registry.ask('/mailbox')).status).toBe(404)
    expect(registry.strayed()).toEqual([])
  })
})

test('a code that leaves by SMTP lets in', async () => {
  const { letters, env } = await openMailServer()
  const registry = await nodeDoor.open(env)
  onTestFinished(registry.close)
  expect(await signIn(registry, letters)).toContain('<bdi>ana@acme.example</bdi>')
})

test('a Node door that sends nothing has a mailbox for this machine alone, under its own name', async () => {
  const registry = await nodeDoor.open()
  onTestFinished(registry.close)
  expect((await registry.ask('/mailbox')).status).toBe(200)
  // A page elsewhere that gave its own name our address asks for that name.
  const { port } = new URL(registry.url)
  const byAddress = await fetch(`http://127.0.0.1:${port}/mailbox`, { redirect: 'manual' })
  expect(byAddress.status).toBe(404)
})
