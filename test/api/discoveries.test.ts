import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { day, hour, second } from '#base/clock.ts'
import { claims, jobs } from '#db/schema.ts'
import { openHouse, type House, type Owner } from '#test/support/house.ts'
import {
  addDomain,
  claimAccount,
  enterBrand,
  proveBrand,
  publishAndCheck,
  storeAccountProof,
} from '#test/support/registered.ts'
import { leavesOf } from '#test/support/stored.ts'

type Listed = {
  readonly account: { readonly url: string }
  readonly claim_id: string | null
  readonly lacks: string
}

const home = 'https://acme.com/'
const trustTxt = 'https://acme.com/.well-known/trust.txt'
const me = (...urls: readonly string[]) => urls.map((url) => `<a rel="me" href="${url}">us</a>`).join('')
const organisation = (...sameAs: readonly string[]) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'Organization', sameAs })}</script>`

/** Acme with a proved domain, whose site is read when the house works. */
async function acme(publish: (house: House) => void) {
  const house = await openHouse()
  const owner = await house.owner()
  publish(house)
  const added = await proveBrand(house, owner)
  const path = `/v1/brands/${added.brandId}/discoveries`
  return { house, owner, added, brandId: added.brandId, path }
}

const list = async (owner: Owner, path: string) => (await owner.get(path)).body
const published = async (owner: Owner, claim: string): Promise<boolean | null> =>
  (await owner.get(`/v1/claims/${claim}`)).body.published
async function work(house: House): Promise<void> {
  expect((await house.work()).failed).toEqual([])
}
const readings = (house: House) =>
  house.world.asked.filter((line) => line === `primary.test GET ${home}`).length

describe('a proved domain’s site', () => {
  test('is read by itself, and what it lists is offered with what it lacks, and not claimed', async () => {
    const { house, owner, path, brandId } = await acme(({ world }) => {
      world.web.page(
        home,
        me('https://x.com/acme', 'https://www.instagram.com/acme') + organisation('https://github.com/acme'),
      )
      world.web.page(trustTxt, 'social=https://github.com/acme\nsocial=https://acme.example/')
    })
    expect(await list(owner, path)).toEqual({
      items: [],
      unlisted: [],
      readings: [{ domain: 'acme.com', read_at: null, outcome: null, reason: null, detail: null }],
      next_cursor: null,
    })
    house.pass(2 * second)
    await work(house)
    const { items, ...rest } = await list(owner, path)
    expect(rest).toEqual({
      unlisted: [],
      readings: [
        { domain: 'acme.com', read_at: '2026-03-01T12:00:02Z', outcome: 'read', reason: null, detail: null },
      ],
      next_cursor: null,
    })
    expect(items).toEqual([
      {
        account: { platform: 'github', handle: 'acme', url: 'https://github.com/acme' },
        sources: ['same-as', 'trust-txt'],
        seen_at: '2026-03-01T12:00:02Z',
        domain: 'acme.com',
        claim_id: null,
        lacks: expect.stringMatching(
          /^It is not claimed yet\. Once it is, the account must point back\. .*https:\/\/acme\.com\//,
        ),
      },
      {
        account: { platform: 'instagram', handle: 'acme', url: 'https://www.instagram.com/acme' },
        sources: ['rel-me'],
        seen_at: '2026-03-01T12:00:02Z',
        domain: 'acme.com',
        claim_id: null,
        lacks:
          'It is not claimed yet. Once it is, the account must point back. Its platform cannot be checked automatically, so it stays declared.',
      },
      expect.objectContaining({
        account: { platform: 'x', handle: 'acme', url: 'https://x.com/acme' },
        lacks: expect.stringMatching(/must point back\. Publish a post on X, and include a code of ours: /),
      }),
    ])
    expect((await owner.get(`/v1/brands/${brandId}/accounts`)).body.items).toEqual([])
    expect((await leavesOf(house)).map(({ said }) => said.act)).not.toContain('claim.opened')
  })

  test('offers accounts for claiming in one step, and says of each what is then lacking', async () => {
    const { house, owner, path, brandId } = await acme(({ world }) => {
      world.web.page(
        home,
        me(
          'https://x.com/acme',
          'https://github.com/acme',
          'http://acme.blip.pl/',
          'https://t.me/acmenews',
          'https://x.com/theirs',
        ),
      )
    })
    const other = await house.owner('Other Ltd')
    const theirs = await proveBrand(house, other, 'other.example', { name: 'Other' })
    const taken = await claimAccount(other, theirs.brandId, 'https://x.com/theirs')
    await storeAccountProof(house, taken, { domain: 'other.example' })
    await claimAccount(other, theirs.brandId, 'https://github.com/acme')
    const elsewhere = await claimAccount(owner, await enterBrand(owner), 'https://t.me/acmenews')
    await work(house)
    const offered: readonly Listed[] = (await list(owner, path)).items
    const accounts = offered
      .filter(({ claim_id }) => claim_id === null)
      .map(({ account }) => ({ account: account.url }))
    const bulk = await owner.post(`/v1/brands/${brandId}/accounts/bulk`, { accounts })
    expect(bulk.body.items.map(({ outcome }: { outcome: string }) => outcome).toSorted()).toEqual([
      'claimed',
      'claimed',
      'refused',
      'refused',
    ])
    const { items }: { items: readonly Listed[] } = await list(owner, path)
    const mine = items.find(({ account }) => account.url === 'https://github.com/acme')
    if (mine?.claim_id === null || mine === undefined) throw new Error('It is not claimed')
    await storeAccountProof(house, mine.claim_id)
    const after: readonly Listed[] = (await list(owner, path)).items
    expect(Object.fromEntries(after.map(({ account, lacks }) => [account.url, lacks]))).toEqual({
      'https://blip.pl/users/acme': expect.stringMatching(
        /^It is not claimed yet\. Its platform closed on .*"parked"\.$/,
      ),
      'https://github.com/acme': 'Nothing: both ends agree.',
      'https://t.me/acmenews': 'Another brand of yours has claimed it. Withdraw it there to claim it here.',
      'https://x.com/acme': expect.stringMatching(/^The account does not point back yet\. ./),
      'https://x.com/theirs': 'It is proved by another brand. If that is wrong, open a dispute.',
    })
    expect(after.find(({ account }) => account.url === 'https://t.me/acmenews')?.claim_id).toBe(elsewhere)
  })

  test('that lists what the brand says is not its own is told so', async () => {
    const { house, owner, path, brandId } = await acme(({ world }) => {
      world.web.page(home, me('https://x.com/acme', 'https://t.me/acmenews', 'https://github.com/acme'))
    })
    expect(
      (await owner.post(`/v1/brands/${brandId}/not-ours`, { account: 'https://x.com/acme' })).status,
    ).toBe(201)
    const absent = await owner.post(`/v1/brands/${brandId}/absences`, { platforms: ['telegram'] })
    expect(absent.status).toBe(200)
    await work(house)
    const { items }: { items: readonly Listed[] } = await list(owner, path)
    const denied = 'You publish that this is not yours, and yet your site lists it. Take one of the two back.'
    expect(items.filter(({ lacks }) => lacks === denied).map(({ account }) => account.url)).toEqual([
      'https://t.me/acmenews',
      'https://x.com/acme',
    ])
    const accounts = items.map(({ account }) => ({ account: account.url }))
    const bulk = await owner.post(`/v1/brands/${brandId}/accounts/bulk`, { accounts })
    expect(
      bulk.body.items.map(({ problem }: { problem: { reason: string } | null }) => problem?.reason),
    ).toEqual([undefined, 'platform_absent', 'account_disavowed'])
  })

  test('is read weekly while its proof stands, daily while it cannot be read, and no more when that ends', async () => {
    const { house, owner, added } = await acme(({ world }) => world.web.site('acme.com'))
    const counts: number[] = []
    const days = async (count: number) => {
      const before = readings(house)
      for (let passed = 0; passed < count; passed += 1) {
        house.pass(day)
        await work(house)
      }
      counts.push(readings(house) - before)
    }
    await work(house)
    await days(28)
    house.world.web.fail(home, 'timeout')
    await days(14)
    await owner.delete(`/v1/domains/${added.id}`)
    await days(14)
    expect(counts[0]).toBeGreaterThanOrEqual(4)
    expect(counts[0]).toBeLessThanOrEqual(5)
    expect(counts[1]).toBeGreaterThanOrEqual(7)
    expect(counts[1]).toBeLessThanOrEqual(14)
    expect(counts[2]).toBe(0)
    const left = await house.deps.db.orm.select().from(jobs).where(eq(jobs.kind, 'look-site'))
    expect(left).toEqual([])
  })

  test('waits while its domain is looked at too often', async () => {
    const { house } = await acme(({ world }) => world.web.site('acme.com'))
    await house.deps.db.client.execute(
      `insert into budgets (target, purpose, window_start, used) values ('acme.com', 'scheduled', ${house.deps.clock.now()}, 998)`,
    )
    await work(house)
    expect(readings(house)).toBe(0)
    house.pass(hour)
    await work(house)
    expect(readings(house)).toBe(1)
  })
})

describe('whether a claim is published', () => {
  test('is told by every reading, touches no decision, and an outage changes nothing', async () => {
    const { house, owner, brandId, path } = await acme(({ world }) =>
      world.web.page(home, me('https://x.com/acme')),
    )
    const [x, github] = [
      await claimAccount(owner, brandId, 'https://x.com/acme'),
      await claimAccount(owner, brandId, 'https://github.com/acme'),
    ]
    const both = async () => [await published(owner, x), await published(owner, github)]
    expect(await both()).toEqual([null, null])
    house.pass(hour)
    const leaves = (await leavesOf(house)).length
    await work(house)
    expect(await both()).toEqual([true, false])
    const rows = await house.deps.db.orm.select().from(claims)
    expect(rows.every(({ createdAt, updatedAt }) => createdAt === updatedAt)).toBe(true)
    expect((await leavesOf(house)).length).toBe(leaves)
    expect((await list(owner, path)).unlisted).toEqual([
      {
        claim_id: github,
        account: { platform: 'github', handle: 'acme', url: 'https://github.com/acme' },
        relation: 'official',
      },
    ])
    expect((await house.ask('/v1/lookup?q=x.com/acme')).body.account.published).toBe(true)

    house.world.web.status(home, 503)
    house.pass(7 * day)
    await work(house)
    expect(await both()).toEqual([true, false])
    expect((await list(owner, path)).readings).toMatchObject([
      { outcome: 'unreachable', reason: 'server_error' },
    ])
    expect((await list(owner, path)).items).toHaveLength(1)

    house.world.web.page(home, me('https://github.com/acme'))
    house.pass(day)
    await work(house)
    expect(await both()).toEqual([false, true])
  })

  test('stays unknown until the site could be read, each place for itself', async () => {
    const { house, owner, brandId } = await acme(({ world }) => {
      world.web.page(home, me('https://x.com/acme'))
      world.web.status(trustTxt, 403)
    })
    const [x, github] = [
      await claimAccount(owner, brandId, 'https://x.com/acme'),
      await claimAccount(owner, brandId, 'https://github.com/acme'),
    ]
    await work(house)
    expect([await published(owner, x), await published(owner, github)]).toEqual([true, null])
    house.world.web.page(home, 'Moved')
    house.pass(day)
    await work(house)
    expect([await published(owner, x), await published(owner, github)]).toEqual([null, null])
    house.world.web.page(trustTxt, 'social=https://github.com/acme')
    house.pass(day)
    await work(house)
    expect([await published(owner, x), await published(owner, github)]).toEqual([false, true])
  })

  test('is known at once of a claim that is made after the reading', async () => {
    const { house, owner, brandId } = await acme(({ world }) =>
      world.web.page(home, me('https://x.com/acme')),
    )
    await work(house)
    const claim = await claimAccount(owner, brandId, 'https://x.com/acme')
    expect(await published(owner, claim)).toBe(true)
    expect(await published(owner, await claimAccount(owner, brandId, 'https://github.com/acme'))).toBe(false)
    const other = await house.owner('Other Ltd')
    const theirs = await proveBrand(house, other, 'other.example', { name: 'Other' })
    expect(await published(other, await claimAccount(other, theirs.brandId, 'https://x.com/acme'))).toBe(null)
  })

  test('counts the sites of all its domains, and forgets what a domain listed with its proof', async () => {
    const { house, owner, brandId, added, path } = await acme(({ world }) => {
      world.web.page(home, me('https://x.com/acme'))
      world.web.page('https://acme.es/', me('https://github.com/acme'))
    })
    const second = await addDomain(owner, brandId, 'acme.es')
    expect(await publishAndCheck(house, owner, second)).toBe('proved')
    const [x, github] = [
      await claimAccount(owner, brandId, 'https://x.com/acme'),
      await claimAccount(owner, brandId, 'https://github.com/acme'),
    ]
    await work(house)
    expect([await published(owner, x), await published(owner, github)]).toEqual([true, true])
    const listing = (await list(owner, path)).items.map(({ domain }: { domain: string }) => domain)
    expect(listing.toSorted()).toEqual(['acme.com', 'acme.es'])
    await owner.delete(`/v1/domains/${added.id}`)
    house.pass(hour)
    await work(house)
    expect([await published(owner, x), await published(owner, github)]).toEqual([false, true])
    const { items, readings: left } = await list(owner, path)
    expect([items.length, left.length]).toEqual([1, 1])
    await owner.delete(`/v1/domains/${second.id}`)
    house.pass(hour)
    await work(house)
    expect([await published(owner, x), await published(owner, github)]).toEqual([null, null])
    const { client } = house.deps.db
    expect((await client.execute('select count(*) as n from site_accounts')).rows[0]?.['n']).toBe(0)
    expect((await client.execute('select count(*) as n from site_readings')).rows[0]?.['n']).toBe(0)
  })

  test('is not told by the site of a domain that is not proved yet', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    house.world.web.page(home, me('https://x.com/acme'))
    const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
    const claim = await claimAccount(owner, added.brandId, 'https://x.com/acme')
    house.pass(hour)
    await work(house)
    expect(await published(owner, claim)).toBe(null)
    expect(readings(house)).toBe(0)
  })
})

describe('a reading asked for', () => {
  test('is made at once and answers what there is to discover', async () => {
    const { house, owner, path } = await acme(({ world }) => world.web.page(home, me('https://x.com/acme')))
    const { status, body } = await owner.post(path)
    expect([status, body.items.length, body.readings[0].outcome]).toEqual([200, 1, 'read'])
    expect(body).toEqual(await list(owner, path))
    house.world.web.page(home, me('https://x.com/acme', 'https://t.me/acmenews'))
    const soon = await owner.post(path)
    expect([soon.status, soon.body.reason, soon.headers.get('retry-after')]).toEqual([
      429,
      'checked_too_soon',
      '5',
    ])
    expect(soon.body.detail).toBe('The sites were read a moment ago. Ask again in 5 s.')
    house.pass(5 * second)
    expect((await owner.post(path)).body.items).toHaveLength(2)
  })

  test('without a proved domain has nothing to read', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const path = `/v1/brands/${await enterBrand(owner)}/discoveries`
    const { status, body } = await owner.post(path)
    expect([status, body.reason, body.detail]).toEqual([
      409,
      'domain_not_proved',
      'Prove a domain of this brand first: only the site of a proved one is read.',
    ])
    expect(await list(owner, path)).toEqual({ items: [], unlisted: [], readings: [], next_cursor: null })
  })

  test('is refused while the domain is looked at too often', async () => {
    const { house, owner, path } = await acme(({ world }) => world.web.site('acme.com'))
    const { client } = house.deps.db
    await client.execute("update budgets set used = 998 where target = 'acme.com' and purpose = 'manual'")
    const { status, body } = await owner.post(path)
    expect([status, body.reason, body.detail]).toEqual([
      429,
      'target_busy',
      'acme.com is being looked at too often. Its site is read by ourselves when there is room.',
    ])
    expect(readings(house)).toBe(0)
  })

  test('is for the owner alone', async () => {
    const { house, path } = await acme(({ world }) => world.web.site('acme.com'))
    const stranger = await house.owner('Other Ltd')
    for (const { status, body } of [await stranger.get(path), await stranger.post(path)]) {
      expect([status, body.reason]).toEqual([404, 'brand_unknown'])
    }
    expect((await house.ask(path)).status).toBe(401)
  })
})
