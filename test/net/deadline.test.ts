import { readFile } from 'node:fs/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
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

test('a process that is always late gives up all the same', async () => {
  // Each timer rings a second late by the clock, as under a load that never ends.
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000))
  onTestFinished(() => void vi.restoreAllMocks())
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const look = within(10, 'Silence', () => new Promise<never>(() => {}))
  const ended = look.catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await ended).toMatchObject({ reason: 'timeout' })
})
