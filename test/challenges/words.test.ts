import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { instruct } from '#challenges/instruct.ts'
import { acme } from './fixture.ts'
import { examples, toldOf, toldOfAnExpiredToken } from './examples.ts'

const section = (await readFile('README.md', 'utf8'))
  .split(/^## /m)
  .find((part) => part.startsWith('Proving a domain'))
const blocks = [...(section ?? '').matchAll(/^```(text|json)\n(.*?)^```$/gms)]
const wrapped = (text: string) => text.replaceAll(/\s*\n\s+/g, ' ').trim()

/** `reason`, then its words on indented lines. */
const words = new Map(
  blocks
    .filter(([, language]) => language === 'text')
    .flatMap(([, , block = '']) => block.split(/\n(?=\S)/))
    .map((entry) => [/^\S*/.exec(entry)?.[0] ?? '', wrapped(entry.replace(/^\S+/, ''))]),
)

describe('what the README says the server says', () => {
  test.each(Object.entries(examples))('of %s', async (reason, example) => {
    const told = await toldOf(example)
    expect(told.reason).toBe(reason)
    expect(words.get(reason)).toBe(told.detail)
    if (told.kind !== 'refused') return
    // The expected record's name or URL, in every refusal.
    expect(told.detail).toMatch(
      /_veramarca(?:-challenge)?\.acme\.com|https:\/\/acme\.com\/|_veramarca-policy\.acme\.com/,
    )
  })

  test('of token_expired', async () => {
    const told = await toldOfAnExpiredToken()
    expect(told.reason).toBe('token_expired')
    expect(words.get('token_expired')).toBe(told.detail)
  })

  test('is said of every reason, and of none that is not there', () => {
    expect([...words.keys()].toSorted()).toEqual([...Object.keys(examples), 'token_expired'].toSorted())
  })

  test('to publish', () => {
    const [published = ''] = blocks.filter(([, language]) => language === 'json').map(([, , block]) => block)
    expect(JSON.parse(published)).toEqual(instruct(acme))
  })
})
