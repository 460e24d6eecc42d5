import { describe, expect, test } from 'vitest'
import { styleSheet } from '#web/style/index.ts'
import { tokens } from '#web/style/tokens.ts'

const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)')

function colours(block: string): ReadonlyMap<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[\da-f]{6})/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  )
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('%s', (_, scheme) => {
  const pick = (name: string) => scheme.get(name) ?? ''
  const text = ['ink', 'soft', 'link', 'proved', 'other', 'caution', 'stop', 'said', 'quiet']

  test.each(text)('%s is read at 4.5:1 on every paper', (name) => {
    expect(contrast(pick(name), pick('paper'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(pick(name), pick('sheet'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(pick(name), pick('tint'))).toBeGreaterThanOrEqual(4.5)
  })

  test('a button is read at 4.5:1, a field is outlined at 3:1', () => {
    expect(contrast(pick('on-link'), pick('link'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(pick('edge'), pick('sheet'))).toBeGreaterThanOrEqual(3)
    expect(contrast(pick('edge'), pick('paper'))).toBeGreaterThanOrEqual(3)
  })
})

test('the stylesheet is at most 24 KB and fetches nothing', () => {
  expect(new TextEncoder().encode(styleSheet).length).toBeLessThanOrEqual(24_576)
  expect(styleSheet).not.toMatch(/url\(|@import/)
})

test('it serves print, reduced motion and forced contrast', () => {
  for (const query of ['print', 'prefers-reduced-motion', 'prefers-contrast'])
    expect(styleSheet).toContain(query)
})
