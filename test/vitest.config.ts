import { availableParallelism } from 'node:os'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/**
 * Suites that workerd is spared, a third of its time: what is decided over days, and the tables of what is refused. What
 * they decide is pure; each shape of statement, each constraint and each platform call that they make is made in workerd
 * by another suite, and each refusal once by `refusals`.
 */
const decidedAlike = [
  'bad-input',
  'code-limits',
  'continuity',
  'former-holders',
  'maturing',
  'patience',
  'write-routes',
  'yield-to-dns',
]

/**
 * The same API suites run twice: on an embedded file in Node, and in workerd against a real libSQL server. Modules
 * are loaded once a worker (thrice as fast), so no test may lean on what a module remembers.
 */
export default defineConfig({
  root,
  test: {
    globalSetup: ['test/support/template-file.ts', 'test/support/template-server.ts'],
    reporters:
      process.env['CI'] === undefined
        ? ['default']
        : ['default', ['json', { outputFile: '.build/tests.json' }]],
    sequence: { shuffle: true },
    // Much of a test is waiting: for sqld, a server, a process. On two cores a third worker uses what two leave idle.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        root,
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/worker/**', 'test/e2e/**', 'test/dns/**', 'test/browser/**'],
          testTimeout: 60_000,
          sequence: { shuffle: true },
          isolate: false,
        },
      },
      {
        root,
        plugins: [
          cloudflareTest({
            miniflare: {
              compatibilityDate: '2026-10-01',
              compatibilityFlags: ['nodejs_compat'],
              // As wrangler takes them without being told.
              modulesRules: [{ type: 'CompiledWasm', include: ['**/*.wasm'] }],
            },
          }),
        ],
        test: {
          name: 'workerd',
          include: ['test/api/**/*.test.ts', 'test/worker/**/*.test.ts'],
          exclude: decidedAlike.map((name) => `test/api/${name}.test.ts`),
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
          hookTimeout: 300_000,
          sequence: { shuffle: true },
        },
      },
    ],
  },
})
