import { defineConfig } from 'vitest/config'

const root = new URL('../..', import.meta.url).pathname

/** Beside `npm test`, which needs npm alone: these tests need BIND and unbound from Debian's packages. */
export default defineConfig({
  root,
  test: {
    name: 'dns',
    include: ['test/dns/**/*.test.ts'],
    globalSetup: ['test/dns/programs.ts'],
    reporters:
      process.env['CI'] === undefined
        ? ['default']
        : ['default', ['json', { outputFile: '.build/tests-dns.json' }]],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { shuffle: true },
  },
})
