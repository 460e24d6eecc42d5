import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/** The same API suites run twice: on an embedded file in Node, and in workerd against a real libSQL server. */
export default defineConfig({
  root,
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    reporters:
      process.env['CI'] === undefined
        ? ['default']
        : ['default', ['json', { outputFile: '.build/tests.json' }]],
    sequence: { shuffle: true },
    projects: [
      {
        root,
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/worker/**', 'test/e2e/**', 'test/dns/**', 'test/browser/**'],
          testTimeout: 60_000,
          sequence: { shuffle: true },
        },
      },
      {
        root,
        plugins: [
          cloudflareTest({
            miniflare: {
              compatibilityDate: '2026-10-01',
              compatibilityFlags: ['nodejs_compat'],
            },
          }),
        ],
        test: {
          name: 'workerd',
          include: ['test/api/**/*.test.ts', 'test/worker/**/*.test.ts'],
          testTimeout: 60_000,
          sequence: { shuffle: true },
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/worker-bundle.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { shuffle: true },
        },
      },
    ],
  },
})
