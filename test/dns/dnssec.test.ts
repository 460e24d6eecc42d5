import { afterAll, beforeAll, expect, test } from 'vitest'
import { attemptIn } from '#test/e2e/fixture.ts'
import { checkInTime, expectProved, openScene, publishTxt, toldAbout, type Scene } from './fixture.ts'
import { txt } from './zones.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => {
  await scene?.close()
})

test.each([
  ['signed.example', true],
  ['unsigned.example', false],
])('a record in the zone %s proves, and the evidence says authenticated: %s', async (zone, authenticated) => {
  const owned = await scene.enter(zone)
  await publishTxt(scene.named, owned)
  await expectProved(owned)
  for (const told of await toldAbout(owned, owned.txtName)) {
    expect(told).toMatchObject({ answer: 'found', authenticated })
  }
})

test('a zone tampered with after signing proves nobody and takes nothing from who is proved', async () => {
  const owned = await scene.enter('tampered.example')
  const forger = await scene.enter('tampered.example')
  const record = txt(owned.txtName, owned.txtValue)
  await scene.named.load('tampered.example', [record])
  await expectProved(owned)

  const after = (signed: string) => signed.replaceAll(owned.txtValue, forger.txtValue)
  await scene.named.load('tampered.example', [record], { after })

  // The honest record is kept for a second; the registry wants five between two checks.
  const seen = attemptIn(await checkInTime(owned, 'dns-txt'))
  expect(seen).toMatchObject({ outcome: 'unreachable', reason: 'dnssec_bogus' })
  expect(seen.detail).toContain(`DNSSEC of ${owned.txtName} is broken: DNSSEC bogus`)
  for (const told of await toldAbout(owned, owned.txtName)) {
    expect(told).toMatchObject({ answer: 'dnssec_bogus', authenticated: false, digest: null })
  }
  expect(await owned.state()).toBe('proved')
  const forged = attemptIn(await forger.check('dns-txt'))
  expect(forged).toMatchObject({ outcome: 'unreachable', reason: 'dnssec_bogus' })
  expect(await forger.state()).toBe('pending')
})

test('signatures that ran out are said to have run out', async () => {
  const owned = await scene.enter('expired.example')
  const period = ['-s', 'now-864000', '-e', 'now-432000', '-X', 'now+864000']
  await scene.named.load('expired.example', [txt(owned.txtName, owned.txtValue)], { period })
  const seen = attemptIn(await owned.check('dns-txt'))
  expect(seen).toMatchObject({ outcome: 'unreachable', reason: 'dnssec_bogus' })
  expect(seen.detail).toContain('signature expired')
  expect(await owned.state()).toBe('pending')
})
