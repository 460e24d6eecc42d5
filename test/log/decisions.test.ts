import { describe, expect, test } from 'vitest'
import { day, hour } from '#base/clock.ts'
import { noon, openHouse, type House, type Owner } from '#test/support/house.ts'
import {
  addDomain,
  challengeOf,
  claimAccount,
  enterBrand,
  proveBrand,
  publishAndCheck,
  type AddedDomain,
} from '#test/support/registered.ts'
import { leavesOf, textIn, type Leaf } from '#test/support/stored.ts'

type Told = {
  readonly act: string
  readonly subject: string
  readonly actor: 'owner' | 'other' | 'system' | 'operator'
}

/** Does what brings a decision about; gives the deed itself, whose leaves are counted, and what it should leave. */
type Drive = (
  house: House,
  owner: Owner,
) => Promise<{ deed: () => Promise<unknown>; leaves: readonly Told[] }>

const later = async (house: House, milliseconds: number) => {
  house.pass(milliseconds)
  await house.work()
}
const check = async (owner: Owner, { id }: AddedDomain, method = 'dns-txt') =>
  await owner.post(`/v1/domains/${id}/check`, { method })
const unpublish = ({ world }: House, added: AddedDomain, method = 'dns-txt') =>
  world.unpublish(challengeOf(added, method))

/** The registry of .com says from now on that acme.com was registered then. */
function registerAnew({ world }: House, eventDate: string): void {
  const server = 'https://rdap.registry.example/'
  world.web.page('https://data.iana.org/rdap/dns.json', JSON.stringify({ services: [[['com'], [server]]] }))
  const events = [{ eventAction: 'registration', eventDate }]
  world.web.page(`${server}domain/acme.com`, JSON.stringify({ ldhName: 'acme.com', events }))
}

/** An incumbent and, behind him, another organisation which has shown control of the same name. */
async function contested(house: House, owner: Owner) {
  const incumbent = await proveBrand(house, owner)
  const other = await house.owner('Other Ltd')
  const added = await addDomain(other, await enterBrand(other), 'acme.com')
  house.world.publish(challengeOf(added, 'dns-txt'))
  return { incumbent, other, added }
}

const deeds: Readonly<Record<string, Drive>> = {
  'entering a brand': async (_, owner) => {
    let id = ''
    const deed = async () => (id = await enterBrand(owner))
    return {
      deed,
      leaves: [
        {
          act: 'brand.created',
          get subject() {
            return id
          },
          actor: 'owner',
        },
      ],
    }
  },
  'changing a brand': async (_, owner) => {
    const id = await enterBrand(owner)
    const deed = () => owner.patch(`/v1/brands/${id}`, { name: 'Acme Corporation' })
    return { deed, leaves: [{ act: 'brand.changed', subject: id, actor: 'owner' }] }
  },
  'adding a domain': async (_, owner) => {
    const brand = await enterBrand(owner)
    let id = ''
    const deed = async () => (id = (await addDomain(owner, brand, 'acme.com')).id)
    return {
      deed,
      leaves: [
        {
          act: 'domain.added',
          get subject() {
            return id
          },
          actor: 'owner',
        },
      ],
    }
  },
  'proving a domain': async (house, owner) => {
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    const deed = () => publishAndCheck(house, owner, added)
    return { deed, leaves: [{ act: 'domain.proved', subject: added.id, actor: 'owner' }] }
  },
  'finding the record gone': async (house, owner) => {
    const added = await proveBrand(house, owner)
    unpublish(house, added)
    house.world.web.site('acme.com')
    return {
      deed: () => later(house, day),
      leaves: [{ act: 'domain.failing', subject: added.id, actor: 'system' }],
    }
  },
  'finding it again': async (house, owner) => {
    const added = await proveBrand(house, owner)
    unpublish(house, added)
    house.world.web.site('acme.com')
    await later(house, day)
    house.world.publish(challengeOf(added, 'dns-txt'))
    return {
      deed: () => check(owner, added),
      leaves: [{ act: 'domain.recovered', subject: added.id, actor: 'owner' }],
    }
  },
  'a proof’s end': async (house, owner) => {
    const added = await proveBrand(house, owner)
    house.world.dns.servfail('.')
    return {
      deed: () => later(house, 10 * day),
      leaves: [{ act: 'domain.lapsed', subject: added.id, actor: 'system' }],
    }
  },
  'asking to prove a lapsed domain anew': async (house, owner) => {
    const added = await proveBrand(house, owner)
    house.world.dns.servfail('.')
    await later(house, 10 * day)
    const deed = () => owner.post(`/v1/domains/${added.id}/challenges`)
    return { deed, leaves: [{ act: 'domain.reopened', subject: added.id, actor: 'owner' }] }
  },
  'proving a standing domain by another method': async (house, owner) => {
    const added = await proveBrand(house, owner)
    const deed = () => publishAndCheck(house, owner, added, 'dns-cname')
    return { deed, leaves: [{ act: 'domain.proved_anew', subject: added.id, actor: 'owner' }] }
  },
  'a web proof’s coming of age': async (house, owner) => {
    house.world.dns.zone('acme.com')
    const added = await proveBrand(house, owner, 'shop.acme.com', { name: 'Acme' }, 'http-file')
    house.pass(72 * hour)
    const deed = () => check(owner, added, 'http-file')
    return { deed, leaves: [{ act: 'domain.matured', subject: added.id, actor: 'owner' }] }
  },
  'a web proof’s going before it came of age': async (house, owner) => {
    const added = await proveBrand(house, owner, 'shop.acme.com', { name: 'Acme' }, 'http-file')
    unpublish(house, added, 'http-file')
    house.pass(hour)
    const deed = () => check(owner, added, 'http-file')
    return { deed, leaves: [{ act: 'domain.maturing_ended', subject: added.id, actor: 'owner' }] }
  },
  'finding the zone with other name servers': async (house, owner) => {
    house.world.dns.records('acme.com', 'NS', 'ns1.dns.example')
    const added = await proveBrand(house, owner)
    await house.work()
    house.world.dns.remove('acme.com', 'NS')
    house.world.dns.records('acme.com', 'NS', 'ns1.elsewhere.example')
    return {
      deed: () => later(house, day),
      leaves: [{ act: 'domain.new_token_demanded', subject: added.id, actor: 'system' }],
    }
  },
  'finding the name registered anew': async (house, owner) => {
    const added = await proveBrand(house, owner)
    registerAnew(house, '2026-03-03T06:00:00Z')
    return {
      deed: () => later(house, 2 * day),
      leaves: [{ act: 'domain.suspended', subject: added.id, actor: 'system' }],
    }
  },
  'releasing a domain': async (house, owner) => {
    const added = await proveBrand(house, owner)
    const deed = () => owner.delete(`/v1/domains/${added.id}`)
    return { deed, leaves: [{ act: 'domain.released', subject: added.id, actor: 'owner' }] }
  },
  'contesting a domain': async (house, owner) => {
    const { other, added } = await contested(house, owner)
    return {
      deed: () => check(other, added),
      leaves: [{ act: 'domain.contested', subject: added.id, actor: 'other' }],
    }
  },
  'a contest given up': async (house, owner) => {
    const { other, added } = await contested(house, owner)
    await check(other, added)
    house.world.unpublish(challengeOf(added, 'dns-txt'))
    house.pass(hour)
    const leaves: Told[] = [{ act: 'domain.contest_ended', subject: added.id, actor: 'other' }]
    return { deed: () => check(other, added), leaves }
  },
  'a name’s passing to who contested it': async (house, owner) => {
    const { incumbent, other, added } = await contested(house, owner)
    await check(other, added)
    await owner.delete(`/v1/domains/${incumbent.id}`)
    return {
      deed: () => house.work(),
      leaves: [{ act: 'domain.passed', subject: added.id, actor: 'system' }],
    }
  },
  'claiming an account': async (_, owner) => {
    const brand = await enterBrand(owner)
    let id = ''
    const deed = async () => (id = await claimAccount(owner, brand, 'https://x.com/acme'))
    return {
      deed,
      leaves: [
        {
          act: 'claim.opened',
          get subject() {
            return id
          },
          actor: 'owner',
        },
      ],
    }
  },
  'withdrawing a claim': async (_, owner) => {
    const id = await claimAccount(owner, await enterBrand(owner), 'https://x.com/acme')
    const deed = () => owner.delete(`/v1/claims/${id}`)
    return { deed, leaves: [{ act: 'claim.withdrawn', subject: id, actor: 'owner' }] }
  },
  'disavowing an account': async (_, owner) => {
    const id = await enterBrand(owner)
    const deed = () => owner.post(`/v1/brands/${id}/not-ours`, { account: 'https://x.com/acme_giveaway' })
    return { deed, leaves: [{ act: 'account.disavowed', subject: id, actor: 'owner' }] }
  },
  'taking a disavowal back': async (_, owner) => {
    const id = await enterBrand(owner)
    await owner.post(`/v1/brands/${id}/not-ours`, { account: 'https://x.com/acme_giveaway' })
    const deed = () => owner.delete(`/v1/brands/${id}/not-ours?account=https://x.com/acme_giveaway`)
    return { deed, leaves: [{ act: 'account.disavowal_withdrawn', subject: id, actor: 'owner' }] }
  },
  'saying where the brand is not': async (_, owner) => {
    const id = await enterBrand(owner)
    const deed = () => owner.post(`/v1/brands/${id}/absences`, { platforms: ['tiktok', 'vk'] })
    return { deed, leaves: [{ act: 'brand.absences_set', subject: id, actor: 'owner' }] }
  },
  'saying that it is everywhere': async (_, owner) => {
    const id = await enterBrand(owner)
    await owner.post(`/v1/brands/${id}/absences`, { platforms: ['tiktok'] })
    const deed = () => owner.post(`/v1/brands/${id}/absences`, { platforms: [] })
    return { deed, leaves: [{ act: 'brand.absences_set', subject: id, actor: 'owner' }] }
  },
  'making a key': async (_, owner) => {
    let id = ''
    const deed = async () => (id = (await owner.post('/v1/keys', { name: 'Second' })).body.id)
    return {
      deed,
      leaves: [
        {
          act: 'key.created',
          get subject() {
            return id
          },
          actor: 'owner',
        },
      ],
    }
  },
  'revoking a key': async (_, owner) => {
    const { body } = await owner.post('/v1/keys', { name: 'Second' })
    const deed = () => owner.delete(`/v1/keys/${body.id}`)
    return { deed, leaves: [{ act: 'key.revoked', subject: body.id, actor: 'owner' }] }
  },
  'deleting a brand with a claim and a domain': async (house, owner) => {
    const { brandId, id } = await proveBrand(house, owner)
    const claim = await claimAccount(owner, brandId, 'https://x.com/acme')
    return {
      deed: () => owner.delete(`/v1/brands/${brandId}`),
      leaves: [
        { act: 'claim.withdrawn', subject: claim, actor: 'owner' },
        { act: 'domain.released', subject: id, actor: 'owner' },
        { act: 'brand.deleted', subject: brandId, actor: 'owner' },
      ],
    }
  },
}

describe('a decision writes its leaf, and one only:', () => {
  test.each(Object.entries(deeds))('%s', async (_, drive) => {
    const house = await openHouse()
    const owner = await house.owner()
    const { deed, leaves } = await drive(house, owner)
    const before = await leavesOf(house)
    await deed()
    const all = await leavesOf(house)
    const written = all.slice(before.length)
    expect(written.map(({ said: { act, subject } }) => ({ act, subject }))).toEqual(
      leaves.map(({ act, subject }) => ({ act, subject })),
    )
    const now = new Date(house.deps.clock.now()).toISOString().replace('.000Z', 'Z')
    const names = await actors(house, owner)
    for (const [index, leaf] of written.entries()) {
      expect(leaf.said.actor).toBe(names[leaves[index]?.actor ?? 'owner'])
      expect(leaf.said.at).toBe(now)
      expectToFollow(leaf, all)
    }
  })

  test('making an organisation and its first key writes two, and neither names it', async () => {
    const house = await openHouse()
    const { organisationId } = await house.owner()
    const [made, key, ...others] = await leavesOf(house)
    expect(others).toEqual([])
    expect([made?.said.act, key?.said.act]).toEqual(['organisation.created', 'key.created'])
    for (const leaf of [made, key]) {
      expect(leaf?.said.actor).toBe('operator')
      expect(leaf?.text).not.toContain(organisationId)
    }
  })
})

/** What leaves an actor's pseudonym as: never his organisation's id. */
async function actors({ deps }: House, owner: Owner): Promise<Record<Told['actor'], string>> {
  const { rows } = await deps.db.client.execute('select id, pseudonym from organisations')
  const of = (mine: boolean) =>
    rows
      .filter(({ id }) => (id === owner.organisationId) === mine)
      .map((row) => textIn(row, 'pseudonym'))[0] ?? 'nobody'
  return { owner: of(true), other: of(false), system: 'system', operator: 'operator' }
}

function expectToFollow(leaf: Leaf, all: readonly Leaf[]): void {
  const earlier = all.filter(({ subject, index }) => subject === leaf.subject && index < leaf.index)
  expect(leaf.said.seq).toBe(earlier.length)
  expect(leaf.said.prev).toBe(earlier.at(-1)?.hash ?? null)
}

test('time in a leaf is the moment of the decision', async () => {
  const house = await openHouse()
  const owner = await house.owner()
  await enterBrand(owner)
  expect((await leavesOf(house)).at(-1)?.said.at).toBe(new Date(noon).toISOString().replace('.000Z', 'Z'))
})
