import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'

const readers = globSync('test/badges/readers/*.ts').filter((file) => !/\.(?:test|d)\.ts$/.test(file))
const shown = readers.filter((file) => basename(file) !== 'did-document.ts')

test.each(shown)('the README shows %s as it is run', (file) => {
  const text = readFileSync(file, 'utf8')
    .replaceAll(/^import type .*\n/gm, '')
    .trim()
  expect(readFileSync('README.md', 'utf8')).toContain(`\`\`\`ts\n${text}\n\`\`\`\n`)
})

test('every reader is shown', () => {
  expect(shown).toHaveLength(5)
})
