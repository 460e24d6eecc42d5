import type { Deps } from '#base/deps.ts'
import { cacheControl, type Api } from './endpoint.ts'

const info = {
  title: 'Veramarca',
  version: '1',
  description:
    'The open registry of brand accounts. A company proves its domain, binds its accounts to it from both ends, and anybody asks whose an account is. Times are RFC 3339 UTC; errors are RFC 9457 problems with a permanent `reason`.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
}

/** OpenAPI 3.1, made from the routes, and its reference, served from here alone. */
export function docsApi(api: Api, { site }: Pick<Deps, 'site'>): void {
  const headers = { 'Cache-Control': cacheControl(30) }
  api.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, `vm_…`.',
  })
  const document = () =>
    api.getOpenAPI31Document({ openapi: '3.1.0', info, servers: [{ url: site.publicUrl }] })
  let made: ReturnType<typeof document> | undefined
  api.get('/openapi.json', (c) => {
    made ??= document()
    return c.json(made, 200, headers)
  })
  api.get('/docs', (c) => {
    const page = (
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>API reference · Veramarca</title>
          <link rel="icon" href="/favicon.svg" />
          <link rel="stylesheet" href="/assets/docs/swagger-ui.css" />
        </head>
        <body>
          <div id="reference" />
          <noscript>
            The reference needs script; <a href="/openapi.json">the OpenAPI document</a> does not.
          </noscript>
          <script src="/assets/docs/swagger-ui-bundle.js" />
          <script src="/docs/start.js" />
        </body>
      </html>
    )
    return c.html(`<!doctype html>${String(page)}`, 200, headers)
  })
  api.get('/docs/start.js', (c) => {
    c.header('Content-Type', 'text/javascript; charset=utf-8')
    return c.body(start, 200, headers)
  })
}

const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null })`
