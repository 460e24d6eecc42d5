import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { attemptIn } from '#test/e2e/fixture.ts'
import { checkInTime, openScene, publishTxt, type Scene } from './fixture.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => {
  await scene?.close()
})

test('a record that is added after the owner said "ready" is found by the schedule alone', async () => {
  const owned = await scene.enter('signed.example')
  const early = await owned.check('dns-txt')
  expect(attemptIn(early)).toMatchObject({ outcome: 'refused', reason: 'nxdomain' })
  expect(early.body.state).toBe('pending')

  await publishTxt(scene.named, owned)
  await vi.waitFor(async () => expect(await owned.state()).toBe('proved'), { timeout: 90_000, interval: 500 })
  const { attempts } = (await owned.owner.get(`/v1/domains/${owned.domainId}`)).body
  expect(attempts).toContainEqual(expect.objectContaining({ method: 'dns-txt', outcome: 'proved' }))
})

test('the advice when to ask again is how long the zone keeps a "no", counted down', async () => {
  const owned = await scene.enter('patient.example')
  const first = (await owned.check('dns-txt')).body.retry_after
  // A resolver counts whole seconds, and the look itself may take one.
  expect(first).toBeLessThanOrEqual(47)
  expect(first).toBeGreaterThanOrEqual(45)
  const second = (await checkInTime(owned, 'dns-txt')).body.retry_after
  expect(second).toBeLessThanOrEqual(first - 4)
  expect(second).toBeGreaterThan(30)
})

test('a zone that keeps a "no" for 5 s is asked again after 5 s', async () => {
  const owned = await scene.enter('soon.unsigned.example')
  expect((await owned.check('dns-txt')).body.retry_after).toBe(5)
})
