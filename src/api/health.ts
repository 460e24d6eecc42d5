import type { Deps } from '#base/deps.ts'
import { isReady } from '#registry/ready.ts'
import type { Api } from './endpoint.ts'

const fresh = { 'Cache-Control': 'no-store' }

/** `healthz`: the process answers. `readyz`: so does its database. */
export function healthApi(api: Api, deps: Pick<Deps, 'db'>): void {
  api.get('/healthz', (c) => c.json({ status: 'ok' }, 200, fresh))
  api.get('/readyz', async (c) => {
    const ready = await isReady(deps)
    return c.json({ status: ready ? 'ok' : 'database_unreachable' }, ready ? 200 : 503, fresh)
  })
}
