import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { within } from '#net/deadline.ts'
import { Unreachable } from '#net/net.ts'

test('what was answered while this process was busy is no timeout', async () => {
  const answer = within(20, 'late', async () => await readFile('package.json', 'utf8'))
  const busyUntil = performance.now() + 150
  while (performance.now() < busyUntil);
  expect(await answer).toContain('veramarca')
})

test('silence is a timeout, and the work is told to stop', async () => {
  let told: unknown
  const silent = within(20, 'nobody answered', async (signal) => {
    signal.addEventListener('abort', () => (told = signal.reason))
    await new Promise(() => undefined)
  })
  await expect(silent).rejects.toThrow('nobody answered')
  expect(told).toBeInstanceOf(Unreachable)
  expect(told).toMatchObject({ reason: 'timeout' })
})
