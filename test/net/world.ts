import { expect, test } from 'vitest'
import type { Net, Perspective, UnreachableReason } from '#net/net.ts'
import { Unreachable } from '#net/net.ts'
import { createNodeNet } from '#net/node-net.ts'
import { type Internet, startInternet } from '#test/support/internet/internet.ts'

type World = { internet: Internet; net: Net; primary: Perspective }

/** Each test has an Internet of its own. */
export const it = test.extend<World>({
  internet: async ({ task: _task }, use) => {
    const internet = await startInternet()
    await use(internet)
    await internet.close()
  },
  net: async ({ internet }, use) => use(createNodeNet(internet.netOptions)),
  primary: async ({ net }, use) => use(first(net)),
})

export function first(net: Net): Perspective {
  const [primary] = net.perspectives
  if (primary === undefined) throw new Error('a net without a perspective')
  return primary
}

/** The one class that net/ throws; anything else fails the test. */
export async function unreachable(look: Promise<unknown>): Promise<Unreachable> {
  const outcome = await look.then(
    () => 'an answer',
    (error: unknown) => error,
  )
  if (outcome instanceof Unreachable) return outcome
  throw new Error(`expected Unreachable, got ${String(outcome)}`)
}

export async function expectReason(look: Promise<unknown>, reason: UnreachableReason): Promise<void> {
  const error = await unreachable(look)
  expect({ reason: error.reason, detail: error.message }).toMatchObject({ reason })
}
