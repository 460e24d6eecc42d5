import { expect, onTestFinished, test } from 'vitest'
import { fillRegistry } from './public-pages.ts'
import { openRegistry } from './registry.ts'

const said = {
  en: [
    'not registered does not mean fake',
    'Letter 1 here, “а”, is not Latin but Cyrillic.',
    'is read as',
    'Controlled',
  ],
  es: [
    'no estar registrado no significa ser falso',
    'no es latina, sino cirílica.',
    'se lee como',
    'Parecido',
  ],
  pl: [
    'brak w rejestrze nie oznacza fałszywości',
    'nie jest łacińska, lecz z cyrylicy.',
    'czyta się jako',
    'Podobne',
  ],
} as const

test.each(Object.entries(said))(
  'a look-alike domain is shown beside the registered one in %s',
  async (language, words) => {
    const registry = await openRegistry()
    onTestFinished(() => registry.close())
    await fillRegistry(registry)
    const response = await registry.app.request(`/?q=${encodeURIComponent('аcme.com')}`, {
      headers: { 'accept-language': language },
    })
    const page = await response.text()
    const text = page.replace(/<[^>]+>/g, '')
    for (const word of words) expect(text).toContain(word)
    // The mark is on that letter alone, on both sides, and who vouches comes first.
    expect(page).toContain('<bdi><mark>а</mark>cme.com</bdi>')
    expect(page).toContain('<bdi><mark>a</mark>cme.com</bdi>')
    expect(page.indexOf('href="/b/acme.com"')).toBeGreaterThan(page.indexOf('id="lookalikes"'))
  },
)

test('what hides in a name is told of', async () => {
  const registry = await openRegistry()
  onTestFinished(() => registry.close())
  await fillRegistry(registry)
  const response = await registry.app.request(`/?q=${encodeURIComponent('аc\u200Dmе tools')}`, {
    headers: { 'accept-language': 'en' },
  })
  expect((await response.text()).replace(/<[^>]+>/g, '')).toContain('Character 3 here cannot be seen.')
})
