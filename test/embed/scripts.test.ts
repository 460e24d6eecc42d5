import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildScript, moduleOf, scripts } from './built-scripts.ts'

test.each(scripts)('$file is what $entry builds: else run `npm run embed`', async (script) => {
  expect(readFileSync(script.file, 'utf8')).toBe(moduleOf(script, await buildScript(script)))
})

test.each(scripts)(
  '$entry is one file of at most 8 KB over the wire, and asks for nothing else',
  async (script) => {
    const source = await buildScript(script)
    expect(gzipSync(source).length).toBeLessThanOrEqual(8 * 1_024)
    expect(source).not.toMatch(/\bimport\s*[({"']|\bfrom\s*["']|innerHTML|insertAdjacentHTML|\beval\b|cookie/)
  },
)
