import type { Answered, House, Owner } from '#test/support/house.ts'
import { keyOf, signIn } from '#test/support/sign-in.ts'

export type Refusal = {
  readonly words: string
  ask(house: House, owner: Owner): Promise<Answered>
}

const invite = async (house: House, owner: Owner, body: object) =>
  await (await keyOf(house, await signIn(house, owner), owner)).post('/v1/invitations', body)

/** Of who acts for an organisation, and its words. */
export const memberRefusals = {
  already_member: {
    words: 'This address belongs to a member already.',
    ask: async (house, owner) => await invite(house, owner, { email: 'ana@acme.example' }),
  },
  email_not_understood: {
    words: 'This is not an e-mail address. One looks like ana@acme.com.',
    ask: async (house, owner) => await invite(house, owner, { email: 'ana' }),
  },
  end_in_past: {
    words: 'The end must lie in the future.',
    ask: async (house, owner) =>
      await invite(house, owner, { email: 'bob@acme.example', ends_at: '2026-02-28T00:00:00Z' }),
  },
  invitation_unknown: {
    words: 'There is no such open invitation.',
    ask: async (_, owner) => await owner.delete('/v1/invitations/inv_x'),
  },
  member_unknown: {
    words: 'There is no such member.',
    ask: async (_, owner) => await owner.delete('/v1/members/mem_x'),
  },
  owners_only: {
    words: 'A key sees to editors and viewers alone. Owners are made and changed on the page of the members.',
    ask: async (house, owner) => await invite(house, owner, { email: 'bob@acme.example', role: 'owner' }),
  },
  too_many_invitations: {
    words: 'Too many invitations. Wait a while.',
    async ask(house, owner) {
      const ana = await keyOf(house, await signIn(house, owner), owner)
      const all = Array.from({ length: 20 }, (_, at) => ({ email: `p${at}@acme.example` }))
      for (const body of all) await ana.post('/v1/invitations', body)
      return await ana.post('/v1/invitations', { email: 'last@acme.example' })
    },
  },
} as const satisfies Readonly<Record<string, Refusal>>
