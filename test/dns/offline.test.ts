import { expect, onTestFinished, test } from 'vitest'
import { attemptIn } from '#test/e2e/fixture.ts'
import { checkInTime, expectProved, openScene, publishTxt, type Scene } from './fixture.ts'
import type { Resolver } from './name-servers.ts'

/** Resolvers are ended here, so each test has its own. */
async function open(choose?: (resolvers: readonly Resolver[]) => readonly Resolver[]): Promise<Scene> {
  const scene = await openScene(choose)
  onTestFinished(() => scene.close())
  return scene
}

/** The resolver at this place in the server's order, the primary first, ends. */
async function end({ servers }: Scene, ...places: readonly number[]): Promise<void> {
  for (const place of places) await servers.resolvers[place]?.unbound.stop()
}

const offline = { outcome: 'unreachable', reason: 'resolver_failed' }

test('one of two remote resolvers offline is named and tolerated, for a yes and for a no', async () => {
  const scene = await open()
  const owned = await scene.enter('unsigned.example')
  await publishTxt(scene.named, owned)
  await end(scene, 2)
  const found = await owned.check('dns-txt')
  expect(attemptIn(found)).toMatchObject({
    outcome: 'proved',
    perspectives: [{ outcome: 'proved' }, { outcome: 'proved' }, offline],
  })

  await scene.named.update(`delete ${owned.txtName}. TXT`)
  const gone = await checkInTime(owned, 'dns-txt')
  expect(attemptIn(gone)).toMatchObject({
    outcome: 'refused',
    reason: 'nxdomain',
    perspectives: [{ outcome: 'refused' }, { outcome: 'refused' }, offline],
  })
  expect(gone.body.state).toBe('failing')
})

test('both remote resolvers offline leave the primary alone, and alone it decides nothing', async () => {
  const scene = await open()
  const owned = await scene.enter('unsigned.example')
  await publishTxt(scene.named, owned)
  await end(scene, 1, 2)
  const checked = await owned.check('dns-txt')
  expect(attemptIn(checked)).toMatchObject({
    outcome: 'unreachable',
    reason: 'perspectives_disagree',
    perspectives: [{ outcome: 'proved' }, offline, offline],
  })
  expect(checked.body.state).toBe('pending')
})

test('of two resolvers none may be offline', async () => {
  const scene = await open((all) => all.slice(0, 2))
  const owned = await scene.enter('unsigned.example')
  await publishTxt(scene.named, owned)
  await end(scene, 1)
  const seen = attemptIn(await owned.check('dns-txt'))
  expect(seen).toMatchObject({ outcome: 'unreachable', reason: 'perspectives_disagree' })
  expect(await owned.state()).toBe('pending')
})

test('without the primary nothing is learnt, and what was proved stays proved', async () => {
  const scene = await open()
  const owned = await scene.enter('unsigned.example')
  await publishTxt(scene.named, owned)
  await expectProved(owned)
  await end(scene, 0)
  const checked = await checkInTime(owned, 'dns-txt')
  expect(attemptIn(checked)).toMatchObject({ ...offline, perspectives: [offline, {}, {}] })
  expect(checked.body.state).toBe('proved')
})
