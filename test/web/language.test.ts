import { describe, expect, test } from 'vitest'
import { openHouse } from '#test/support/house.ts'

describe('a page speaks', () => {
  test.each([
    ['the browser’s language', '/', { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' }, 'es'],
    ['its second choice, when we lack the first', '/', { 'accept-language': 'de, pl;q=0.7' }, 'pl'],
    ['English when we have none', '/', { 'accept-language': 'de' }, 'en'],
    ['as before', '/', { 'accept-language': 'es', cookie: 'lang=pl' }, 'pl'],
    ['as its address says', '/?lang=en', { 'accept-language': 'es', cookie: 'lang=pl' }, 'en'],
    ['the browser’s, when the address names none', '/?lang=xx', { 'accept-language': 'es' }, 'es'],
  ] as const)('%s', async (_, path, headers, language) => {
    const house = await openHouse()
    const { text, headers: said } = await house.ask(path, { headers })
    expect(text).toContain(`<html lang="${language}">`)
    expect(said.get('vary')).toContain('Accept-Language')
  })

  test('each as asked, though an answer in another language is kept', async () => {
    const house = await openHouse()
    for (const language of ['es', 'pl', 'es', 'en']) {
      const { text } = await house.ask('/brands', { headers: { 'accept-language': language } })
      expect(text).toContain(`<html lang="${language}">`)
    }
  })

  test('what was chosen from then on', async () => {
    const house = await openHouse()
    const { headers } = await house.ask('/brands?lang=pl')
    expect(headers.get('set-cookie')).toMatch(/^lang=pl;/)
    expect((await house.ask('/brands')).headers.get('set-cookie')).toBeNull()
  })

  test('and what a site chose for its badge chooses nothing for its visitors', async () => {
    const house = await openHouse()
    const { headers, text } = await house.ask('/badges/nobody.example/frame?lang=pl')
    expect(text).toContain('<html lang="pl">')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('of what was too large to send, by what it was for', async () => {
    const house = await openHouse()
    const send = async (path: string) =>
      await house.ask(path, {
        method: 'POST',
        headers: { accept: 'text/html', 'accept-language': 'es', 'content-length': '70000' },
        body: new URLSearchParams({ q: 'x'.repeat(70_000) }),
      })
    const pasted = await send('/')
    expect(pasted.status).toBe(413)
    expect(pasted.text).toContain('Aquí un formulario puede llevar 64 KB. Envía solo una parte.')
    expect((await send('/verify')).text).toContain('¿La guardó de nuevo otro programa')
  })
})

describe('what programs and other sites are given', () => {
  test.each(['/v1/lookup?q=acme.com', '/v1/brands?lang=es', '/embed.js', '/.well-known/did.json'])(
    'is the same in each language: %s',
    async (path) => {
      const house = await openHouse()
      const { status, headers } = await house.ask(path, { headers: { 'accept-language': 'es' } })
      expect(status).toBe(200)
      expect(headers.get('vary') ?? '').not.toContain('Accept-Language')
    },
  )

  test('is refused in the language of whoever asks', async () => {
    const house = await openHouse()
    const { headers } = await house.ask('/v1/lookup', { headers: { 'accept-language': 'es' } })
    expect(headers.get('content-language')).toBe('es, en')
    expect(headers.get('vary')).toContain('Accept-Language')
  })
})
