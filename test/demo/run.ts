import { serve } from '@hono/node-server'
import { second } from '#base/clock.ts'
import { nodeDoor } from '#test/support/doors.ts'
import { findChromium } from '#test/browser/programs.ts'
import { createPanel } from './panel.ts'
import { beginning, offset, seed } from './seed.ts'

const [port, panelPort] = [process.env['PORT'] ?? '8787', process.env['PANEL_PORT'] ?? '8788']
const started = Date.now()
console.log('The registry, and an Internet around it, on this machine alone. Forty brands come…')
const registry = await nodeDoor.open({ PORT: port, ...offset(beginning) })
const server = serve({ fetch: createPanel(registry).fetch, port: Number(panelPort), hostname: '127.0.0.1' })

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    void registry.close().then(() => process.exit(0))
  })
}

await seed(registry, (words) => console.log(`… ${words} …`))
const https = registry.internet.netOptions.outboundPorts.get(443)
console.log(`
Ready after ${Math.round((Date.now() - started) / second)} s. All of it is gone when you press Ctrl+C.

  ${registry.url}               the registry: look up lumen.example, @lumen, github.com/embajada …
  ${registry.url}/sign-in       as web@lumen.example, say, or as anybody
  ${registry.url}/mailbox       the mail it sends
  http://localhost:${panelPort}               the Internet: set DNS records, pages and profiles, pass days

To see the brands’ own sites, their badges and a squatter’s, in a browser of their own:

  ${chromiumName()} --user-data-dir=/tmp/veramarca-demo --ignore-certificate-errors \\
    --host-resolver-rules="MAP *.example 127.0.0.1:${https}" https://lumen.example https://lumen-oficial.example
`)

function chromiumName(): string {
  try {
    return findChromium()
  } catch {
    return 'chromium'
  }
}
