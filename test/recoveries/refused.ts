import { createKey } from '#auth/create-key.ts'
import { decideRecovery } from '#recoveries/decide-recovery.ts'
import { day } from '#base/clock.ts'
import { addDomain, enterBrand, suspendDomain } from '#test/support/registered.ts'
import type { Answered } from '#test/support/house.ts'
import { principalOfRole } from './role.ts'
import { openScene, pass, start, watched, type Scene } from './fixture.ts'

type Refused = { readonly words: string; ask(): Promise<Answered> }

const again = async ({ asker }: Scene) => await asker.post('/v1/recoveries', { domain: 'acme.com' })

/** Each reason for which a recovery is refused, and its words. */
export const recoveryRefusals = {
  asker_frozen: {
    words: "Your organisation's acme.com was frozen by a moderator, and regaining it would undo that.",
    async ask() {
      const scene = await openScene()
      const own = await addDomain(scene.asker, await enterBrand(scene.asker), 'acme.com')
      await suspendDomain(scene.house, own.id)
      return await again(scene)
    },
  },
  name_servers_changed: {
    words:
      'The name servers of acme.com have changed lately, or are not known. Ask again once they have stayed for 30 days.',
    async ask() {
      const scene = await openScene()
      scene.house.world.dns.remove('acme.com', 'NS')
      scene.house.world.dns.records('acme.com', 'NS', 'ns1.elsewhere.example')
      await pass(scene.house, day, day)
      return await again(scene)
    },
  },
  owners_only: {
    words: 'Only owners ask to regain a brand. Ask one of your organisation.',
    async ask() {
      const scene = await openScene()
      const { house, asker } = scene
      const principal = await principalOfRole(house, asker, 'editor')
      const made = await createKey(house.deps, principal, {
        name: 'Ed',
        scopes: ['read', 'write'],
        expiresAt: null,
      })
      if (!made.ok) throw new Error('No key was made')
      return await house.ask('/v1/recoveries', {
        method: 'POST',
        headers: { authorization: `Bearer ${made.value.key}`, 'content-type': 'application/json' },
        body: '{"domain": "acme.com"}',
      })
    },
  },
  proof_too_young: {
    words:
      'acme.com has not been proved by DNS for 30 days without a break, and only such a domain regains its brand. Prove it: the name passes to you when the other proof ends.',
    ask: async () => await again(await openScene(29)),
  },
  recovery_decided: {
    words: 'A person has decided already that this may go on.',
    async ask() {
      const scene = await openScene()
      const { id } = await watched(scene)
      await scene.incumbent.post(`/v1/recoveries/${id}/veto`)
      await decideRecovery(scene.house.deps, 'operator', id, { isUpheld: true, reason: 'Theirs' })
      return await scene.incumbent.post(`/v1/recoveries/${id}/veto`)
    },
  },
  recovery_disputed: {
    words: 'Somebody has objected already. A person decides now.',
    async ask() {
      const scene = await openScene()
      const { id } = await start(scene)
      await scene.incumbent.post(`/v1/recoveries/${id}/veto`)
      return await scene.incumbent.post(`/v1/recoveries/${id}/veto`)
    },
  },
  recovery_of_own_brand: {
    words: 'This organisation has the brand already. Act for another one of yours to regain it.',
    async ask() {
      const { incumbent } = await openScene()
      return await incumbent.post('/v1/recoveries', { domain: 'acme.com' })
    },
  },
  recovery_open: {
    words: 'You have asked to regain the brand at acme.com already, and that is open.',
    async ask() {
      const scene = await openScene()
      await start(scene)
      return await again(scene)
    },
  },
  recovery_over: {
    words: 'This recovery is ended: there is nothing to object to any more.',
    async ask() {
      const scene = await openScene()
      const { id } = await start(scene)
      await pass(scene.house, 31 * day, 5 * day)
      return await scene.incumbent.post(`/v1/recoveries/${id}/veto`)
    },
  },
  recovery_unknown: {
    words: 'You have no recovery rec_22222222222222222222.',
    async ask() {
      const { asker } = await openScene(0)
      return await asker.get('/v1/recoveries/rec_22222222222222222222')
    },
  },
  registration_changed: {
    words:
      "The registry says that acme.com was registered anew. Register a brand, and prove the domain: nothing of its former owner's passes.",
    async ask() {
      const scene = await openScene()
      const server = 'https://rdap.registry.example/'
      const { web } = scene.house.world
      web.page('https://data.iana.org/rdap/dns.json', JSON.stringify({ services: [[['com'], [server]]] }))
      const events = [{ eventAction: 'registration', eventDate: '2026-03-30T00:00:00Z' }]
      web.page(`${server}domain/acme.com`, JSON.stringify({ ldhName: 'acme.com', events }))
      await pass(scene.house, 2 * day, day)
      return await again(scene)
    },
  },
  too_many_recoveries: {
    words: 'You have asked to regain brands 3 times within a year. Write to whoever runs this registry.',
    async ask() {
      const scene = await openScene()
      for (let asked = 0; asked < 3; asked += 1) {
        await start(scene)
        await pass(scene.house, 31 * day, 5 * day)
      }
      return await again(scene)
    },
  },
} satisfies Record<string, Refused>
