import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { refusals, silences, toldOf } from './examples.ts'

const section = (await readFile('README.md', 'utf8'))
  .split(/^## /m)
  .find((part) => part.startsWith('Proving an account'))

/** `reason`, then its words on indented lines. */
const words = new Map(
  [...(section ?? '').matchAll(/^```text\n(.*?)^```$/gms)]
    .flatMap(([, block = '']) => block.split(/\n(?=\S)/))
    .map((entry) => [
      /^\S*/.exec(entry)?.[0] ?? '',
      entry
        .replace(/^\S+/, '')
        .replaceAll(/\s*\n\s+/g, ' ')
        .trim(),
    ]),
)

describe('what the README says the server says', () => {
  test.each(Object.entries(refusals))('of %s, which is certain', async (reason, example) => {
    const told = await toldOf(example)
    expect(told).toMatchObject({ kind: 'refused', reason })
    expect('detail' in told && told.detail).toBe(words.get(reason))
  })

  test.each(Object.entries(silences))('of %s, which decides nothing', async (reason, example) => {
    const told = await toldOf(example)
    expect(told).toMatchObject({ kind: 'unreachable', reason })
    expect('detail' in told && told.detail).toBe(words.get(reason))
  })

  test('is said of every reason, and of none that is not there', () => {
    const reasons = [...Object.keys(refusals), ...Object.keys(silences)]
    expect([...words.keys()].toSorted()).toEqual(reasons.toSorted())
  })
})
