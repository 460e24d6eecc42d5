import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { fillRegistry } from '#test/web/public-pages.ts'
import { openRegistry } from '#test/web/registry.ts'
import { securityHeaders } from '#security-headers.ts'

export type PublicHouse = { readonly url: string; close(): Promise<void> }

/** The web's routes on loopback, under the headers that the whole app sends. */
export async function openPublicHouse(): Promise<PublicHouse> {
  const registry = await openRegistry()
  await fillRegistry(registry)
  const app = new Hono().use(securityHeaders).route('/', registry.app)
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port))
  const port = await promise
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await new Promise((done) => server.close(done))
      registry.close()
    },
  }
}
