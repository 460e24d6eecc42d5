/** The API reference: Swagger UI, served from here alone. It needs script; the document behind it does not. */
export function DocsPage() {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>API reference · Veramarca</title>
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <link rel="stylesheet" href="/assets/docs/swagger-ui.css" />
      </head>
      <body>
        <header>
          <a href="/">Veramarca: back to the registry</a>
        </header>
        <main>
          <div id="reference" />
          <noscript>
            The reference needs script; <a href="/openapi.json">the OpenAPI document</a> does not.
          </noscript>
        </main>
        <script src="/assets/docs/swagger-ui-bundle.js" />
        <script src="/docs/start.js" />
      </body>
    </html>
  )
}

/** Swagger UI has dark colours of its own, for whoever asks by this class. */
export const startDocs = `const dark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', follow)
follow()
SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null })
`
