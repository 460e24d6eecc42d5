import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptIn } from '#test/e2e/fixture.ts'
import { expectProved, openScene, publishTxt, type Scene } from './fixture.ts'
import { cname, lame, txt } from './zones.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => {
  await scene?.close()
})

describe('a TXT record', () => {
  test('of several strings, more than 255 characters together, proves', async () => {
    const owned = await scene.enter('long.unsigned.example')
    const [head, tail] = [owned.txtValue.slice(0, 30), owned.txtValue.slice(30)]
    const words = ` note=${'x'.repeat(240)}`
    await scene.named.update(`add ${txt(owned.txtName, head, tail, words, ' more=yes')}`)
    await expectProved(owned)
  })

  test('among so many others that the answer does not fit a datagram proves', async () => {
    const owned = await scene.enter('crowd.unsigned.example')
    const others = Array.from({ length: 20 }, (_, index) => `${index} ${'x'.repeat(200)}`)
    const records = [...others, owned.txtValue].map((value) => `add ${txt(owned.txtName, value)}`)
    await scene.named.update(...records)
    await expectProved(owned)
    for (const { bridge } of scene.servers.resolvers) expect(bridge.overTcp()).toBeGreaterThan(0)
  })

  test('of a wildcard is told from a record of its own', async () => {
    const owned = await scene.enter('wild.unsigned.example')
    await scene.named.update(`add ${txt('*.wild.unsigned.example', owned.txtValue)}`)
    const seen = attemptIn(await owned.check('dns-txt'))
    expect(seen).toMatchObject({ outcome: 'refused', reason: 'wildcard' })
    expect(seen.detail).toContain(`exactly ${owned.txtName}`)
  })

  test('beside a wildcard that says something else proves', async () => {
    const owned = await scene.enter('beside.unsigned.example')
    await scene.named.update(`add ${txt('*.beside.unsigned.example', 'v=spf1 -all')}`)
    await publishTxt(scene.named, owned)
    await expectProved(owned)
  })

  test('of a wildcard in a signed zone is told from a record of its own', async () => {
    // A zone of its own: what others are told is missing from a signed zone is kept, wildcards included (RFC 8198).
    const owned = await scene.enter('sealed.example')
    await scene.named.update(`add ${txt('*.sealed.example', owned.txtValue)}`)
    expect(attemptIn(await owned.check('dns-txt'))).toMatchObject({ outcome: 'refused', reason: 'wildcard' })
  })
})

describe('what is not there', () => {
  test('as a name and what is not there as a record are two reasons', async () => {
    const absent = await scene.enter('absent.unsigned.example')
    expect(attemptIn(await absent.check('dns-txt'))).toMatchObject({ outcome: 'refused', reason: 'nxdomain' })

    // RFC 8020 §2: a name that has only names below it is there, and has no records.
    const empty = await scene.enter('hollow.unsigned.example')
    await scene.named.update(`add ${txt(`below.${empty.txtName}`, 'x')}`)
    const seen = attemptIn(await empty.check('dns-txt'))
    expect(seen).toMatchObject({ outcome: 'refused', reason: 'no_txt_record' })
  })

  test('because its name server will not speak of the zone is not known', async () => {
    const owned = await scene.enter(lame.refusing)
    const seen = attemptIn(await owned.check('dns-txt'))
    expect(seen).toMatchObject({ outcome: 'unreachable', reason: 'servfail' })
    expect(seen.detail).toContain(`The name servers of ${owned.txtName} fail (SERVFAIL)`)
    expect(await owned.state()).toBe('pending')
  })

  test('because its name server is gone is not known', async () => {
    const owned = await scene.enter(lame.silent)
    const seen = attemptIn(await owned.check('dns-txt'))
    // A resolver may try for longer than a look waits.
    expect(seen).toMatchObject({
      outcome: 'unreachable',
      reason: expect.stringMatching(/^(timeout|servfail)$/),
    })
    expect(await owned.state()).toBe('pending')
  })

  test('because its name server only repeats the delegation proves nothing', async () => {
    // unbound makes of it a NOERROR with nothing in it, which RFC 2308 §2.2 calls a NODATA of type 3.
    const owned = await scene.enter(lame.referring)
    const seen = attemptIn(await owned.check('dns-txt'))
    expect(seen).toMatchObject({ outcome: 'refused', reason: 'no_txt_record' })
    expect(await owned.state()).toBe('pending')
  })
})

describe('a challenge that is delegated', () => {
  test('by CNAME inside its domain proves', async () => {
    const owned = await scene.enter('inside.unsigned.example')
    await scene.named.update(
      `add ${cname(owned.txtName, 'one.inside.unsigned.example')}`,
      `add ${cname('one.inside.unsigned.example', 'two.inside.unsigned.example')}`,
      `add ${txt('two.inside.unsigned.example', owned.txtValue)}`,
    )
    await expectProved(owned)
  })

  test("by CNAME to a provider's name that begins with the organisation's id proves", async () => {
    const owned = await scene.enter('lent.unsigned.example')
    const target = `${owned.owner.organisationId}.provider.example`
    await scene.named.update(`add ${cname(owned.txtName, target)}`)
    await scene.named.update(`add ${txt(target, owned.txtValue)}`)
    await expectProved(owned)
  })

  test("by CNAME to a name of a provider's own choice does not prove", async () => {
    const owned = await scene.enter('parked.unsigned.example')
    await scene.named.update(`add ${cname(owned.txtName, 'customer.provider.example')}`)
    await scene.named.update(`add ${txt('customer.provider.example', owned.txtValue)}`)
    const seen = attemptIn(await owned.check('dns-txt'))
    expect(seen).toMatchObject({ outcome: 'refused', reason: 'cname_not_yours' })
  })

  test('by CNAMEs that turn in a circle is a loop, and nothing is decided', async () => {
    const owned = await scene.enter('circle.unsigned.example')
    await scene.named.update(
      `add ${cname(owned.txtName, 'round.circle.unsigned.example')}`,
      `add ${cname('round.circle.unsigned.example', owned.txtName)}`,
    )
    const seen = attemptIn(await owned.check('dns-txt'))
    expect(seen).toMatchObject({ outcome: 'unreachable', reason: 'cname_loop' })
    expect(await owned.state()).toBe('pending')
  })

  test('by a DNAME inside its domain proves', async () => {
    const owned = await scene.enter('moved.unsigned.example')
    await scene.named.update('add moved.unsigned.example. 1 IN DNAME here.unsigned.example.')
    await publishTxt(scene.named, owned, owned.txtName.replace('moved', 'here'))
    await expectProved(owned)
  })

  test("by a DNAME into a provider's zone is refused as a wildcard is", async () => {
    const owned = await scene.enter('given.unsigned.example')
    await scene.named.update('add given.unsigned.example. 1 IN DNAME given.provider.example.')
    await publishTxt(scene.named, owned, owned.txtName.replace('unsigned', 'provider'))
    const seen = attemptIn(await owned.check('dns-txt'))
    expect(seen).toMatchObject({ outcome: 'refused', reason: 'wildcard' })
    expect(seen.detail).toContain('DNAME')
  })
})

describe('the CNAME of dns-cname', () => {
  test.each(['signed.example', 'unsigned.example'])(
    'in %s proves, though its target is nowhere',
    async (zone) => {
      const owned = await scene.enter(`pointer.${zone}`)
      const { name, value } = owned.challenge('dns-cname')
      await scene.named.update(`add ${cname(name, value)}`)
      await expectProved(owned, 'dns-cname')
    },
  )

  test('to another target, and none at all, are told apart', async () => {
    const elsewhere = await scene.enter('elsewhere.unsigned.example')
    const { name } = elsewhere.challenge('dns-cname')
    await scene.named.update(`add ${cname(name, 'www.provider.example')}`)
    const seen = attemptIn(await elsewhere.check('dns-cname'))
    expect(seen).toMatchObject({ outcome: 'refused', reason: 'mismatch' })
    expect(seen.detail).toContain('www.provider.example')

    const none = await scene.enter('none.unsigned.example')
    expect(attemptIn(await none.check('dns-cname'))).toMatchObject({ outcome: 'refused', reason: 'nxdomain' })
  })

  test('of a wildcard is told from a record of its own', async () => {
    const owned = await scene.enter('star.unsigned.example')
    const { value } = owned.challenge('dns-cname')
    await scene.named.update(`add ${cname('*.star.unsigned.example', value)}`)
    expect(attemptIn(await owned.check('dns-cname'))).toMatchObject({
      outcome: 'refused',
      reason: 'wildcard',
    })
  })
})

test('a policy that the domain publishes binds', async () => {
  const owned = await scene.enter('ruled.unsigned.example')
  const policy = '_veramarca-policy.ruled.unsigned.example'
  await publishTxt(scene.named, owned)
  await scene.named.update(`add ${txt(policy, 'methods=', 'dns-cname')}`)
  expect(attemptIn(await owned.check('dns-txt'))).toMatchObject({
    outcome: 'refused',
    reason: 'policy_forbids',
  })
  await scene.named.update(`delete ${policy}. TXT`, `add ${txt(policy, 'methods=dns-', 'txt')}`)
  await expectProved(owned)
})

test('a file is fetched from the address that the DNS gives for its host', async () => {
  const owned = await scene.enter('hosted.unsigned.example')
  const { url, value } = owned.challenge('http-file')
  await scene.named.update('add hosted.unsigned.example. 1 IN A 127.0.0.1')
  scene.registry.internet.page.set(url, { headers: { 'content-type': 'text/plain' }, body: value })
  await expectProved(owned, 'http-file')
})
