import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillRegistry, publicPages } from './public-pages.ts'
import { openRegistry } from './registry.ts'

const registry = await openRegistry()
beforeAll(() => fillRegistry(registry))
afterAll(registry.close)

const ask = async (path: string, language: string) => {
  const response = await registry.app.request(path, { headers: { 'accept-language': language } })
  return await response.text()
}

/** What a visitor reads or hears: text between tags, but no code and no names, and what attributes say. */
function spoken(html: string): readonly string[] {
  const [head = '', body = ''] = html.split('<body>')
  const shown = body.replaceAll(
    /<(script|textarea|code|bdi|option|time|noscript)\b[^>]*>.*?<\/\1>|<(\w+)[^>]* class="[^"]*\b(?:vm|previews)\b.*?<\/section>/gs,
    ' ',
  )
  const said = [...html.matchAll(/ (?:aria-label|title|alt|data-on|data-shown|data-copy)="([^"]+)"/g)]
  const titles = [...head.matchAll(/<title>([^<]+)<|name="description" content="([^"]+)"/g)]
  return [
    ...shown.split(/<[^>]+>/),
    ...[...said, ...titles].flatMap(([, one, other]) => [one ?? other ?? '']),
  ]
    .map((text) => text.trim())
    .filter((text) => /\p{L}{2}/u.test(text))
}

/** The same in every language, or data. */
const shared = new Set([
  'Veramarca',
  'English',
  'Español',
  'Polski',
  'JWT',
  'JSON',
  'Markdown',
  'WordPress',
  'Regional',
  'Fans',
  'Partner',
  'trust.txt',
  'rel-me.html',
  'organization.jsonld',
  'security.txt',
  'X',
  'GitHub',
  'Instagram',
  'YouTube',
  'manufacturing',
  'acme.com · Veramarca',
])
const isAddress = (text: string) => /^(?:https?:\/\/)?[\w.-]+\.\w+(?:\/\S*)?$/.test(text)
const englishWords =
  /(?<!\p{L})(?:the|and|of|is|are|its|this|that|not|with|what|which|was|were|for|does)(?!\p{L})/iu

describe.each(['es', 'pl'])('in %s', (language) => {
  test.each(Object.entries(publicPages))('%s has no English left over', async (_, path) => {
    const [own, english] = [await ask(path, language), await ask(path, 'en')]
    expect(own).toContain(`<html lang="${language}">`)
    const said = spoken(own)
    expect(said.length).toBeGreaterThan(15)
    const inEnglish = new Set(spoken(english))
    const left = said.filter((text) => inEnglish.has(text) && !shared.has(text) && !isAddress(text))
    expect(left).toEqual([])
    expect(said.filter((text) => englishWords.test(text))).toEqual([])
  })
})

test('the check finds a sentence that was left in English', async () => {
  const html = (await ask('/terms', 'es')).replace('<h1>Condiciones</h1>', '<h1>The terms of this</h1>')
  expect(spoken(html).filter((text) => englishWords.test(text))).toEqual(['The terms of this'])
})

describe('the switch', () => {
  test('keeps the page and what was asked on it', async () => {
    const html = await ask('/brands?search=acme&country=ES', 'pl')
    expect(html).toContain('href="/brands?search=acme&amp;country=ES&amp;lang=es"')
    expect(html).toMatch(/<a href="[^"]+lang=pl" lang="pl" hreflang="pl" aria-current="true">Polski<\/a>/)
    expect(await ask('/?q=x.com%2Facme', 'es')).toContain('href="/?q=x.com%2Facme&amp;lang=en"')
  })

  test('leads from any language to any other', async () => {
    const html = await ask('/terms?lang=es', 'pl')
    expect(html).toContain('<html lang="es">')
    expect(html).toContain('href="/terms?lang=en"')
    expect(html).not.toContain('lang=es&amp;lang')
  })
})

describe('search engines are told', () => {
  test('of each language a page has, and of the one that follows the browser', async () => {
    const html = await ask('/brands', 'es')
    for (const language of ['en', 'es', 'pl']) {
      const href = `https://registry.example/brands?lang=${language}`
      expect(html).toContain(`<link rel="alternate" hreflang="${language}" href="${href}"/>`)
    }
    expect(html).toContain('hreflang="x-default" href="https://registry.example/brands"/>')
    expect(html).toContain('<link rel="canonical" href="https://registry.example/brands"/>')
  })

  test('that a page in one language is a page of its own', async () => {
    expect(await ask('/b/acme.com?lang=pl', 'en')).toContain(
      '<link rel="canonical" href="https://registry.example/b/acme.com?lang=pl"/>',
    )
  })
})
