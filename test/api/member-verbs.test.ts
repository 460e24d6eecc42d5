import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { changeRole, endMembership } from '#auth/change-member.ts'
import { inviteMember, revokeInvitation } from '#auth/invite-member.ts'
import { memberBehind } from '#auth/member-behind.ts'
import { readSession, sessionCookie } from '#auth/session.ts'
import type { Role } from '#auth/role.ts'
import { memberships } from '#db/schema.ts'
import { mailTo, openBrowser, signInByCode } from '#test/support/browser.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import { keyOf, signIn, type Member } from '#test/support/sign-in.ts'
import { leavesOf, rowsOf } from '#test/support/stored.ts'

async function opened() {
  const house = await openHouse()
  const operator = await house.owner()
  const ana = await signIn(house, operator)
  return { house, operator, ana, key: await keyOf(house, ana, operator) }
}

async function membershipOf({ deps }: House, { personId }: Pick<Member, 'personId'>) {
  const [row] = await deps.db.orm.select().from(memberships).where(eq(memberships.personId, personId))
  if (row === undefined) throw new Error('No membership')
  return row
}

const joined = async (house: House, owner: Owner, role: Role, email: string) => {
  const member = await signIn(house, owner, { role, email })
  return { ...member, id: (await membershipOf(house, member)).id }
}

describe('by an owner’s key', () => {
  test('an address is invited, listed, accepts by the mail, and is a member', async () => {
    const { house, key } = await opened()
    const asked = {
      email: 'Bob@acme.example',
      role: 'editor',
      ends_at: '2026-12-31T00:00:00Z',
      language: 'pl',
    }
    const made = await key.post('/v1/invitations', asked)
    expect([made.status, made.body]).toEqual([
      201,
      {
        id: expect.stringMatching(/^inv_/),
        email: 'bob@acme.example',
        role: 'editor',
        ends_at: '2026-12-31T00:00:00Z',
        expires_at: '2026-03-08T12:00:00Z',
      },
    ])
    expect((await key.get('/v1/invitations')).body.items).toEqual([made.body])
    const { link } = await mailTo(house, 'bob@acme.example')
    expect(house.letters.at(-1)?.text).toContain('ana@acme.example')
    const bob = openBrowser(house)
    await signInByCode(house, bob, 'bob@acme.example')
    expect((await bob.post(link)).status).toBe(303)
    expect((await key.get('/v1/invitations')).body.items).toEqual([])
    const { items } = (await key.get('/v1/members')).body
    expect(items).toHaveLength(2)
    expect(items[1]).toMatchObject({ role: 'editor', ends_at: '2026-12-31T00:00:00Z' })
  })

  test('an invitation is taken back, once', async () => {
    const { house, key } = await opened()
    const { body } = await key.post('/v1/invitations', { email: 'bob@acme.example' })
    expect((await key.delete(`/v1/invitations/${body.id}`)).status).toBe(204)
    expect((await key.delete(`/v1/invitations/${body.id}`)).status).toBe(404)
    expect((await leavesOf(house)).at(-1)?.said.act).toBe('invitation.revoked')
  })

  test('a member is given another role, and is ended', async () => {
    const { house, operator, key } = await opened()
    const bob = await joined(house, operator, 'editor', 'bob@acme.example')
    const changed = await key.patch(`/v1/members/${bob.id}`, { role: 'viewer' })
    expect([changed.status, changed.body]).toEqual([
      200,
      expect.objectContaining({ id: bob.id, role: 'viewer' }),
    ])
    expect((await key.delete(`/v1/members/${bob.id}`)).status).toBe(204)
    expect((await key.delete(`/v1/members/${bob.id}`)).status).toBe(404)
    expect((await leavesOf(house)).slice(-2).map(({ said }) => said.act)).toEqual([
      'membership.changed',
      'membership.ended',
    ])
  })

  test('nobody becomes an owner and no owner becomes less: a stolen key is not its owner', async () => {
    const { house, operator, ana, key } = await opened()
    const eva = await joined(house, operator, 'owner', 'eva@acme.example')
    const bob = await joined(house, operator, 'editor', 'bob@acme.example')
    const own = (await membershipOf(house, ana)).id
    const before = await rowsOf(house)
    for (const refused of [
      await key.post('/v1/invitations', { email: 'kim@acme.example', role: 'owner' }),
      await key.patch(`/v1/members/${bob.id}`, { role: 'owner' }),
      await key.patch(`/v1/members/${eva.id}`, { role: 'viewer' }),
      await key.delete(`/v1/members/${eva.id}`),
      await key.delete(`/v1/members/${own}`),
    ]) {
      expect([refused.status, refused.body.reason]).toEqual([403, 'owners_only'])
    }
    expect(await rowsOf(house)).toEqual(before)
  })
})

describe('nobody else', () => {
  test.each(['editor', 'viewer'] as const)(
    'who is %s invites, changes or ends anybody by a key',
    async (role) => {
      const { house, operator } = await opened()
      const bob = await joined(house, operator, role, 'bob@acme.example')
      const kim = await joined(house, operator, 'viewer', 'kim@acme.example')
      const key = await keyOf(house, bob, operator)
      const before = await rowsOf(house)
      for (const refused of [
        await key.post('/v1/invitations', { email: 'c@acme.example' }),
        await key.delete('/v1/invitations/inv_x'),
        await key.patch(`/v1/members/${kim.id}`, { role: 'editor' }),
        await key.delete(`/v1/members/${kim.id}`),
      ]) {
        expect([refused.status, /owners_only|scope_missing/.test(refused.body.reason)]).toEqual([403, true])
      }
      expect(await rowsOf(house)).toEqual(before)
    },
  )

  test('of another organisation finds a member or an invitation', async () => {
    const { house, operator, key } = await opened()
    const bob = await joined(house, operator, 'editor', 'bob@acme.example')
    const { body } = await key.post('/v1/invitations', { email: 'kim@acme.example' })
    const other = await house.owner('Other Ltd')
    const theirs = await keyOf(house, await signIn(house, other, { email: 'eve@evil.example' }), other)
    expect((await theirs.patch(`/v1/members/${bob.id}`, { role: 'viewer' })).status).toBe(404)
    expect((await theirs.delete(`/v1/members/${bob.id}`)).status).toBe(404)
    expect((await theirs.delete(`/v1/invitations/${body.id}`)).status).toBe(404)
  })

  test('stands behind an invitation by the operator’s key', async () => {
    const { operator } = await opened()
    const { status, body } = await operator.post('/v1/invitations', { email: 'bob@acme.example' })
    expect([status, body.reason]).toEqual([403, 'owners_only'])
  })

  test('does any of it with a session alone: the pages ask anew who it is', async () => {
    const { house, ana } = await opened()
    const headers = { cookie: ana.cookie, origin: house.deps.site.publicUrl, 'sec-fetch-site': 'same-origin' }
    for (const [method, path] of [
      ['POST', '/v1/invitations'],
      ['DELETE', '/v1/invitations/inv_x'],
      ['PATCH', '/v1/members/mem_x'],
      ['DELETE', '/v1/members/mem_x'],
    ] as const) {
      const { status, body } = await house.ask(path, { method, headers })
      expect([path, status, body.reason]).toEqual([path, 401, 'key_missing'])
    }
  })
})

describe('whoever was made less while a request was under way', () => {
  /** The owner as the request knew her, and what has become of her since. */
  async function demoted() {
    const { house, operator, ana } = await opened()
    const bob = await joined(house, operator, 'editor', 'bob@acme.example')
    await joined(house, operator, 'owner', 'eva@acme.example')
    const session = await readSession(house.deps, ana.cookie.replace(`${sessionCookie}=`, ''))
    if (session?.acting === null || session === null) throw new Error('Not signed in')
    const { principal } = session.acting
    const inviter = await memberBehind(house.deps, principal)
    if (inviter === null) throw new Error('Nobody')
    const wanted = { email: 'c@acme.example', role: 'viewer', endsAt: null, language: 'en' } as const
    const open = await inviteMember(house.deps, inviter, { ...wanted, email: 'd@acme.example' })
    if (!open.ok) throw new Error(open.refusal.detail.en)
    await house.deps.db.orm
      .update(memberships)
      .set({ role: 'viewer' })
      .where(eq(memberships.personId, ana.personId))
    return { house, principal, inviter, wanted, bob, invitation: open.value.id }
  }

  test.each([
    ['invites nobody', async ({ house, inviter, wanted }) => await inviteMember(house.deps, inviter, wanted)],
    [
      'changes nobody',
      async ({ house, principal, bob }) =>
        await changeRole(house.deps, principal, { id: bob.id, role: 'owner' }),
    ],
    ['ends nobody', async ({ house, principal, bob }) => await endMembership(house.deps, principal, bob.id)],
  ] as const satisfies readonly (readonly [
    string,
    (scene: Awaited<ReturnType<typeof demoted>>) => Promise<{ readonly ok: boolean }>,
  ])[])('%s', async (_, act) => {
    const scene = await demoted()
    const before = [await rowsOf(scene.house), (await membershipOf(scene.house, scene.bob)).role]
    expect(await act(scene)).toMatchObject({ ok: false, refusal: { reason: 'owners_only' } })
    const bob = await membershipOf(scene.house, scene.bob)
    expect([await rowsOf(scene.house), bob.role]).toEqual(before)
    expect(bob.endedAt).toBeNull()
  })

  test('takes no invitation back', async () => {
    const { house, principal, invitation } = await demoted()
    expect((await revokeInvitation(house.deps, principal, invitation)).ok).toBe(false)
    expect((await leavesOf(house)).at(-1)?.said.act).toBe('invitation.made')
  })
})
