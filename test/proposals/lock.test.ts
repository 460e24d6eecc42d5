import { describe, expect, test } from 'vitest'
import { day, minute } from '#base/clock.ts'
import type { Answered } from '#test/support/house.ts'
import { idOf, openOrganisation, join, where } from '#test/support/organisation.ts'
import { signInByCode, type Browser } from '#test/support/browser.ts'
import { createKey } from '#auth/create-key.ts'
import { addDomain, challengeOf } from '#test/support/registered.ts'
import { leavesOf, textIn } from '#test/support/stored.ts'
import type { House, Owner } from '#test/support/house.ts'

/** Ana and Bo own Acme, which has a brand, a domain and an account; Ed edits. The lock is on unless it is said. */
async function scene(isOn = true) {
  const { house, ana } = await openOrganisation()
  const bo = await join(house, ana, 'bo@acme.example', 'owner')
  const ed = await join(house, ana, 'ed@acme.example', 'editor')
  const key = await keyOf(house)
  const brand = (await key.post('/v1/brands', { name: 'Acme Shop' })).body.id
  const domain = await addDomain(key, brand, 'acme.com')
  house.world.publish(challengeOf(domain, 'dns-txt'))
  await key.post(`/v1/domains/${domain.id}/check`, { method: 'dns-txt' })
  const claim = (await key.post(`/v1/brands/${brand}/accounts`, { account: 'https://x.com/acme' })).body.id
  if (isOn)
    expect(where(await ana.post('/proposals/lock', { to: 'on' }))).toEqual([303, '/proposals?done=on'])
  return { house, ana, bo, ed, key, brand, domain, claim }
}

async function keyOf(house: House): Promise<Owner> {
  const { rows } = await house.deps.db.client.execute('select id from organisations')
  const organisationId = textIn(rows[0], 'id')
  const wanted = { name: 'Test', scopes: ['read', 'write'], expiresAt: null } as const
  const owner = { organisationId, pseudonym: 'act_test', membershipId: null }
  const made = await createKey(house.deps, owner, wanted)
  if (!made.ok) throw new Error('No key')
  const { key } = made.value
  const ask = async (method: string, path: string, body?: unknown) =>
    await house.ask(path, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return {
    organisationId,
    key,
    get: async (path) => await ask('GET', path),
    post: async (path, body) => await ask('POST', path, body),
    patch: async (path, body) => await ask('PATCH', path, body),
    delete: async (path) => await ask('DELETE', path),
  }
}

type Scene = Awaited<ReturnType<typeof scene>>
type Act = {
  readonly ask: (scene: Scene, by: Browser) => Promise<Answered>
  /** Whether it has taken effect. */
  readonly isDone: (scene: Scene) => Promise<boolean>
}

const gone = async (scene: Scene, path: string) => (await scene.key.get(path)).status === 404
const roleOf = async ({ ana }: Scene, email: string): Promise<string | undefined> =>
  (await ana.get('/v1/members')).body.items.find((one: { email: string }) => one.email === email)?.role

const acts: Readonly<Record<string, Act>> = {
  'deleting a brand': {
    ask: async ({ brand }, by) => await by.post(`/dashboard/brands/${brand}/delete`),
    isDone: async (scene) => await gone(scene, `/v1/brands/${scene.brand}`),
  },
  'giving a domain up': {
    ask: async ({ domain }, by) => await by.post(`/dashboard/domains/${domain.id}/release`),
    isDone: async (scene) => await gone(scene, `/v1/domains/${scene.domain.id}`),
  },
  'withdrawing a claim': {
    ask: async ({ claim }, by) => await by.post(`/dashboard/claims/${claim}/withdraw`),
    isDone: async (scene) => await gone(scene, `/v1/claims/${scene.claim}`),
  },
  'making an owner': {
    ask: async ({ ana }, by) =>
      await by.post('/members/role', { member: await idOf(ana, 'ed@acme.example'), role: 'owner' }),
    isDone: async (scene) => (await roleOf(scene, 'ed@acme.example')) === 'owner',
  },
  'inviting an owner': {
    ask: async (_, by) =>
      await by.post('/members/invite', { email: 'cy@acme.example', role: 'owner', ends: '' }),
    isDone: async ({ house }) => {
      const { rows } = await house.deps.db.client.execute(
        "select count(*) as open from invitations where email = 'cy@acme.example' and revoked_at is null",
      )
      return rows[0]?.['open'] === 1
    },
  },
  'turning the lock off': {
    ask: async (_, by) => await by.post('/proposals/lock', { to: 'off' }),
    isDone: async ({ house }) => {
      const { rows } = await house.deps.db.client.execute(
        'select two_person_lock_at as at from organisations',
      )
      return rows[0]?.['at'] === null
    },
  },
  'erasing the organisation': {
    ask: async (_, by) => await by.post('/organisation/erase', { name: 'Acme Ltd' }),
    isDone: async ({ house }) =>
      (await house.deps.db.client.execute('select 1 from organisations')).rows.length === 0,
  },
}
const proposalIn = async (by: Browser) =>
  /action="\/proposals\/(pro_\w+)\/end"/.exec((await by.get('/proposals')).text)?.[1] ?? ''

describe.each(Object.entries(acts))('with the lock on, %s', (_, { ask, isDone }) => {
  test('is proposed by one owner, and done when another confirms it, once', async () => {
    const it = await scene()
    const { house, ana, bo, ed } = it
    expect(where(await ask(it, ana))).toEqual([303, '/proposals?done=proposed'])
    expect(await isDone(it)).toBe(false)
    await house.work()
    const letters = house.letters.filter(({ subject }) => subject === 'A second owner is needed at Acme Ltd')
    expect(letters.map(({ to }) => to)).toEqual(['bo@acme.example'])
    const id = await proposalIn(bo)
    expect((await ana.post(`/proposals/${id}/confirm`)).status).toBe(409)
    expect((await ed.post(`/proposals/${id}/confirm`)).status).toBe(403)
    expect(await isDone(it)).toBe(false)
    const [one, other] = await Promise.all([
      bo.post(`/proposals/${id}/confirm`),
      bo.post(`/proposals/${id}/confirm`),
    ])
    expect([one.status, other.status].filter((status) => status === 303)).toHaveLength(1)
    expect(await isDone(it)).toBe(true)
    const said = (await leavesOf(house)).map(({ said }) => said.act)
    expect(said.filter((act) => act.startsWith('proposal.'))).toEqual(['proposal.made', 'proposal.confirmed'])
  })

  test('dies with the ownership of whoever proposed it', async () => {
    const it = await scene()
    await ask(it, it.ana)
    const id = await proposalIn(it.bo)
    const member = await idOf(it.ana, 'ana@acme.example')
    await it.house.deps.db.client.execute(`update memberships set role = 'editor' where id = '${member}'`)
    expect((await it.bo.post(`/proposals/${id}/confirm`)).status).toBe(404)
    expect(await isDone(it)).toBe(false)
  })

  test('ends by itself after seven days, and by any owner', async () => {
    const it = await scene()
    const { house, ana, bo } = it
    await ask(it, ana)
    const id = await proposalIn(bo)
    house.pass(7 * day - minute)
    await signInByCode(house, bo, 'bo@acme.example')
    house.pass(minute)
    expect((await bo.post(`/proposals/${id}/confirm`)).status).toBe(404)
    await signInByCode(house, ana, 'ana@acme.example')
    await ask(it, ana)
    expect((await bo.post(`/proposals/${await proposalIn(bo)}/end`)).status).toBe(303)
    expect(await proposalIn(bo)).toBe('')
    expect(await isDone(it)).toBe(false)
  })

  test('needs the confirming owner to have shown who they are', async () => {
    const it = await scene()
    await ask(it, it.ana)
    const id = await proposalIn(it.bo)
    it.house.pass(11 * minute)
    expect(where(await it.bo.post(`/proposals/${id}/confirm`))).toEqual([303, '/step-up?next=%2Fproposals'])
    expect(await isDone(it)).toBe(false)
  })
})

test.each(Object.entries(acts).filter(([name]) => name !== 'turning the lock off'))(
  'with the lock off, %s is done by one alone',
  async (_, { ask, isDone }) => {
    const it = await scene(false)
    expect((await ask(it, it.ana)).status).toBeLessThan(400)
    expect(await isDone(it)).toBe(true)
  },
)

describe('the lock', () => {
  test('needs two owners, and keeps two', async () => {
    const { house, ana } = await openOrganisation()
    expect((await ana.get('/proposals')).text).toContain('It needs two owners at least.')
    expect((await ana.post('/proposals/lock', { to: 'on' })).status).toBe(409)
    const bo = await join(house, ana, 'bo@acme.example', 'owner')
    expect((await bo.post('/proposals/lock', { to: 'on' })).status).toBe(303)
    expect((await bo.post('/members/end', { member: await idOf(bo, 'bo@acme.example') })).status).toBe(409)
    expect((await bo.post('/account/erase')).status).toBe(409)
    await ana.post('/members/end', { member: await idOf(ana, 'bo@acme.example') })
    expect((await bo.post(`/proposals/${await proposalIn(ana)}/confirm`)).status).toBe(409)
    expect(await idOf(ana, 'bo@acme.example')).not.toBe('')
  })

  test('is not turned on by an editor, and stops what keys alone would do', async () => {
    const it = await scene(false)
    expect((await it.ed.post('/proposals/lock', { to: 'on' })).status).toBe(403)
    await it.ana.post('/proposals/lock', { to: 'on' })
    const paths = [`/v1/brands/${it.brand}`, `/v1/domains/${it.domain.id}`, `/v1/claims/${it.claim}`]
    for (const path of paths) {
      expect((await it.key.delete(path)).body).toMatchObject({ status: 409, reason: 'second_person_needed' })
      expect((await it.key.get(path)).status).toBe(200)
    }
    for (const act of ['delete', 'freeze']) {
      const refused = await it.ed.post(`/dashboard/brands/${it.brand}/${act}`)
      expect([act, refused.status]).toEqual([act, act === 'delete' ? 409 : 303])
    }
  })

  test('takes back invitations by which one owner could make a second of himself', async () => {
    const it = await scene(false)
    await it.ana.post('/members/invite', { email: 'ana@sock.example', role: 'owner', ends: '' })
    await it.bo.post('/proposals/lock', { to: 'on' })
    const { rows } = await it.house.deps.db.client.execute(
      "select revoked_at from invitations where email = 'ana@sock.example'",
    )
    expect(rows[0]?.['revoked_at']).not.toBeNull()
  })

  test('does not keep anybody from leaving who is not needed, nor viewers and editors from coming and going', async () => {
    const it = await scene()
    expect(
      where(await it.ana.post('/members/end', { member: await idOf(it.ana, 'ed@acme.example') })),
    ).toEqual([303, '/members'])
    expect(await idOf(it.ana, 'ed@acme.example')).toBe('')
  })
})

test.each([
  ['es', 'Bloqueo de dos personas', 'Borrar la marca'],
  ['pl', 'Blokada dwóch osób', 'Usunąć markę'],
])('the page speaks %s', async (language, title, act) => {
  const it = await scene()
  await it.ana.post(`/dashboard/brands/${it.brand}/delete`)
  const { text } = await it.bo.get('/proposals', {
    'accept-language': language,
    cookie: cookieOf(it.bo, language),
  })
  expect(text).toContain(`<h1>${title}</h1>`)
  expect(text).toContain(`${act} <strong><bdi>Acme Shop</bdi></strong>`)
})

function cookieOf({ jar }: Browser, language: string): string {
  return [...jar, ['language', language]].map((pair) => pair.join('=')).join('; ')
}
