import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { drawPicture, pictureOf, type Picture } from '#badges/picture.ts'
import { looks, type PictureState } from '#badges/picture-state.ts'
import { shownDomain } from '#badges/shown-domain.ts'
import { acme, acmeDomain } from './fixture.ts'

const states: readonly PictureState[] = [
  'controlled',
  'at_risk',
  'lapsed',
  'suspended',
  'expired',
  'unregistered',
  'unknown',
]
const bytesOf = (svg: string) => new TextEncoder().encode(svg).length
const draw = (picture: Partial<Picture> = {}) =>
  drawPicture({ state: 'controlled', domain: 'acme.com', name: 'Acme', nameState: 'self_given', ...picture })

type Element = { name: string; attributes: Record<string, string>; text: string }

/** Reads it as XML does; throws where tags do not pair or a bare special character stands. */
function read(svg: string): readonly Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, text: '' }
        elements.push(element)
        open.push(element)
      },
      ontext: (text) => open.forEach((element) => (element.text += text)),
      onclosetag: () => void open.pop(),
      oncdatastart() {
        throw new Error('There is a CDATA section')
      },
      oncomment() {
        throw new Error('There is a comment')
      },
      onprocessinginstruction() {
        throw new Error('There is a processing instruction')
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(svg)
  // The parser closes what is left open, so the text itself is counted.
  const tags = (pattern: RegExp) => svg.match(pattern)?.length ?? 0
  const unpaired = tags(/<[a-z]/g) - tags(/\/>/g) - tags(/<\//g)
  if (unpaired !== 0 || elements.length !== tags(/<[a-z]/g)) throw new Error('Tags are not paired')
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(svg)) throw new Error('There is a bare ampersand')
  return elements
}

test('the reader of these tests sees what is broken', () => {
  for (const broken of [
    '<svg><text></svg>',
    '<svg>&</svg>',
    '<svg><!-- --></svg>',
    '<svg><![CDATA[x]]></svg>',
  ]) {
    expect(() => read(broken)).toThrow()
  }
})

const textsOf = (svg: string) =>
  read(svg)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text.replace(/[\u2068\u2069]/g, ''))

describe('every picture', () => {
  test.each(states)('of the state %s is small, named and self-contained', (state) => {
    const svg = draw({ state })
    const [root, title] = read(svg)
    expect(bytesOf(svg)).toBeLessThanOrEqual(1_536)
    expect(root?.attributes).toMatchObject({ role: 'img', xmlns: 'http://www.w3.org/2000/svg' })
    expect(root?.attributes['aria-label']).toContain('acme.com')
    expect(root?.attributes['aria-label']).toContain(looks[state].sentence)
    expect(title?.text).toContain('acme.com')
    expect(textsOf(svg).slice(0, 2)).toEqual(['acme.com', looks[state].word])
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|href|url\(|<script|<style|\son\w+=|@import/i,
    )
  })

  test('each state has a colour readable on white, and a word and a mark of its own', () => {
    const all = states.map((state) => looks[state])
    for (const { colour } of all) expect(contrastOnWhite(colour)).toBeGreaterThan(4.5)
    expect(new Set(all.map(({ word }) => word)).size).toBe(states.length)
    expect(new Set(all.map(({ mark }) => mark)).size).toBe(states.length)
  })

  test('green is for a proved domain only', () => {
    const green = states.filter((state) => looks[state].colour === looks.controlled.colour)
    expect(green).toEqual(['controlled'])
  })

  test('the name is shown only while the proof stands', () => {
    expect(states.filter((state) => textsOf(draw({ state })).length === 3)).toEqual(['controlled', 'at_risk'])
  })

  test('a self-given name is quoted, a reviewed one not', () => {
    expect(textsOf(draw())[2]).toBe('“Acme”')
    expect(textsOf(draw({ nameState: 'reviewed' }))[2]).toBe('Acme')
  })
})

describe('hostile names', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['an end of character data', ']]><svg onload=alert(1)>'],
    ['quotes', `"' onload="alert(1)`],
    ['an entity', '&lt;b&gt; &xxe; &#x202e;'],
    ['controls', 'Ac\u0000m\u0008e\u001b[31m\u007f\u0085\ufffe\uffff'],
    ['half a character', 'Acme \ud800 \udc00'],
    ['a turned direction', '\u202eemcA\u202c \u2066x\u2069'],
    ['many lines', 'Acme\n\n\tInc\u2028Ltd'],
    ['Hebrew', 'אקמה בע״מ'],
    ['Arabic with joiners', 'می\u200cخواهم'],
    ['emoji', '👩‍👩‍👧‍👦 Acme 🇪🇸'],
    ['Chinese', '艾克米有限公司'],
    ['stacked marks', `A${'\u0301'.repeat(40)}cme`],
    ['200 characters', 'Acme '.repeat(40)],
    ['200 emoji', '😀'.repeat(200)],
    ['200 ampersands', '&'.repeat(200)],
    ['invisible fillers only', '\u200b\u2060\u3164\u115f\ufeff'],
    ['nothing', '   '],
  ])('%s does no harm', (_, name) => {
    const svg = draw({ name })
    const elements = read(svg)
    expect(bytesOf(svg)).toBeLessThanOrEqual(1_536)
    expect(new Set(elements.map((element) => element.name))).toEqual(
      new Set(['svg', 'title', 'rect', 'path', 'text']),
    )
    expect(textsOf(svg).slice(0, 2)).toEqual(['acme.com', 'Domain proved'])
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(svg).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066\u2067\ufffe\uffff]/)
    expect(svg.isWellFormed()).toBe(true)
    expect(svg.split('\u2068')).toHaveLength(svg.split('\u2069').length)
    for (const element of elements) {
      const attributes = Object.keys(element.attributes).filter((attribute) => attribute.startsWith('on'))
      expect(attributes).toEqual([])
    }
  })

  test('a name that does not fit is left out whole, never cut', () => {
    const shown = textsOf(draw({ name: 'Acme and Sons, Makers of Rocket-powered Everything since 1949' }))
    expect(shown).toEqual(['acme.com', 'Domain proved'])
  })

  test('the text never runs out of its frame', () => {
    for (const name of ['Acme', 'WWWWWWWWWWWWWWWW', '艾克米有限公司', 'iiiiiiiiii']) {
      const elements = read(draw({ name }))
      const width = Number(elements[0]?.attributes['width'])
      for (const { attributes } of elements.filter((element) => element.name === 'text')) {
        expect(Number(attributes['x']) + Number(attributes['textLength'])).toBeLessThanOrEqual(width - 10)
      }
    }
  })
})

describe('the domain', () => {
  test.each([
    ['acme.com', 'acme.com'],
    ['xn--mnchen-3ya.de', 'münchen.de'],
    ['www.xn--mnchen-3ya.de', 'www.münchen.de'],
    ['xn--e1afmkfd.com', 'пример.com'],
    ['xn--fiqs8s.com', '中国.com'],
    ['xn--80ak6aa92e.com', 'xn--80ak6aa92e.com'],
    ['xn--pple-43d.com', 'xn--pple-43d.com'],
    ['xn--mnchen-3ya.xn--80ak6aa92e.com', 'xn--mnchen-3ya.xn--80ak6aa92e.com'],
    ['xn--4dbrk0ce.com', 'xn--4dbrk0ce.com'],
    ['xn--google-yri.com', 'xn--google-yri.com'],
    ['xn--\u0000.com', 'xn--\u0000.com'],
    ['xn--.com', 'xn--.com'],
  ])('%s is shown as %s', (domain, shown) => {
    expect(shownDomain(domain)).toBe(shown)
  })

  test('is spoken as it is written in the DNS', () => {
    const [root] = read(draw({ domain: 'xn--mnchen-3ya.de' }))
    expect(root?.attributes['aria-label']).toContain('xn--mnchen-3ya.de')
  })

  test('that is long keeps its end, in whole labels', () => {
    const domain = `${'accounts.login.'.repeat(14)}evil.example`
    const svg = draw({ domain })
    const [shown = ''] = textsOf(svg)
    expect(bytesOf(svg)).toBeLessThanOrEqual(1_536)
    expect(shown).toMatch(/^…\.(?:accounts|login)\..*evil\.example$/)
    const label = read(svg)[0]?.attributes['aria-label'] ?? ''
    expect(label).toMatch(/^\u2068…\.(?:accounts|login)\./)
  })

  test('of two labels as long as can be still fits the size', () => {
    expect(bytesOf(draw({ domain: `${'a'.repeat(63)}.${'b'.repeat(63)}` }))).toBeLessThanOrEqual(1_536)
  })
})

describe('whose picture', () => {
  test('a brand’s is that of its main domain', () => {
    const domains = [
      { ...acmeDomain, verdict: 'at_risk' as const },
      { ...acmeDomain, domain: 'acme.de' },
    ]
    expect(pictureOf({ ...acme, domains }, 'acme.com')).toEqual({
      state: 'at_risk',
      domain: 'acme.com',
      name: 'Acme',
      nameState: 'self_given',
    })
  })

  test.each([
    ['other.com', 'other.com'],
    ['<script>', '?'],
    ['a'.repeat(64), '?'],
    ['acme.com\u202e', '?'],
  ])('an unknown address %s is not repeated unless it could be a domain', (slug, domain) => {
    expect(pictureOf(null, slug)).toEqual({ state: 'unknown', domain })
  })
})

/** WCAG 2.2: relative luminance and contrast ratio. */
function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
