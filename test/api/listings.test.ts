import { door } from '#test-door'
import { describe, expect, test } from 'vitest'
import { openHouse } from '#test/support/house.ts'
import { claimAccount, enterBrand, proveBrand, storeAccountProof } from '#test/support/registered.ts'
import { leavesOf, rowsOf } from '#test/support/stored.ts'

async function opened() {
  const house = await openHouse()
  const owner = await house.owner()
  const brand = await enterBrand(owner)
  return { house, owner, brand, path: `/v1/brands/${brand}` }
}

type Item = {
  readonly account: { readonly url: string } | null
  readonly claim_id: string | null
  readonly outcome: string
  readonly problem: { readonly reason: string } | null
  readonly line?: number | null
}

/** `https://x.com/acme claimed`, with the reason of what was refused, and its line. */
const said = (items: readonly Item[]) =>
  items.map(({ line, account, outcome, problem }) =>
    [line, account?.url, outcome, problem?.reason]
      .filter((part) => part !== undefined && part !== null)
      .join(' '),
  )

describe('accounts claimed in bulk', () => {
  test('are each claimed for themselves, in order; what is refused changes nothing of the others', async () => {
    const { house, owner, path, brand } = await opened()
    const other = await house.owner('Other Ltd')
    const theirs = await proveBrand(house, other, 'other.example', { name: 'Other' })
    await storeAccountProof(house, await claimAccount(other, theirs.brandId, 'https://x.com/theirs'), {
      domain: 'other.example',
    })
    const mine = await claimAccount(owner, await enterBrand(owner), 'https://t.me/acmenews')
    const { status, body } = await owner.post(`${path}/accounts/bulk`, {
      accounts: [
        { account: 'twitter.com/Acme' },
        { account: '@acme@mastodon.social', relation: 'support' },
        { account: 'https://x.com/acme/status/1' },
        { account: 'Acme' },
        { account: 'https://x.com/ACME', relation: 'fan' },
        { account: 'https://x.com/theirs' },
        { account: 'https://t.me/acmenews' },
        { account: 'http://acme.blip.pl/' },
        { account: 'https://github.com/acme' },
      ],
    })
    expect(status).toBe(200)
    expect(said(body.items)).toEqual([
      'https://x.com/acme claimed',
      'https://mastodon.social/@acme claimed',
      'refused not_an_account',
      'refused account_not_understood',
      'https://x.com/acme already_claimed',
      'https://x.com/theirs refused account_taken',
      'https://t.me/acmenews already_claimed',
      expect.stringMatching(/refused platform_closed$/),
      'https://github.com/acme claimed',
    ])
    const { items } = (await owner.get(`${path}/accounts`)).body
    const shown = items.map((one: { id: string; platform: string; relation: string }) => [
      one.id,
      one.platform,
      one.relation,
    ])
    expect(shown).toHaveLength(3)
    expect(shown).toEqual(
      expect.arrayContaining([
        [body.items[0].claim_id, 'x', 'official'],
        [body.items[1].claim_id, 'mastodon', 'support'],
        [body.items[8].claim_id, 'github', 'official'],
      ]),
    )
    expect(body.items[0]).toEqual({
      account: { platform: 'x', handle: 'acme', url: 'https://x.com/acme' },
      claim_id: expect.stringMatching(/^clm_/),
      outcome: 'claimed',
      problem: null,
    })
    expect(body.items[4].claim_id).toBe(body.items[0].claim_id)
    expect(body.items[6].claim_id).toBe(mine)
    expect(body.items[2].problem.detail).toContain('is a page of X but not an account')
    const acts = (await leavesOf(house)).filter((leaf) =>
      items.some(({ id }: { id: string }) => id === leaf.subject),
    )
    expect(acts.map((leaf) => leaf.said.act)).toEqual(['claim.opened', 'claim.opened', 'claim.opened'])
    expect((await house.ask(`/v1/brands/${brand}`)).status).toBe(404)
  })

  test('are a hundred at most, and at least one', async () => {
    const { owner, path } = await opened()
    for (const count of [0, 101]) {
      const accounts = Array.from({ length: count }, (_, at) => ({ account: `https://x.com/acme${at}` }))
      const { status, body } = await owner.post(`${path}/accounts/bulk`, { accounts })
      expect([status, body.reason]).toEqual([422, 'invalid_request'])
    }
    const hundred = Array.from({ length: 100 }, (_, at) => ({ account: `https://x.com/acme${at}` }))
    const { body } = await owner.post(`${path}/accounts/bulk`, { accounts: hundred })
    expect(new Set(body.items.map(({ outcome }: Item) => outcome))).toEqual(new Set(['claimed']))
  })

  test('of a frozen brand are all refused', async () => {
    const { owner, path } = await opened()
    await owner.post(`${path}/freeze`)
    const { body } = await owner.post(`${path}/accounts/bulk`, {
      accounts: [{ account: 'https://x.com/acme' }],
    })
    expect(said(body.items)).toEqual(['https://x.com/acme refused brand_frozen'])
  })
})

const trustTxt = `# Acme
member=https://journallist.net/
social=https://x.com/acme
social=https://acme.example/
social=https://twitter.com/acme
rubbish`
const xpoc = JSON.stringify({
  name: 'Acme',
  baseurl: 'acme.com',
  accounts: [{ account: 'acme', platform: 'X' }, { url: 'https://github.com/acme' }, {}],
})
const csv = 'url,relation\r\nhttps://x.com/acme,support\r\nhttps://t.me/acmenews,boss\r\n,fan\r\n'

describe('a list imported', () => {
  test.each([
    [
      'trust-txt',
      trustTxt,
      [
        '3 https://x.com/acme claimed',
        '4 refused unknown_platform',
        '5 https://x.com/acme already_claimed',
        '6 refused invalid_request',
      ],
      ['acme official'],
    ],
    [
      'xpoc',
      xpoc,
      ['https://x.com/acme claimed', 'https://github.com/acme claimed', 'refused invalid_request'],
      ['acme official', 'acme official'],
    ],
    [
      'csv',
      csv,
      [
        '2 https://x.com/acme claimed',
        '3 https://t.me/acmenews refused invalid_request',
        '4 refused invalid_request',
      ],
      ['acme support'],
    ],
  ])(
    'as %s claims what it names, and says what became of each line',
    async (format, text, expected, claimed) => {
      const { house, owner, path } = await opened()
      const before = await rowsOf(house)
      const trial = await owner.post(`${path}/import`, { format, text, dry_run: true })
      expect(said(trial.body.items)).toEqual(expected.map((line) => line.replace(/ claimed$/, ' claimable')))
      expect(await rowsOf(house)).toEqual(before)
      const { status, body } = await owner.post(`${path}/import`, { format, text })
      expect(status).toBe(200)
      expect(said(body.items)).toEqual(expected)
      const { items } = (await owner.get(`${path}/accounts`)).body
      expect(
        items.map((one: { handle: string; relation: string }) => `${one.handle} ${one.relation}`),
      ).toEqual(claimed)
    },
  )

  test('twice claims nothing twice', async () => {
    const { owner, path } = await opened()
    const first = await owner.post(`${path}/import`, { format: 'xpoc', text: xpoc })
    for (const dry_run of [true, false]) {
      const { body } = await owner.post(`${path}/import`, { format: 'xpoc', text: xpoc, dry_run })
      expect(said(body.items)).toEqual([
        'https://x.com/acme already_claimed',
        'https://github.com/acme already_claimed',
        'refused invalid_request',
      ])
      expect(body.items.map(({ claim_id }: Item) => claim_id)).toEqual(
        first.body.items.map(({ claim_id }: Item) => claim_id),
      )
    }
  })

  test.each([
    ['xpoc', '{}', 'This is no XPOC manifest: a JSON object with a list named "accounts" is expected.'],
    [
      'trust-txt',
      'social=https://x.com/acme\n'.repeat(501),
      'The list has 501 entries, and 500 are taken at once. Nothing was claimed; send it in parts.',
    ],
  ])('as %s is refused whole when it cannot be taken', async (format, text, detail) => {
    const { owner, path } = await opened()
    const { status, body } = await owner.post(`${path}/import`, { format, text })
    expect([status, body.reason, body.detail]).toEqual([422, 'invalid_request', detail])
    expect((await owner.get(`${path}/accounts`)).body.items).toEqual([])
  })
})

describe('a brand’s accounts exported', () => {
  test('as CSV are imported again with the same accounts and relations', async () => {
    const { house, owner, path } = await opened()
    const accounts = [
      { account: 'https://x.com/acme', relation: 'support', country: 'ES', language: 'ca' },
      { account: '@acme@mastodon.social', relation: 'fan' },
      { account: 'https://www.youtube.com/channel/UCBR8-60-B28hp2BmDPdntcQ', relation: 'product' },
    ]
    await owner.post(`${path}/accounts/bulk`, { accounts })
    const { status, headers, text } = await owner.get(`${path}/export.csv`)
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'no-store',
    ])
    expect(text).toMatch(
      /^account,relation,country,language,platform,handle,platform_id,verdict,published\r\n/,
    )
    expect(text).toContain('\r\nhttps://x.com/acme,support,ES,ca,x,acme,,unregistered,\r\n')
    const other = await house.owner('Other Ltd')
    const second = `/v1/brands/${await enterBrand(other)}`
    await other.post(`${second}/import`, { format: 'csv', text })
    const again = (await other.get(`${second}/export.csv`)).text
    expect(again.split('\r\n').toSorted()).toEqual(text.split('\r\n').toSorted())
  })

  test('as JSON say how each stands', async () => {
    const house = await openHouse()
    const owner = await house.owner()
    const { brandId } = await proveBrand(house, owner)
    await storeAccountProof(house, await claimAccount(owner, brandId, 'https://x.com/acme'))
    const { body } = await owner.get(`/v1/brands/${brandId}/export.json`)
    expect(body).toEqual({
      items: [
        {
          platform: 'x',
          handle: 'acme',
          platform_id: '783214',
          url: 'https://x.com/acme',
          relation: 'official',
          country: null,
          language: null,
          verdict: 'verified',
          published: null,
        },
      ],
    })
  })

  test('are all there, however many', async () => {
    const { owner, path } = await opened()
    // A database over HTTP answers each statement by a round trip; more than a page of anything is enough there.
    const many = door === 'node' ? 500 : 120
    const text = Array.from({ length: many }, (_, at) => `https://x.com/acme${at}`).join('\n')
    await owner.post(`${path}/import`, { format: 'csv', text })
    await owner.post(`${path}/accounts`, { account: 'https://t.me/acmenews' })
    const { items } = (await owner.get(`${path}/export.json`)).body
    expect(new Set(items.map(({ url }: { url: string }) => url)).size).toBe(many + 1)
    expect((await owner.get(`${path}/export.csv`)).text.split('\r\n')).toHaveLength(many + 3)
  })

  test.each(['export.csv', 'export.json'])('as %s are for their owner alone', async (file) => {
    const { house, path } = await opened()
    expect((await house.ask(`${path}/${file}`)).status).toBe(401)
    const stranger = await house.owner('Other Ltd')
    const { status, body } = await stranger.get(`${path}/${file}`)
    expect([status, body.reason]).toEqual([404, 'brand_unknown'])
  })
})
