import { texts } from '#i18n/texts.ts'
import { usePage, useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'

const words = texts({
  en: {
    title: 'API reference',
    back: 'Veramarca: back to the registry',
    script: 'The reference needs script; <document>the OpenAPI document</document> does not.',
  },
  es: {
    title: 'Referencia de la API',
    back: 'Veramarca: volver al registro',
    script: 'La referencia necesita scripts; <document>el documento OpenAPI</document> no.',
  },
  pl: {
    title: 'Dokumentacja API',
    back: 'Veramarca: powrót do rejestru',
    script: 'Ta strona wymaga skryptów; <document>dokument OpenAPI</document> ich nie wymaga.',
  },
})

/** The API reference, in English: Swagger UI, served from here alone. It needs script; the document does not. */
export function DocsPage() {
  const say = useTexts(words)
  const { language } = usePage()
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${say('title')} · Veramarca`}</title>
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <link rel="stylesheet" href="/assets/docs/swagger-ui.css" />
      </head>
      <body>
        <header>
          <a href="/">{say('back')}</a>
        </header>
        <main>
          <div id="reference" lang="en" />
          <noscript>
            <Say sentence={say.parts('script', { document: { to: '/openapi.json' } })} />
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
