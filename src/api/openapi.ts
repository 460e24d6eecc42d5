import { sessionCookie } from '#auth/session.ts'
import type { Deps } from '#base/deps.ts'
import { cacheControl, type Api } from './endpoint.ts'

const info = {
  title: 'Veramarca',
  version: '1',
  description:
    'The open registry of brand accounts. A company proves its domain, binds its accounts to it from both ends, and anybody asks whose an account is. Times are RFC 3339 UTC; errors are RFC 9457 problems with a permanent `reason`.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
}

/** OpenAPI 3.1, made from the routes: what is documented is what is served. */
export function openApi(api: Api, { site }: Pick<Deps, 'site'>): void {
  const headers = { 'Cache-Control': cacheControl(30) }
  api.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, `vm_…`.',
  })
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookie,
    description: 'Whoever is signed in in a browser, for pages of the registry’s own.',
  })
  const document = () =>
    api.getOpenAPI31Document({ openapi: '3.1.0', info, servers: [{ url: site.publicUrl }] })
  let made: ReturnType<typeof document> | undefined
  api.get('/openapi.json', (c) => {
    made ??= document()
    return c.json(made, 200, headers)
  })
}
