import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openHouse } from '#test/support/house.ts'
import { guides } from '#web/guides/index.ts'
import { writeGuides } from './guides.ts'

test('the guides are what the README says: else run `npm run guides`', () => {
  expect(guides).toEqual(writeGuides())
})

test('a guide’s examples are the README’s, whose tests run them', () => {
  const readme = readFileSync('README.md', 'utf8')
  const codes = guides.flatMap(({ html }) => [...html.matchAll(/<code>([^<]+)<\/code><\/pre>/g)])
  expect(codes.length).toBeGreaterThan(20)
  for (const [, code = ''] of codes) expect(readme).toContain(plain(code))
})

describe('the pages', () => {
  test('link to each other and to sections that are there', async () => {
    const house = await openHouse()
    const { text } = await house.ask('/docs/guides')
    const links = [...text.matchAll(/href="(\/docs\/guides\/[^"#]+)"/g)].map(([, href = '']) => href)
    expect(links).toHaveLength(guides.length)
    for (const { slug, html } of guides) {
      const page = await house.ask(`/docs/guides/${slug}`)
      expect(page.status).toBe(200)
      for (const [, path = '', id] of html.matchAll(/href="(\/docs\/guides\/[^"#]+)(?:#([^"]+))?"/g)) {
        const linked = await house.ask(path)
        expect(linked.status, path).toBe(200)
        if (id !== undefined) expect(linked.text, `${path}#${id}`).toContain(`id="${id}"`)
      }
    }
    expect((await house.ask('/docs/guides/nothing')).status).toBe(404)
  })
})

function plain(code: string): string {
  return code
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
