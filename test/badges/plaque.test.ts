import { describe, expect, test } from 'vitest'
import { plaqueLooks, type Tone } from '#badges/plaque/looks.ts'
import { drawPlaque, type Part, type Plaque } from '#badges/plaque/plaque.ts'
import { plaqueStyle } from '#badges/plaque/style.ts'
import { wordsOf, type PlaqueState } from '#badges/plaque/words.ts'
import { plainVariant, styles, type Variant } from '#badges/variant.ts'
import { languages } from '#i18n/languages.ts'

const registry = 'https://registry.example'
const states = Object.keys(plaqueLooks) as PlaqueState[]

const textOf = (part: Part | string): string =>
  typeof part === 'string' ? part : part.children.map(textOf).join('')
const tagsOf = (part: Part): Part[] => [
  part,
  ...part.children.flatMap((each) => (typeof each === 'string' ? [] : tagsOf(each))),
]

function draw(plaque: Partial<Plaque>, variant: Partial<Variant> = {}): Part {
  return drawPlaque(
    { state: 'controlled', domain: 'acme.com', ...plaque },
    { ...plainVariant, ...variant },
    { registry },
  )
}

describe('a plaque', () => {
  test.each(states)('%s has its word in every language and look, the domain before all else', (state) => {
    for (const language of languages) {
      for (const style of styles) {
        const text = textOf(draw({ state, name: 'Zeta' }, { language, style }))
        expect(text.trimStart()).toMatch(/^acme\.com/)
        expect(text).toContain(wordsOf(language, state).word)
      }
    }
  })

  test('no two states share a word, or both mark and tone', () => {
    for (const language of languages) {
      expect(new Set(states.map((state) => wordsOf(language, state).word)).size).toBe(states.length)
    }
    expect(new Set(states.map((state) => plaqueLooks[state].mark)).size).toBe(states.length)
  })

  test('only a proved domain is green', () => {
    expect(states.filter((state) => plaqueLooks[state].tone === 'good')).toEqual(['controlled'])
  })

  test.each([
    ['self_given', 'flat', '“Acme”'],
    ['self_given', 'card', 'calls itself “Acme”'],
    ['reviewed', 'flat', 'Acme'],
    ['reviewed', 'card', 'Acme'],
  ] as const)('a %s name on a %s is %s', (nameState, style, shown) => {
    const name = tagsOf(draw({ name: 'Acme', nameState }, { style })).find(
      ({ attributes }) => attributes['class'] === 'vm-name',
    )
    expect(name === undefined ? '' : textOf(name)).toBe(shown)
  })

  test.each(['', '  ', '\u202e', 'x'.repeat(81), `A${'\u0336\u0489'.repeat(20)}`])(
    'a name %j is left out whole',
    (name) => {
      expect(tagsOf(draw({ name })).map(({ attributes }) => attributes['class'])).not.toContain('vm-name')
    },
  )

  test.each(states.filter((state) => !['controlled', 'at_risk'].includes(state)))(
    '%s lends no name its look',
    (state) => {
      for (const style of styles)
        expect(textOf(draw({ state, name: 'Zeta' }, { style }))).not.toContain('Zeta')
    },
  )

  test('no name turns the direction of what is around it', () => {
    const name = 'A\u202eB\u2066C'
    const drawn = draw({ name })
    expect(textOf(drawn)).toContain('“ABC”')
    expect(tagsOf(drawn).find(({ children }) => children.includes('ABC'))?.tag).toBe('bdi')
  })

  test('a domain that could pass for another stays in A-labels', () => {
    expect(textOf(draw({ domain: 'xn--80ak6aa92e.com' }))).toContain('xn--80ak6aa92e.com')
    expect(textOf(draw({ domain: 'xn--mnchen-3ya.de' }))).toContain('münchen.de')
  })

  test('links to the registry alone: the brand’s page and what a badge says', () => {
    for (const style of styles) {
      const links = tagsOf(draw({ domain: 'xn--mnchen-3ya.de' }, { style })).filter(({ tag }) => tag === 'a')
      expect(links.map(({ attributes }) => [attributes['href'], attributes['rel']])).toEqual([
        [`${registry}/b/xn--mnchen-3ya.de`, 'noopener'],
        [`${registry}/what-a-badge-says`, 'noopener'],
      ])
    }
  })

  test('has no style and no script of its own, which policies refuse', () => {
    for (const state of states) {
      const parts = tagsOf(draw({ state }))
      expect(
        parts
          .flatMap(({ attributes }) => Object.keys(attributes))
          .filter((name) => /^(?:style|on)/.test(name)),
      ).toEqual([])
    }
  })
})

/** WCAG 2.2 §1.4.3. */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test.each(['.vm{', '.vm-dark{', '.vm-auto{'])('in %s… every text keeps 4.5:1', (rule) => {
  const [, block = ''] = new RegExp(`${rule.replace('.', '\\.')}([^}]*)}`).exec(plaqueStyle) ?? []
  const colours = new Map(
    [...block.matchAll(/--vm-(\w+):(#\w+)/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const sheet = luminance(colours.get('sheet') ?? '')
  const inks: (Tone | 'ink' | 'soft')[] = ['ink', 'soft', 'good', 'caution', 'stop', 'past', 'quiet']
  for (const ink of inks) {
    const [dark = 0, light = 0] = [sheet, luminance(colours.get(ink) ?? '')].toSorted(
      (one, other) => one - other,
    )
    expect((light + 0.05) / (dark + 0.05), ink).toBeGreaterThanOrEqual(4.5)
  }
})
