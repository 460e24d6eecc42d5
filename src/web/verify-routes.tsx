import { Hono, type Context } from 'hono'
import { isOwnAddress } from '#badges/verify/source/own-address.ts'
import { verifyGiven } from '#badges/verify/verify-given.ts'
import type { Deps } from '#base/deps.ts'
import { texts } from '#i18n/texts.ts'
import { brief } from './caching.ts'
import { render } from './layout.tsx'
import { pageOf, type PageState } from './page.ts'
import { VerifyPage, type Asked } from './pages/verify.tsx'
import { WhatABadgeSaysPage } from './pages/what-a-badge-says.tsx'

const words = texts({
  en: {
    siteUnread: 'The site cannot be read. Give its address, such as https://acme.com, or leave it empty.',
    notOurs: 'This address is not one of this registry’s. Press “Verify” to have it looked at.',
    both: 'Give either a file or a text: both together could be two different badges.',
    nothing: 'There is nothing to verify yet. Give an address, a text or a file.',
    tooLarge:
      'That is too large: a form may hold {kilobytes} KB here, and our pictures have about 10 KB. Was it saved anew by another program, or is it a screenshot? Give the address that the badge links to instead.',
  },
  es: {
    siteUnread:
      'El sitio no se puede leer. Da su dirección, por ejemplo https://acme.com, o deja el campo vacío.',
    notOurs: 'Esta dirección no es de este registro. Pulsa «Comprobar» para que la miremos.',
    both: 'Da un archivo o un texto: los dos juntos podrían ser dos distintivos diferentes.',
    nothing: 'Aún no hay nada que comprobar. Da una dirección, un texto o un archivo.',
    tooLarge:
      'Es demasiado grande: aquí un formulario puede llevar {kilobytes} KB, y nuestras imágenes tienen unos 10 KB. ¿La guardó de nuevo otro programa o es una captura de pantalla? Da mejor la dirección a la que enlaza el distintivo.',
  },
  pl: {
    siteUnread: 'Nie da się odczytać strony. Podaj jej adres, np. https://acme.com, albo zostaw puste pole.',
    notOurs: 'To nie jest adres tego rejestru. Naciśnij „Sprawdź”, abyśmy na niego spojrzeli.',
    both: 'Podaj plik albo tekst: razem mogłyby to być dwie różne odznaki.',
    nothing: 'Nie ma jeszcze czego sprawdzać. Podaj adres, tekst albo plik.',
    tooLarge:
      'To za dużo: formularz może tu mieć {kilobytes} KB, a nasze obrazy mają około 10 KB. Czy zapisał go na nowo inny program albo czy to zrzut ekranu? Podaj zamiast tego adres, do którego prowadzi odznaka.',
  },
})

/** An answer of this moment to one visitor. */
const unkept = { 'cache-control': 'no-store' }
const charactersMax = 65_536

/** `/verify`, and the page on what a badge says. */
export function verifyRoutes(deps: Pick<Deps, 'db' | 'clock' | 'signer' | 'site' | 'net'>): Hono {
  const { publicUrl } = deps.site
  const web = new Hono()

  const answer = async (c: Context, given: string | Uint8Array, asked: Asked) => {
    const origin = originOf(asked.site)
    if (origin === null) {
      return refuse(c, asked, 'siteUnread')
    }
    const verification = await verifyGiven(deps, { given, origin })
    return c.html(render(<VerifyPage {...{ publicUrl, asked, verification }} />, pageOf(c)), 200, unkept)
  }
  const refuse = (c: Context, asked: Asked, why: (typeof words.keys)[number]) => {
    const problem = words(c.get('language'))(why)
    return c.html(render(<VerifyPage {...{ publicUrl, asked, problem }} />, pageOf(c)), 422, unkept)
  }

  web.get('/verify', async (c) => {
    const asked = { text: (c.req.query('url') ?? '').slice(0, 2_048).trim(), site: c.req.query('site') ?? '' }
    if (asked.text === '')
      return c.html(render(<VerifyPage publicUrl={publicUrl} />, pageOf(c)), 200, { 'cache-control': brief })
    // A link that somebody follows must not make us fetch for whoever wrote it.
    if (isOwnAddress(publicUrl, asked.text)) return await answer(c, asked.text, asked)
    const problem = words(c.get('language'))('notOurs')
    return c.html(render(<VerifyPage {...{ publicUrl, asked, problem }} />, pageOf(c)), 200, unkept)
  })

  web.post('/verify', async (c) => {
    const form = await formOf(c)
    const text = typeof form['badge'] === 'string' ? form['badge'].trim().slice(0, charactersMax) : ''
    const site = typeof form['site'] === 'string' ? form['site'].trim().slice(0, 300) : ''
    const file = form['file'] instanceof File && form['file'].size > 0 ? form['file'] : null
    const asked = { text, site }
    if (file !== null && text !== '') return refuse(c, asked, 'both')
    if (file !== null) return await answer(c, new Uint8Array(await file.arrayBuffer()), asked)
    if (text === '') return refuse(c, asked, 'nothing')
    return await answer(c, addressed(text, publicUrl), asked)
  })

  web.get('/what-a-badge-says', (c) =>
    c.html(render(<WhatABadgeSaysPage publicUrl={publicUrl} />, pageOf(c)), 200, { 'cache-control': brief }),
  )
  return web
}

/** Whatever is no form holds nothing. */
async function formOf(c: Context): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody()
  } catch {
    return {}
  }
}

/** People type an address as they know it, without its scheme. The signed text has dots too, and begins with “eyJ”. */
function addressed(text: string, publicUrl: string): string {
  const { host, protocol } = new URL(publicUrl)
  if (text === host || text.startsWith(`${host}/`)) return `${protocol}//${text}`
  const isBare = /^(?!eyJ)(?:[\p{L}\d-]+\.)+\p{L}[\p{L}\d-]+(?:[/?#]\S*)?$/u.test(text)
  return isBare ? `https://${text}` : text
}

/** People type a site as they know it. Null: it is none. */
function originOf(site: string): string | null | undefined {
  if (site === '') return undefined
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(site) ? site : `https://${site}`)
  return url?.origin ?? null
}

/** For a form on that page whose body is more than may be sent. */
export function badgeTooLargePage(publicUrl: string, bytesMax: number, state: PageState): string {
  const problem = words(state.language)('tooLarge', { kilobytes: bytesMax / 1_024 })
  return render(<VerifyPage {...{ publicUrl, problem }} />, state)
}
