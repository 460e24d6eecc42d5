import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readOrMakeKeyFile } from '#badges/keys/key-file.ts'
import { minute } from '#base/clock.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { startSqld } from '#test/support/sqld.ts'

/** The Worker in `wrangler dev` before a libSQL server of its own, without an account or a network. */
const folder = join('data', 'worker')
const port = process.env['PORT'] ?? '8787'
const url = `http://localhost:${port}`

await mkdir(folder, { recursive: true })
const keyFile = join(folder, 'signing-keys.json')
const keys = await readOrMakeKeyFile(keyFile)
const sqld = await startSqld(join(folder, 'sqld'), { namespaces: false, stays: true })
process.once('exit', () => void sqld.stop())
const db = await openDatabase({ url: sqld.url })
await migrateDatabase(db, 'drizzle')
db.close()

// Not by --var: a command's words can be read by every user of the machine.
const varsFile = join(folder, 'dev.vars')
const vars = { PUBLIC_URL: url, DATABASE_URL: sqld.url, SIGNING_KEYS: keys.trim() }
const lines = Object.entries(vars).map(([name, value]) => `${name}='${value}'\n`)
await writeFile(varsFile, lines.join(''), { mode: 0o600 })

const wrangler = spawn(
  process.execPath,
  [
    ['node_modules/wrangler/bin/wrangler.js', 'dev', '--local'],
    ['--ip', '127.0.0.1', '--port', port],
    ['--env-file', varsFile, '--persist-to', join(folder, 'state')],
    ['--show-interactive-dev-session=false'],
  ].flat(),
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => wrangler.kill('SIGTERM'))

console.log(`The Worker comes up at ${url}; its database is ${sqld.url}. A first API key:
  DATABASE_URL=${sqld.url} SIGNING_KEYS="$(cat ${keyFile})" npm run veramarca -- org create --name "Acme" --email you@acme.com`)

// wrangler dev fires no cron trigger by itself.
const cron = setInterval(() => {
  fetch(`${url}/cdn-cgi/local/scheduled`).catch(() => undefined)
}, minute)

await once(wrangler, 'exit')
clearInterval(cron)
await sqld.stop()
process.exitCode = wrangler.exitCode ?? 0
