import { defineConfig } from 'vitest/config'

const root = new URL('../..', import.meta.url).pathname

/** Beside `npm test`, which needs npm alone: these tests need Chromium from Debian's packages. */
export default defineConfig({
  root,
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/programs.ts', 'test/support/template-file.ts'],
    reporters:
      process.env['CI'] === undefined
        ? ['default']
        : ['default', ['json', { outputFile: '.build/tests-browser.json' }]],
    // Much of a test is waiting for the browser, or for a cache to age.
    maxWorkers: 3,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    sequence: { shuffle: true },
  },
})
