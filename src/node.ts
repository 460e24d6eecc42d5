import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { second } from '#base/clock.ts'
import { faultOf } from '#base/fault.ts'
import { runJobs } from '#jobs/run.ts'
import { createApp } from './app.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { nodeDeps, root } from './node-deps.ts'
import { handlers } from './work.ts'

const config = configOrExit()
const deps = await nodeDeps(config)
const app = createApp(deps)
app.use('/assets/*', serveStatic({ root: join(root, '.build/public') }))

const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () => {
  console.log(`Veramarca is at ${config.publicUrl}`)
  console.log('A first API key: npm run veramarca -- org create --name "Acme" --email you@acme.com')
})

const doers = handlers(deps)
let working = Promise.resolve()
let stopping = false

/** One round at a time; the next starts a second after the last has ended. */
async function work(): Promise<void> {
  try {
    await deps.db.noticeOthers()
    const { failed } = await runJobs(deps, doers, { limit: 20 })
    for (const { job, error } of failed) report({ job: job.id, kind: job.kind, error })
  } catch (error) {
    report({ error })
  }
  if (!stopping) setTimeout(begin, second)
}

function begin(): void {
  working = work()
}

begin()

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping = true
    // Who is being answered gets his answer; idle connections are closed by Node itself.
    const answered = new Promise<void>((resolve) => void server.close(() => resolve()))
    void Promise.all([answered, working]).then(() => {
      deps.db.close()
      process.exit(0)
    })
  })
}

function report({ error, ...about }: { job?: string; kind?: string; error: unknown }): void {
  console.error(JSON.stringify({ ...about, error: faultOf(error) }))
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
