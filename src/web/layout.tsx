import type { Child } from 'hono/jsx'
import { languageNames, languages, type Language } from '#i18n/languages.ts'
import { harmless } from '#i18n/sentence.ts'
import { texts } from '#i18n/texts.ts'
import { Page, usePage, useTexts, type PageState } from './page.ts'
import { Rosette } from './parts/mark.tsx'
import { Say } from './parts/text.tsx'
import { styleHref } from './style/index.ts'

const words = texts({
  en: {
    skip: 'Skip to the content',
    main: 'Main',
    directory: 'Directory',
    verify: 'Verify a badge',
    docs: 'Docs',
    yours: 'Your brands',
    about: 'About this registry',
    language: 'Language',
    says: 'What a badge says',
    terms: 'Terms',
    privacy: 'Privacy',
    abuse: 'Report something wrong',
    story:
      'In 2008 the {name} at mundotwitter.com let companies enter their Twitter account, so that people could tell them from squatters. This is that registry, with proofs.',
  },
  es: {
    skip: 'Saltar al contenido',
    main: 'Principal',
    directory: 'Directorio',
    verify: 'Comprobar un distintivo',
    docs: 'Documentación',
    yours: 'Tus marcas',
    about: 'Sobre este registro',
    language: 'Idioma',
    says: 'Qué dice un distintivo',
    terms: 'Condiciones',
    privacy: 'Privacidad',
    abuse: 'Avisar de un error o abuso',
    story:
      'En 2008, el {name} de mundotwitter.com permitía a las empresas registrar su cuenta de Twitter para que la gente las distinguiera de quienes se apropiaban de su nombre. Este es aquel registro, con pruebas.',
  },
  pl: {
    skip: 'Przejdź do treści',
    main: 'Główne',
    directory: 'Katalog',
    verify: 'Sprawdź odznakę',
    docs: 'Dokumentacja',
    yours: 'Twoje marki',
    about: 'O tym rejestrze',
    language: 'Język',
    says: 'Co mówi odznaka',
    terms: 'Warunki',
    privacy: 'Prywatność',
    abuse: 'Zgłoś błąd lub nadużycie',
    story:
      'W 2008 roku {name} na mundotwitter.com pozwalał firmom wpisać swoje konto na Twitterze, aby ludzie odróżnili je od kont podszywających się pod marki. To jest tamten rejestr, tylko z dowodami.',
  },
})

const places = [
  ['/brands', 'directory'],
  ['/verify', 'verify'],
  ['/docs', 'docs'],
] as const

const smallPrint = [
  ['/what-a-badge-says', 'says'],
  ['/terms', 'terms'],
  ['/privacy', 'privacy'],
  ['/abuse', 'abuse'],
] as const

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
  const { language, address } = usePage()
  const say = useTexts(words)
  const [path] = address.split('?')
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
        <meta property="og:locale" content={language} />
        {indexed ? null : <meta name="robots" content="noindex" />}
        {canonical === undefined ? null : <Addresses canonical={canonical} />}
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <link rel="stylesheet" href={styleHref} />
        {head}
      </head>
      <body>
        <a class="skip" href="#main">
          {say('skip')}
        </a>
        <header class="top">
          <a class="wordmark" href="/">
            <svg viewBox="-50 -50 100 100" aria-hidden="true">
              <Rosette petals={6} />
              <circle r="14" fill="currentColor" />
            </svg>
            Veramarca
          </a>
          <nav aria-label={say('main')}>
            {places.map(([href, key]) => (
              <a href={href} aria-current={path === href ? 'page' : undefined}>
                {say(key)}
              </a>
            ))}
            <a class="yours" href="/dashboard">
              {say('yours')}
            </a>
          </nav>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="bottom">
          <div>
            <nav aria-label={say('about')}>
              {smallPrint.map(([href, key]) => (
                <a href={href} aria-current={path === href ? 'page' : undefined}>
                  {say(key)}
                </a>
              ))}
            </nav>
            <nav class="tongues" aria-label={say('language')}>
              {languages.map((each) => (
                <a
                  href={inLanguage(address, each)}
                  lang={each}
                  hreflang={each}
                  aria-current={each === language ? 'true' : undefined}
                >
                  {languageNames[each]}
                </a>
              ))}
            </nav>
          </div>
          <p>
            <Say sentence={say.parts('story', { name: 'Registro de Marcas de Twitter' })} />
          </p>
        </footer>
      </body>
    </html>
  )
}

/** The page's address as it was asked for, and where it is in each language; by itself it follows the browser. */
function Addresses({ canonical }: { readonly canonical: string }) {
  const { language, address } = usePage()
  const own = languageIn(address) === null ? canonical : inLanguage(canonical, language)
  return (
    <>
      <link rel="canonical" href={own} />
      {languages.map((each) => (
        <link rel="alternate" hreflang={each} href={inLanguage(canonical, each)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={canonical} />
    </>
  )
}

function languageIn(address: string): string | null {
  const [, query = ''] = address.split('?')
  return new URLSearchParams(query).get('lang')
}

/** The same page and query, in another language. */
function inLanguage(address: string, language: Language): string {
  const [path = '', query = ''] = address.split('?')
  const chosen = new URLSearchParams(query)
  chosen.set('lang', language)
  return `${path}?${String(chosen)}`
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
