import { describe, expect, test } from 'vitest'
import { day, hour } from '#base/clock.ts'
import { decideRecovery } from '#recoveries/decide-recovery.ts'
import { addDomain, claimAccount, enterBrand, proveBrand, publishAndCheck } from '#test/support/registered.ts'
import { leavesOf } from '#test/support/stored.ts'
import { signIn } from '#test/support/sign-in.ts'
import { kindsOf, oldText, openScene, ownerOf, pass, rowOf, start, watched } from './fixture.ts'

const decide = { isUpheld: true, reason: 'The agency’s contract ended.' }

describe('what passes after three days', () => {
  test('is the brand, with its main domain by the new token, and its claims', async () => {
    const scene = await openScene()
    const { house, incumbent, asker, held } = scene
    const claim = await claimAccount(incumbent, held.brandId, 'https://x.com/acme')
    const { id } = await watched(scene)
    house.world.unpublish(oldText(held))
    await pass(house, 71 * hour)
    expect(await ownerOf(house)).toBe(incumbent.organisationId)
    await pass(house, 10 * hour)
    expect(await ownerOf(house)).toBe(asker.organisationId)
    expect((await asker.get(`/v1/recoveries/${id}`)).body).toMatchObject({
      state: 'completed',
      side: 'asker',
    })
    expect((await asker.get(`/v1/brands/${held.brandId}`)).body).toMatchObject({
      slug: 'acme.com',
      name: 'Acme',
    })
    expect((await asker.get(`/v1/domains/${held.id}`)).body).toMatchObject({
      state: 'proved',
      method: 'dns-txt',
    })
    expect((await asker.get(`/v1/brands/${held.brandId}`)).body.accounts).toMatchObject([{ id: claim }])
    expect((await house.ask('/v1/lookup?q=x.com/acme')).body).toMatchObject({ verdict: 'declared' })
    expect((await house.ask('/badges/acme.com.json')).status).toBe(200)
    const { body } = await house.ask('/v1/brands/acme.com/history')
    expect(body.items.map(({ act }: { act: string }) => act)).toContain('brand.regained')
    await pass(house, 20 * day, day)
    expect((await asker.get(`/v1/domains/${held.id}`)).body.state).toBe('proved')
  })

  test('leaves to whoever had it nothing that reaches the brand', async () => {
    const scene = await openScene()
    const { house, incumbent, held } = scene
    const claim = await claimAccount(incumbent, held.brandId, 'https://x.com/acme')
    const member = await signIn(house, incumbent)
    const second = await proveBrand(house, incumbent, 'other.example', { name: 'Other' })
    await watched(scene)
    await pass(house, 80 * hour)
    for (const path of [`/v1/domains/${held.id}`, `/v1/claims/${claim}`]) {
      expect((await incumbent.get(path)).status).toBe(404)
    }
    expect((await incumbent.delete(`/v1/domains/${held.id}`)).status).toBe(404)
    expect((await incumbent.post(`/v1/brands/${held.brandId}/freeze`)).status).toBe(404)
    expect((await member.get(`/dashboard/brands/${held.brandId}`)).status).toBe(404)
    // Its other brand is its own still.
    expect((await incumbent.get(`/v1/domains/${second.id}`)).status).toBe(200)
  })

  test('ends keys, sessions and invitations of an organisation that has nothing else', async () => {
    const scene = await openScene()
    const { house, incumbent } = scene
    const member = await signIn(house, incumbent)
    await watched(scene)
    await pass(house, 80 * hour)
    expect((await incumbent.get('/v1/notices')).body).toMatchObject({ reason: 'key_invalid' })
    expect((await member.get('/dashboard')).headers.get('location')).toContain('/sign-in')
    const { rows } = await house.deps.db.client.execute(
      `select kind from notices where organisation_id = '${incumbent.organisationId}' order by rowid`,
    )
    expect(rows.map(({ kind }) => kind)).toContain('recovery_completed')
  })

  test('keeps an old text, put back, from proving anything', async () => {
    const scene = await openScene()
    const { house, incumbent, asker, held } = scene
    await proveBrand(house, incumbent, 'other.example', { name: 'Other' })
    const { challenge } = await watched(scene)
    await pass(house, 80 * hour)
    house.world.unpublish(challenge)
    house.world.publish(oldText(held))
    await pass(house, 9 * day, day)
    expect((await asker.get(`/v1/domains/${held.id}`)).body.state).toBe('lapsed')
    expect((await incumbent.get(`/v1/domains/${held.id}`)).status).toBe(404)
  })

  test('has the brand’s other domains proved anew, which who asks never showed', async () => {
    const scene = await openScene()
    const { house, incumbent, asker, held } = scene
    const other = await addDomain(incumbent, held.brandId, 'acme.example')
    house.world.web.site('acme.example')
    expect(await publishAndCheck(house, incumbent, other)).toBe('proved')
    await watched(scene)
    await pass(house, 80 * hour)
    const { body } = await asker.get(`/v1/domains/${other.id}`)
    expect(body.state).toBe('pending')
    expect(body.challenges[0].value).toContain(`org=${asker.organisationId}`)
    expect((await house.ask('/v1/lookup?q=acme.example')).body.verdict).toBe('unregistered')
    house.world.publish(body.challenges[0])
    expect((await asker.post(`/v1/domains/${other.id}/check`)).body.state).toBe('proved')
  })

  test('takes the place of what who asks had begun to register', async () => {
    const scene = await openScene()
    const { house, asker, held } = scene
    const draft = await addDomain(asker, await enterBrand(asker, { name: 'New Acme' }), 'acme.com')
    expect(await publishAndCheck(house, asker, draft)).toBe('contested')
    await claimAccount(asker, draft.brandId, 'https://x.com/acme')
    await claimAccount(scene.incumbent, held.brandId, 'https://x.com/acme')
    await watched(scene)
    await pass(house, 80 * hour)
    expect((await asker.get(`/v1/domains/${draft.id}`)).status).toBe(404)
    expect((await asker.get(`/v1/domains/${held.id}`)).body.state).toBe('proved')
    const { accounts } = (await asker.get(`/v1/brands/${held.brandId}`)).body
    expect(accounts).toHaveLength(1)
  })

  test('is told to both, and logged', async () => {
    const scene = await openScene()
    const { house, incumbent, asker } = scene
    await proveBrand(house, incumbent, 'other.example', { name: 'Other' })
    await watched(scene)
    await pass(house, 80 * hour)
    expect((await kindsOf(incumbent)).filter((kind) => kind.startsWith('recovery'))).toEqual([
      'recovery_completed',
      'recovery_asked',
    ])
    expect(await kindsOf(asker)).toEqual(['recovery_completed'])
    const acts = (await leavesOf(house)).map(({ said }) => said.act)
    for (const act of [
      'recovery.asked',
      'recovery.seen',
      'recovery.completed',
      'brand.regained',
      'domain.regained',
    ]) {
      expect(acts).toContain(act)
    }
  })
})

describe('what gains nothing', () => {
  test('a hijack of the DNS for ten minutes', async () => {
    const scene = await openScene()
    const { house, incumbent } = scene
    const { id, challenge } = await watched(scene)
    house.world.unpublish(challenge)
    await pass(house, 5 * day)
    expect(await ownerOf(house)).toBe(incumbent.organisationId)
    expect(await rowOf(house, id)).toMatchObject({ state: 'waiting', seenSince: null })
  })

  test('hijacks at the start and at the end of three days in which the zone was made silent', async () => {
    const scene = await openScene()
    const { house, incumbent } = scene
    const { challenge } = await watched(scene)
    house.world.unpublish(challenge)
    house.world.dns.servfail('_veramarca-challenge.acme.com')
    await pass(house, 74 * hour)
    house.world.dns.heal('_veramarca-challenge.acme.com')
    house.world.publish(challenge)
    await pass(house, 8 * hour)
    expect(await ownerOf(house)).toBe(incumbent.organisationId)
  })

  test('a zone that is moved away to other name servers', async () => {
    const scene = await openScene()
    const { house, incumbent } = scene
    const { id } = await watched(scene)
    house.world.dns.remove('acme.com', 'NS')
    house.world.dns.records('acme.com', 'NS', 'ns.evil.example')
    await pass(house, 4 * day)
    expect(await ownerOf(house)).toBe(incumbent.organisationId)
    expect(await rowOf(house, id)).toMatchObject({ state: 'ended', reason: 'name_servers_changed' })
  })

  test('somebody else’s text: a token is bound to who asked', async () => {
    const scene = await openScene()
    const { house, asker } = scene
    const { id, challenge } = await start(scene)
    const other = challenge.value?.replace(asker.organisationId, scene.incumbent.organisationId) ?? ''
    house.world.publish({ ...challenge, value: other })
    await pass(house, 4 * day)
    expect(await rowOf(house, id)).toMatchObject({ state: 'waiting', seenSince: null })
  })

  test('a third who shows control makes it a dispute, which a person decides', async () => {
    const scene = await openScene()
    const { house, incumbent, asker } = scene
    const third = await house.owner('Third Ltd')
    const wanted = await addDomain(third, await enterBrand(third), 'acme.com')
    expect(await publishAndCheck(house, third, wanted)).toBe('contested')
    const { id } = await watched(scene)
    await pass(house, 80 * hour)
    expect(await rowOf(house, id)).toMatchObject({ state: 'disputed', reason: 'contested' })
    expect(await ownerOf(house)).toBe(incumbent.organisationId)
    expect((await decideRecovery(house.deps, 'operator', id, decide)).ok).toBe(true)
    await house.work()
    expect(await ownerOf(house)).toBe(asker.organisationId)
  })
})

test('two who show a token for one brand are for a person to tell apart, and neither gets it by being first', async () => {
  const scene = await openScene()
  const { house, incumbent, asker } = scene
  const { id } = await watched(scene)
  const third = await house.owner('Third Ltd')
  const other = await start({ asker: third })
  house.world.publish(other.challenge)
  await pass(house, 80 * hour)
  expect(await ownerOf(house)).toBe(incumbent.organisationId)
  expect([(await rowOf(house, id)).state, (await rowOf(house, other.id)).state]).toEqual([
    'disputed',
    'waiting',
  ])
  await decideRecovery(house.deps, 'operator', id, { isUpheld: false, reason: 'Not theirs' })
  await pass(house, 81 * hour)
  expect(await ownerOf(house)).toBe(third.organisationId)
  expect((await asker.get(`/v1/recoveries/${id}`)).body.state).toBe('rejected')
})

test('whoever asks and shows nothing keeps nobody else from it, and tires nobody of warnings', async () => {
  const scene = await openScene()
  const { house, asker } = scene
  for (let each = 0; each < 6; each += 1) await start({ asker: await house.owner(`Squatter ${each}`) })
  await house.work()
  const told = house.letters.filter(({ subject }) => subject === 'Somebody asks to take over acme.com')
  expect(told).toHaveLength(3)
  await watched(scene)
  await house.work()
  expect(house.letters.filter(({ subject }) => subject.includes('about to be taken over'))).toHaveLength(1)
  await pass(house, 80 * hour)
  expect(await ownerOf(house)).toBe(asker.organisationId)
})

describe('an owner who objects', () => {
  test('stops it until a person decides, at any moment before it passes', async () => {
    const scene = await openScene()
    const { house, incumbent, asker } = scene
    const { id } = await watched(scene)
    await pass(house, 60 * hour)
    expect((await incumbent.post(`/v1/recoveries/${id}/veto`)).body).toMatchObject({ state: 'disputed' })
    await pass(house, 40 * hour)
    expect(await ownerOf(house)).toBe(incumbent.organisationId)
    expect((await kindsOf(asker))[0]).toBe('recovery_disputed')
    expect((await incumbent.post(`/v1/recoveries/${id}/veto`)).body.reason).toBe('recovery_disputed')
  })

  test('is overruled by a person, and it then passes as soon as three days were seen', async () => {
    const scene = await openScene()
    const { house, incumbent, asker } = scene
    const { id } = await watched(scene)
    await incumbent.post(`/v1/recoveries/${id}/veto`)
    await decideRecovery(house.deps, 'operator', id, decide)
    expect((await incumbent.post(`/v1/recoveries/${id}/veto`)).body.reason).toBe('recovery_decided')
    await house.work()
    expect(await ownerOf(house)).toBe(incumbent.organisationId)
    await pass(house, 80 * hour)
    expect(await ownerOf(house)).toBe(asker.organisationId)
  })

  test('is followed by a person, and it is over', async () => {
    const scene = await openScene()
    const { house, incumbent } = scene
    const { id } = await watched(scene)
    await incumbent.post(`/v1/recoveries/${id}/veto`)
    await decideRecovery(house.deps, 'operator', id, { isUpheld: false, reason: 'Not theirs' })
    await pass(house, 5 * day)
    expect(await rowOf(house, id)).toMatchObject({ state: 'rejected' })
    expect(await ownerOf(house)).toBe(incumbent.organisationId)
    expect((await decideRecovery(house.deps, 'operator', id, decide)).ok).toBe(false)
    const leaves = await leavesOf(house)
    expect(leaves.find(({ said }) => said.act === 'recovery.rejected')?.said).toMatchObject({
      actor: 'operator',
    })
  })

  test('races the passing: exactly one of them wins, and all of it or nothing is done', async () => {
    for (const order of [0, 1]) {
      const scene = await openScene()
      const { house, incumbent, asker, held } = scene
      await proveBrand(house, incumbent, 'other.example', { name: 'Other' })
      const { id } = await watched(scene)
      for (let hours = 0; hours < 66; hours += 3) await pass(house, 3 * hour, 3 * hour)
      house.pass(12 * hour)
      const acts = [() => house.work(), () => incumbent.post(`/v1/recoveries/${id}/veto`)]
      await Promise.all((order === 0 ? acts : acts.toReversed()).map((act) => act()))
      const { state } = await rowOf(house, id)
      expect(['completed', 'disputed']).toContain(state)
      const winner = state === 'completed' ? asker : incumbent
      expect(await ownerOf(house)).toBe(winner.organisationId)
      expect((await winner.get(`/v1/domains/${held.id}`)).status).toBe(200)
      const acted = (await leavesOf(house)).filter(({ said }) =>
        ['recovery.completed', 'recovery.disputed'].includes(said.act),
      )
      expect(acted).toHaveLength(1)
    }
  })
})
