import { describe, expect, test } from 'vitest'
import { colours } from '#badges/picture/paint.ts'
import {
  drawForPixels,
  drawPicture,
  expiredPicture,
  pictureOf,
  type Picture,
} from '#badges/picture/picture.ts'
import { looks, type PictureState } from '#badges/picture/picture-state.ts'
import { shownDomain } from '#badges/shown-domain.ts'
import { plainVariant, styles, themes, variantPath, type Variant } from '#badges/variant.ts'
import { badgeWords } from '#badges/words.ts'
import { languages } from '#i18n/languages.ts'
import { acme, acmeDomain, start } from '#test/badges/fixture.ts'
import { contrast, isGreen } from './colours.ts'
import { bytesOf, readSvg, textsOf } from './read-svg.ts'

const states: readonly PictureState[] = [
  'controlled',
  'at_risk',
  'lapsed',
  'suspended',
  'expired',
  'unregistered',
  'unknown',
]
const variants: readonly Variant[] = styles.flatMap((style) =>
  themes.flatMap((theme) => languages.map((language) => ({ style, theme, language }))),
)
const situations = variants.flatMap((variant) =>
  states.map((state) => [`${variantPath(variant)} ${state}`, variant, state] as const),
)
const usual: Picture = {
  state: 'controlled',
  domain: 'acme.com',
  name: 'Acme',
  nameState: 'self_given',
  checkedAt: start,
}
const draw = (picture: Partial<Picture> = {}, variant: Partial<Variant> = {}) =>
  drawPicture({ ...usual, ...picture }, { ...plainVariant, ...variant })

test('the reader of these tests sees what is broken', () => {
  for (const broken of [
    '<svg><text></svg>',
    '<svg>&</svg>',
    '<svg><!-- --></svg>',
    '<svg><![CDATA[x]]></svg>',
  ]) {
    expect(() => readSvg(broken)).toThrow()
  }
})

describe('every picture', () => {
  test.each(situations)('%s is small, named in its language and self-contained', (_, variant, state) => {
    const svg = draw({ state }, variant)
    const { word, sentence } = badgeWords[variant.language][state]
    const [root, title] = readSvg(svg)
    expect(bytesOf(svg)).toBeLessThanOrEqual(1_536)
    expect(root?.attributes).toMatchObject({
      role: 'img',
      xmlns: 'http://www.w3.org/2000/svg',
      lang: variant.language,
      'aria-label': `\u2068acme.com\u2069: ${sentence}`,
    })
    expect(title?.name).toBe('title')
    expect(title?.text).toContain(`\u2068acme.com\u2069: ${sentence}`)
    expect(textsOf(svg).slice(0, 2)).toEqual(variant.style === 'mark' ? ['acme.com'] : ['acme.com', word])
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|href|url\(|<script|\son\w+=|@import|<a[\s>]/i,
    )
    expect(svg.includes('<style>')).toBe(variant.theme === 'auto')
  })

  test.each(situations)('%s keeps all of it within its frame', (_, variant, state) => {
    for (const domain of ['acme.com', `${'w'.repeat(63)}.com`, `${'login.'.repeat(20)}evil.example`]) {
      for (const name of ['Acme', 'WWWWWWWWWWWWWWWW', '艾克米有限公司', 'iiiiiiiiii', 'Société '.repeat(5)]) {
        const elements = readSvg(draw({ state, domain, name }, variant))
        const [root] = elements
        const [width, height] = [Number(root?.attributes['width']), Number(root?.attributes['height'])]
        expect(root?.attributes['viewBox']).toBe(`0 0 ${width} ${height}`)
        for (const { attributes } of elements.filter((element) => element.name === 'text')) {
          const x = Number(attributes['x'])
          const right = attributes['text-anchor'] === 'end' ? x : x + Number(attributes['textLength'] ?? 0)
          expect(right).toBeLessThanOrEqual(width - 10)
          expect(Number(attributes['y'])).toBeLessThan(height - 5)
        }
      }
    }
  })

  test.each([...languages])('in %s has a word of its own for each state', (language) => {
    const words = states.map((state) => badgeWords[language][state])
    expect(new Set(words.map(({ word }) => word)).size).toBe(states.length)
    expect(new Set(words.map(({ sentence }) => sentence)).size).toBe(states.length)
  })

  test('each state has an outline and a glyph of its own', () => {
    const all = states.map((state) => looks[state])
    expect(new Set(all.map(({ shape }) => shape)).size).toBe(states.length)
    expect(new Set(all.map(({ glyph }) => glyph)).size).toBe(states.length)
  })

  test('the name is shown only while the proof stands', () => {
    expect(states.filter((state) => draw({ state }).includes('Acme'))).toEqual(['controlled', 'at_risk'])
  })

  test('a self-given name is quoted, a reviewed one not', () => {
    expect(textsOf(draw())[2]).toBe('“Acme”')
    expect(textsOf(draw({}, { language: 'es' }))[2]).toBe('«Acme»')
    expect(textsOf(draw({}, { language: 'pl' }))[2]).toBe('„Acme”')
    expect(textsOf(draw({ nameState: 'reviewed' }))[2]).toBe('Acme')
    expect(readSvg(draw({}, { style: 'mark' }))[1]?.text).toContain('“Acme”')
  })

  test('a card says whose it is, and when the domain was checked while it stands', () => {
    const shown = (state: PictureState) => textsOf(draw({ state }, { style: 'card', language: 'es' }))
    expect(shown('controlled').slice(3)).toEqual(['Veramarca', 'comprobado 2026-01-01'])
    for (const state of states.slice(1)) expect(shown(state).at(-1)).toBe('Veramarca')
  })
})

describe('the colours', () => {
  const shades = ['light', 'dark'] as const
  test.each(shades)('of %s are readable on their ground, and marks stand out from it', (shade) => {
    const { ground, text, soft, states: own } = colours[shade]
    for (const colour of [text, soft, ...Object.values(own)]) {
      expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('are green for a proved domain only', () => {
    for (const shade of shades) {
      expect(states.filter((state) => isGreen(colours[shade].states[state]))).toEqual(['controlled'])
    }
  })

  test.each(situations)('%s are those of its theme and state, every one of them', (_, variant, state) => {
    const svg = draw({ state }, variant)
    const of = (shade: 'light' | 'dark') => {
      const { ground, text, soft, states: own } = colours[shade]
      return new Set([ground, own[state], text, ...(variant.style === 'mark' ? [] : [soft])])
    }
    const [sheet = ''] = svg.match(/<style>.*<\/style>/) ?? []
    const used = (text: string) => new Set(text.match(/#[\da-f]{3,6}\b/g))
    const { ground, states: own } = colours[variant.theme === 'dark' ? 'dark' : 'light']
    const attributes = used(svg.replace(sheet, ''))
    expect(attributes.isSubsetOf(of(variant.theme === 'dark' ? 'dark' : 'light'))).toBe(true)
    expect(attributes.isSupersetOf(new Set([ground, own[state]]))).toBe(true)
    if (variant.theme === 'auto') expect(used(sheet)).toEqual(of('dark'))
  })

  test('of auto reach every part that is painted', () => {
    for (const style of styles) {
      const svg = draw({}, { style, theme: 'auto' })
      const [sheet = ''] = svg.match(/<style>.*<\/style>/) ?? []
      expect(sheet).toContain('@media(prefers-color-scheme:dark)')
      for (const { attributes } of readSvg(svg)) {
        const { fill = 'none', stroke = 'none', class: part } = attributes
        if (fill === 'none' && stroke === 'none') continue
        expect(sheet).toContain(`.${part}{`)
      }
    }
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
    for (const variant of variants) {
      const svg = draw({ name }, variant)
      const elements = readSvg(svg)
      expect(bytesOf(svg)).toBeLessThanOrEqual(1_536)
      const allowed = new Set(['svg', 'title', 'style', 'rect', 'g', 'path', 'text'])
      expect(new Set(elements.map((element) => element.name)).isSubsetOf(allowed)).toBe(true)
      const { word } = badgeWords[variant.language].controlled
      expect(textsOf(svg).slice(0, 2)).toEqual(variant.style === 'mark' ? ['acme.com'] : ['acme.com', word])
      // eslint-disable-next-line no-control-regex -- these are what must not be there
      expect(svg).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066\u2067\ufffe\uffff]/)
      expect(svg.isWellFormed()).toBe(true)
      expect(svg.split('\u2068')).toHaveLength(svg.split('\u2069').length)
      for (const element of elements) {
        const attributes = Object.keys(element.attributes).filter((attribute) => attribute.startsWith('on'))
        expect(attributes).toEqual([])
      }
    }
  })

  test('a name that does not fit is left out whole, never cut', () => {
    const shown = textsOf(draw({ name: 'Acme and Sons, Makers of Rocket-powered Everything since 1949' }))
    expect(shown).toEqual(['acme.com', 'Domain proved'])
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
    ['xn--google-.com', 'xn--google-.com'],
    ['xn--e-xbb.com', 'xn--e-xbb.com'],
  ])('%s is shown as %s', (domain, shown) => {
    expect(shownDomain(domain)).toBe(shown)
  })
  test('in Cyrillic letters that all look Latin stays as it is in the DNS', () => {
    expect(shownDomain('xn--n1aahb.com')).toBe('xn--n1aahb.com')
  })

  test('is spoken as it is written in the DNS', () => {
    const [root] = readSvg(draw({ domain: 'xn--mnchen-3ya.de' }))
    expect(root?.attributes['aria-label']).toContain('xn--mnchen-3ya.de')
  })

  test('that is long keeps its end, in whole labels', () => {
    const domain = `${'accounts.login.'.repeat(14)}evil.example`
    const svg = draw({ domain })
    const [shown = ''] = textsOf(svg)
    expect(bytesOf(svg)).toBeLessThanOrEqual(1_536)
    expect(shown).toMatch(/^…\.(?:accounts|login)\..*evil\.example$/)
    const label = readSvg(svg)[0]?.attributes['aria-label'] ?? ''
    expect(label).toMatch(/^\u2068…\.(?:accounts|login)\./)
  })

  test('of two labels as long as can be still fits the size', () => {
    for (const variant of variants) {
      for (const state of states) {
        const domain = `${'a'.repeat(63)}.${'b'.repeat(63)}`
        expect(bytesOf(draw({ domain, state, name: '&'.repeat(60) }, variant))).toBeLessThanOrEqual(1_536)
      }
    }
  })
})

describe('made for pixels', () => {
  const draw = (picture: Partial<Picture>, variant: Partial<Variant> = {}) =>
    drawForPixels({ ...usual, ...picture }, { ...plainVariant, ...variant })

  test.each([
    ['acme.com', 'Acme', ['acme.com', 'Domain proved', '“Acme”']],
    ['acme.com', 'Zażółć gęślą jaźń', ['acme.com', 'Domain proved', '“Zażółć gęślą jaźń”']],
    ['acme.com', 'Cafe\u0301', ['acme.com', 'Domain proved', '“Café”']],
    ['acme.com', 'אקמה', ['acme.com', 'Domain proved']],
    ['acme.com', 'Acme 😀', ['acme.com', 'Domain proved']],
    ['xn--mnchen-3ya.de', 'Acme', ['münchen.de', 'Domain proved', '“Acme”']],
    ['xn--e1afmkfd.com', 'Пример', ['xn--e1afmkfd.com', 'Domain proved']],
    ['xn--fiqs8s.com', '中国', ['xn--fiqs8s.com', 'Domain proved']],
  ])('%s of %s shows what the bundled font can draw', (domain, name, shown) => {
    const svg = draw({ domain, name })
    expect(textsOf(svg)).toEqual(shown)
    expect(svg).not.toMatch(/[\u2068\u2069]|<title|aria-label|lang=/)
  })

  test('a picture changes with what is seen and with nothing else', () => {
    const mark = (picture: Partial<Picture>) => draw(picture, { style: 'mark' })
    expect(mark({ name: 'Other' })).toBe(mark({}))
    expect(mark({ domain: 'other.com' })).not.toBe(mark({}))
    expect(mark({ state: 'lapsed' })).not.toBe(mark({}))
    const card = (picture: Partial<Picture>) => draw(picture, { style: 'card' })
    expect(card({ checkedAt: 0 })).toBe(card({}))
    expect(card({ name: 'Other' })).not.toBe(card({}))
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
      checkedAt: start,
    })
  })

  const of = (verdict: typeof acme.verdict) => ({
    ...acme,
    verdict,
    domains: verdict === 'unregistered' ? [] : [{ ...acmeDomain, verdict }],
  })
  test.each(['controlled', 'at_risk', 'lapsed', 'suspended', 'unregistered'] as const)(
    '%s is shown as that, and while the brand is frozen as suspended',
    (verdict) => {
      expect(pictureOf(of(verdict), 'acme.com').state).toBe(verdict)
      expect(pictureOf({ ...of(verdict), frozenAt: start }, 'acme.com').state).toBe('suspended')
    },
  )

  test.each([
    ['controlled', 'expired'],
    ['at_risk', 'expired'],
    ['lapsed', 'lapsed'],
    ['suspended', 'suspended'],
    ['unregistered', 'unregistered'],
    ['unknown', 'unknown'],
  ] as const)('%s with an ended badge inside is shown as %s', (state, shown) => {
    expect(expiredPicture({ ...usual, state })).toEqual({ ...usual, state: shown })
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
