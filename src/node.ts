import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { seeToKeys } from '#badges/reissue-badges.ts'
import { second } from '#base/clock.ts'
import { faultOf } from '#base/fault.ts'
import { keepWorking } from '#jobs/keep-working.ts'
import type { Job } from '#jobs/queue.ts'
import { seeToNames } from '#lookalikes/fill-names.ts'
import { createApp } from './app.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { nodeDeps, root } from './node-deps.ts'
import { handlers } from './work.ts'

const config = configOrExit()
const deps = await nodeDeps(config)
const app = createApp(deps)
app.use('/assets/*', serveStatic({ root: join(root, '.build/public') }))

const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host })
await once(server, 'listening').catch((error: unknown) => {
  console.error(whyNotListening(error))
  process.exit(1)
})
console.log(`Veramarca is at ${config.publicUrl}`)
console.log(`Sign in and register a brand: ${config.publicUrl}/sign-in`)
if (deps.site.atHome && deps.mailer === null) {
  console.log(`The mail that it would send, with the codes: ${config.publicUrl}/mailbox`)
}
console.log('Or by API, with a first key: npm run veramarca -- org create --name "Acme" --email you@acme.com')

/** Server-sent events, which browsers ask for by name (HTML §9.2.2), end later than a stop may take. */
const followed = new Set<ServerResponse>()
server.on('request', (request: IncomingMessage, response: ServerResponse) => {
  if (request.headers.accept !== 'text/event-stream') return
  followed.add(response)
  response.once('close', () => followed.delete(response))
})

const worker = keepWorking(deps, handlers(deps), { atOnce: 100, report })
const noticing = setInterval(notice, second)
const storing = setInterval(
  () => void deps.tally.store().catch((error: unknown) => report({ error })),
  10 * second,
)
notice()
await seeToKeys(deps)
await seeToNames(deps)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(noticing)
    clearInterval(storing)
    // Who is being answered gets his answer; idle connections are closed by Node itself. Who only follows comes back.
    const answered = new Promise<void>((resolve) => void server.close(() => resolve()))
    for (const response of followed) response.destroy()
    void Promise.all([answered, worker.stop()]).then(async () => {
      await deps.tally.store().catch((error: unknown) => report({ error }))
      deps.db.close()
      process.exit(0)
    })
  })
}

/** What another process wrote, keys too, empties our caches. */
function notice(): void {
  deps.signer
    .current()
    .then(() => deps.db.noticeOthers())
    .catch((error: unknown) => report({ error }))
}

function report({ job, error }: { readonly job?: Job; readonly error: unknown }): void {
  const about = job === undefined ? {} : { job: job.id, kind: job.kind }
  console.error(JSON.stringify({ ...about, error: faultOf(error) }))
}

function whyNotListening(error: unknown): string {
  const { host, port } = config
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is taken by another program. End that one, or set PORT to a free port.`
    case 'EACCES':
      return `Port ${port} of ${host} may not be opened by this user. Set PORT to one above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}, which is no address of this machine. Set it to one that is.`
    default:
      return `The server cannot listen at port ${port} of ${host}: ${String(error)}`
  }
}

function configOrExit(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
