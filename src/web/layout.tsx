import type { Child } from 'hono/jsx'
import { Page, usePage, type PageState } from './page.ts'
import { Rosette } from './parts/mark.tsx'
import { harmless } from '#i18n/sentence.ts'
import { styleHref } from './style/index.ts'

type Props = {
  readonly title: string
  readonly description: string
  /** The page's one address, whole. */
  readonly canonical?: string
  /** False for what search engines should not keep: answers to single questions, errors. */
  readonly indexed?: boolean
  readonly head?: Child
  readonly children: Child
}

export function Layout({ title, description, canonical, indexed = true, head, children }: Props) {
  const { language } = usePage()
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{harmless(title)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={harmless(description)} />
        <meta name="color-scheme" content="light dark" />
        <meta property="og:site_name" content="Veramarca" />
        <meta property="og:title" content={harmless(title)} />
        <meta property="og:description" content={harmless(description)} />
        {indexed ? null : <meta name="robots" content="noindex" />}
        {canonical === undefined ? null : <link rel="canonical" href={canonical} />}
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <link rel="stylesheet" href={styleHref} />
        {head}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="top">
          <a class="wordmark" href="/">
            <svg viewBox="-50 -50 100 100" aria-hidden="true">
              <Rosette petals={6} />
              <circle r="14" fill="currentColor" />
            </svg>
            Veramarca
          </a>
          <nav aria-label="Main">
            <a href="/brands">Directory</a>
            <a href="/verify">Verify</a>
            <a href="/docs">Docs</a>
          </nav>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="bottom">
          <p>
            In 2008 the <cite lang="es">Registro de Marcas</cite> at mundotwitter.com let companies enter
            their Twitter account, so that people could tell them from squatters. This is that registry, with
            proofs. <a href="/what-a-badge-says">What a badge says</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

/** A page as it goes over the wire. */
export function render(page: Child, state: PageState): string {
  return `<!doctype html>${fragment(page, state)}`
}

/** A part of a page, as it is sent after the page. */
export function fragment(part: Child, state: PageState): string {
  const whole: { toString(): unknown } = <Page.Provider value={state}>{part}</Page.Provider>
  return String(whole)
}
