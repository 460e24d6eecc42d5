import { describe, expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import { noon, openHouse, publicUrl, type House } from '#test/support/house.ts'
import {
  addDomain,
  challengeOf,
  claimAccount,
  enterBrand,
  proveBrand,
  storeAccountProof,
  suspendClaim,
  suspendDomain,
} from '#test/support/registered.ts'

const ask = async (house: House, text: string) => await house.ask(`/v1/lookup?q=${encodeURIComponent(text)}`)
const look = async (house: House, text = 'https://x.com/acme') => (await ask(house, text)).body

/** Acme with its domain proved and its account claimed, and, when wanted, the account's own proof. */
async function acme(proof?: Parameters<typeof storeAccountProof>[2] | null) {
  const house = await openHouse()
  const owner = await house.owner()
  const domain = await proveBrand(house, owner)
  const claim = await claimAccount(owner, domain.brandId, 'https://x.com/acme')
  if (proof !== undefined) await storeAccountProof(house, claim, proof ?? {})
  return { house, owner, domain, claim }
}

const acmeMark = (id: string) => ({
  id,
  slug: 'acme.com',
  name: 'Acme',
  name_state: 'self_given',
  domain: 'acme.com',
  url: `${publicUrl}/b/acme.com`,
})

describe('an account looked up', () => {
  test('that nobody has claimed is not in the registry, and the answer has every member of the contract', async () => {
    const house = await openHouse()
    const { status, body } = await ask(house, 'https://twitter.com/Acme?lang=es')
    expect(status).toBe(200)
    expect(body).toStrictEqual({
      query: {
        input: 'https://twitter.com/Acme?lang=es',
        kind: 'account',
        platform: 'x',
        handle: 'acme',
        url: 'https://x.com/acme',
        domain: null,
      },
      verdict: 'unregistered',
      disputed: false,
      brand: null,
      account: {
        platform: 'x',
        handle: 'acme',
        platform_id: null,
        url: 'https://x.com/acme',
        relation: null,
        country: null,
        language: null,
        published: null,
        proofs: [],
      },
      claimed_by: [],
      matched_domain: null,
      proofs: [],
      absent_from: [],
      frozen_since: null,
      candidates: [],
      lookalikes: [],
      log: null,
      stale: false,
      as_of: '2026-03-01T12:00:00Z',
    })
  })

  test('that a brand has claimed by its id as well is not said by others too', async () => {
    const { house, owner, domain } = await acme()
    const did = 'did:plc:z72i7hdynmk6r22z27h6tvur'
    const named = await claimAccount(owner, domain.brandId, 'https://bsky.app/profile/acme.com')
    await claimAccount(owner, domain.brandId, did)
    await storeAccountProof(house, named, { platformId: did })
    expect(await look(house, did)).toMatchObject({ verdict: 'verified', claimed_by: [] })
  })

  test('that both ends agree on is verified, with both proofs and the brand', async () => {
    const { house, domain, claim } = await acme(null)
    const body = await look(house)
    const { rows } = await house.deps.db.client.execute({
      sql: 'select max("index") as newest from leaves where subject = ?',
      args: [claim],
    })
    expect(body).toStrictEqual({
      query: {
        input: 'https://x.com/acme',
        kind: 'account',
        platform: 'x',
        handle: 'acme',
        url: 'https://x.com/acme',
        domain: null,
      },
      verdict: 'verified',
      disputed: false,
      brand: acmeMark(domain.brandId),
      account: {
        platform: 'x',
        handle: 'acme',
        platform_id: '783214',
        url: 'https://x.com/acme',
        relation: 'official',
        country: null,
        language: null,
        published: null,
        proofs: [
          {
            direction: 'domain',
            method: 'dns-txt',
            checked_at: '2026-03-01T12:00:00Z',
            expires_at: '2026-03-11T12:00:00Z',
            seen_by: { agreeing: 3, perspectives: 3, resolvers: 3, networks: 1 },
            failing_since: null,
          },
          {
            direction: 'account',
            method: 'profile-link',
            checked_at: '2026-03-01T12:00:00Z',
            expires_at: '2026-03-31T12:00:00Z',
            seen_by: null,
            failing_since: null,
          },
        ],
      },
      claimed_by: [],
      matched_domain: null,
      proofs: [],
      absent_from: [],
      frozen_since: null,
      candidates: [],
      lookalikes: [],
      log: { index: Number(rows[0]?.['newest']) },
      stale: false,
      as_of: '2026-03-01T12:00:00Z',
    })
  })

  test('that only a domain names is declared: no brand, and everybody who declares it', async () => {
    const { house, domain } = await acme()
    const rival = await house.owner('Rival Ltd')
    const theirs = await proveBrand(house, rival, 'acme-store.com', { name: 'Acme' })
    const alone = await look(house)
    expect(alone).toMatchObject({ verdict: 'declared', brand: null, claimed_by: [acmeMark(domain.brandId)] })
    expect(alone.account.proofs).toMatchObject([{ direction: 'domain' }])
    await claimAccount(rival, theirs.brandId, 'https://twitter.com/ACME')
    const both = await look(house)
    expect(both).toMatchObject({ verdict: 'declared', brand: null })
    expect(both.claimed_by.map(({ slug }: { slug: string }) => slug).toSorted()).toEqual([
      'acme-store.com',
      'acme.com',
    ])
    // Nobody's declaration is worth more, so nobody's proofs are shown.
    expect(both.account).toMatchObject({ relation: null, proofs: [] })
  })

  test('that one brand has verified is that brand’s, whoever else declares it and was first', async () => {
    const house = await openHouse()
    const squatter = await house.owner('Squatter')
    const squatted = await proveBrand(house, squatter, 'acme-official.com', { name: 'Acme' })
    await claimAccount(squatter, squatted.brandId, 'https://x.com/acme')
    house.pass(day)
    const owner = await house.owner()
    const domain = await proveBrand(house, owner)
    await storeAccountProof(house, await claimAccount(owner, domain.brandId, 'https://x.com/acme'))
    expect(await look(house)).toMatchObject({
      verdict: 'verified',
      brand: { slug: 'acme.com' },
      claimed_by: [{ slug: 'acme-official.com' }],
    })
  })

  test('whose domain’s record is gone is at risk, and neither green nor lapsed until grace has ended', async () => {
    const { house, domain } = await acme(null)
    house.world.unpublish(challengeOf(domain, 'dns-txt'))
    house.world.web.site('acme.com')
    house.pass(day)
    await house.work()
    expect(await look(house)).toMatchObject({ verdict: 'at_risk', brand: { slug: 'acme.com' } })
    house.pass(7 * day - 1)
    expect((await look(house)).verdict).toBe('at_risk')
    house.pass(1)
    expect((await look(house, 'x.com/acme?fresh')).verdict).toBe('lapsed')
  })

  test('that points back no longer is at risk', async () => {
    const { house } = await acme({ accountState: 'failing', failingSince: noon })
    expect(await look(house)).toMatchObject({ verdict: 'at_risk', brand: { slug: 'acme.com' } })
  })

  test('whose account proof has ended is lapsed, though the domain still names it', async () => {
    const { house } = await acme({ accountState: 'ended' })
    expect(await look(house)).toMatchObject({ verdict: 'lapsed', brand: { slug: 'acme.com' } })
  })

  test('whose proofs nobody could look at again lapses on its date, with or without the schedule', async () => {
    const { house } = await acme(null)
    house.pass(10 * day - 1)
    expect((await look(house)).verdict).toBe('verified')
    house.pass(1)
    expect((await look(house, 'x.com/acme')).verdict).toBe('lapsed')
  })

  test('that is frozen is suspended before all else', async () => {
    const { house, claim } = await acme(null)
    await suspendClaim(house, claim)
    expect(await look(house)).toMatchObject({ verdict: 'suspended', brand: { slug: 'acme.com' } })
  })

  test('that is verified stays so, whoever else declared it and froze his own claim', async () => {
    const house = await openHouse()
    const squatter = await house.owner('Squatters')
    const squat = await proveBrand(house, squatter, 'acme-official.com', { name: 'Acme' })
    await suspendClaim(house, await claimAccount(squatter, squat.brandId, 'x.com/acme'))
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    await storeAccountProof(house, await claimAccount(owner, brandId, 'x.com/acme'))
    expect(await look(house)).toMatchObject({ verdict: 'verified', brand: { slug: 'acme.com' } })
  })

  test('whose domain is frozen is suspended with it', async () => {
    const { house, domain } = await acme(null)
    await suspendDomain(house, domain.id)
    expect(await look(house)).toMatchObject({ verdict: 'suspended', brand: { slug: 'acme.com' } })
  })

  test('whose claim was withdrawn, or whose brand has no proved domain, is nobody’s', async () => {
    const { house, owner, claim } = await acme(null)
    await owner.delete(`/v1/claims/${claim}`)
    expect(await look(house)).toMatchObject({ verdict: 'unregistered', brand: null, claimed_by: [] })
    const hopeful = await enterBrand(owner, { name: 'Hopeful' })
    await claimAccount(owner, hopeful, 'https://x.com/hopeful')
    await addDomain(owner, hopeful, 'hopeful.com')
    expect(await look(house, 'x.com/hopeful')).toMatchObject({ verdict: 'unregistered', claimed_by: [] })
  })

  test('is found whatever form of it is pasted', async () => {
    const { house } = await acme(null)
    for (const text of [
      'x.com/acme',
      'HTTPS://TWITTER.COM/ACME',
      ' https://mobile.twitter.com/Acme/ ',
      'https://www.x.com/acme?s=20#top',
      'https://x.com/@acme',
    ]) {
      const { verdict, query } = await look(house, text)
      expect.soft(verdict, text).toBe('verified')
      expect.soft(query, text).toMatchObject({ input: text, handle: 'acme', url: 'https://x.com/acme' })
    }
  })
})

describe('however many squatters declare an account', () => {
  test('the brand which the account agrees with is found', async () => {
    const house = await openHouse()
    const squatter = await house.owner('Squatter')
    const squatted = await proveBrand(house, squatter, 'squat.com', { name: 'Acme' })
    await claimAccount(squatter, squatted.brandId, 'https://x.com/acme')
    await multiply(house, squatted.id, 600)
    house.pass(day)
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    await storeAccountProof(house, await claimAccount(owner, brandId, 'https://x.com/acme'))
    expect(await look(house)).toMatchObject({ verdict: 'verified', brand: { slug: 'acme.com' } })
    expect((await house.ask('/v1/lookup?q=@acme')).body.candidates[0]).toMatchObject({ verdict: 'verified' })
  })

  test('and however many domains a brand has, its page shows all its accounts', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const domain = await proveBrand(house, owner)
    for (let each = 0; each < 30; each += 1)
      await claimAccount(owner, domain.brandId, `https://x.com/acme${each}`)
    await multiply(house, domain.id, 30)
    const { body } = await house.ask('/v1/brands/acme.com')
    expect(body.domains).toHaveLength(31)
    expect(body.accounts).toHaveLength(30)
  })
})

/** Copies a proved domain to as many subdomains. */
async function multiply({ deps }: House, id: string, count: number): Promise<void> {
  const { rows, columns } = await deps.db.client.execute({
    sql: 'select * from domains where id = ?',
    args: [id],
  })
  const named = columns.map((column) =>
    column === 'id' ? "id || '_' || value" : column === 'name' ? "'h' || value || '.' || name" : column,
  )
  expect(rows).toHaveLength(1)
  await deps.db.client.execute({
    sql: `insert into domains (${columns.join(', ')}) with recursive n(value) as (select 1 union all select value + 1 from n where value < ?)
      select ${named.join(', ')} from domains, n where id = ?`,
    args: [count, id],
  })
}

test('a lookup tells nothing private of any brand', async () => {
  const { house, owner, domain } = await acme(null)
  const hidden = await enterBrand(owner, { name: 'Unlaunched' })
  await addDomain(owner, hidden, 'unlaunched.com')
  await claimAccount(owner, hidden, 'https://x.com/unlaunched')
  const asked = [
    'x.com/acme',
    'acme.com',
    'unlaunched.com',
    'x.com/unlaunched',
    'Unlaunched',
    '@unlaunched',
    'Acme',
  ]
  const answers = await Promise.all(asked.map(async (text) => (await ask(house, text)).text))
  const brand = await house.ask(`/v1/brands/${domain.brandId}`)
  const none = await house.ask(`/v1/brands/${hidden}`)
  expect(none.status).toBe(404)
  for (const text of [...answers, brand.text, (await house.ask('/v1/brands')).text]) {
    expect(text).not.toContain(owner.organisationId)
    expect(text).not.toContain(owner.key)
    expect(text).not.toContain(hidden)
    expect(text).not.toContain('acme.example')
    expect(text).not.toMatch(/token=|dom_|clm_|act_/)
  }
})
