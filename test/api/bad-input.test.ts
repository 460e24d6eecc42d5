import { beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type Answered, type House, type Owner } from '#test/support/house.ts'
import { addDomain, claimAccount, enterBrand } from '#test/support/registered.ts'
import { rowsOf } from '#test/support/stored.ts'

let house: House
let owner: Owner
let brand: string
beforeEach(async () => {
  house = await openHouse()
  owner = await house.owner()
  brand = await enterBrand(owner)
})

async function expectRefused(reason: string, ask: () => Promise<Answered>, status = 422): Promise<void> {
  const before = await rowsOf(house)
  const { body, text } = await ask()
  expect(body, text.slice(0, 300)).toMatchObject({ status, reason })
  expect(body.detail.length).toBeLessThanOrEqual(1_000)
  if (status === 422) expect(body.detail).not.toMatch(/[\p{Cc}\u202E]/u)
  expect(await rowsOf(house)).toEqual(before)
}

const long = 'a'.repeat(10_000)

describe('a domain that nobody can prove is refused, and nothing is stored:', () => {
  test.each([
    ['', 'domain_not_understood'],
    ['   ', 'domain_not_understood'],
    ['https://acme.com', 'domain_not_understood'],
    ['acme.com/shop', 'domain_not_understood'],
    ['acme.com:443', 'domain_not_understood'],
    ['web@acme.com', 'domain_not_understood'],
    ['*.acme.com', 'domain_not_understood'],
    ['acme .com', 'domain_not_understood'],
    ['acme.com\u0000', 'domain_not_understood'],
    ['acme\u0007.com', 'domain_not_understood'],
    ['a\ud800cme.com', 'domain_not_understood'],
    ['com', 'domain_is_public_suffix'],
    ['co.uk', 'domain_is_public_suffix'],
    ['github.io', 'domain_is_private_suffix'],
    ['blogspot.com', 'domain_is_private_suffix'],
    ['127.0.0.1', 'domain_is_ip_address'],
    ['2130706433', 'domain_is_ip_address'],
    ['0x7f.1', 'domain_is_ip_address'],
    ['[::1]', 'domain_is_ip_address'],
    ['2001:db8::1', 'domain_is_ip_address'],
    ['169.254.169.254', 'domain_is_ip_address'],
    ['localhost', 'domain_is_special_use'],
    ['acme.local', 'domain_is_special_use'],
    ['acme.onion', 'domain_is_special_use'],
    ['1.0.0.127.in-addr.arpa', 'domain_is_special_use'],
    ['metadata.google.internal', 'domain_is_special_use'],
    ['example', 'domain_has_no_suffix'],
    ['acme', 'domain_has_no_suffix'],
    ['acme.nowhere', 'domain_has_no_suffix'],
    ['xn--a.com', 'domain_label_malformed'],
    ['xn--99999999999.com', 'domain_label_malformed'],
    ['-acme.com', 'domain_label_malformed'],
    ['acme-.com', 'domain_label_malformed'],
    ['ac--me.com', 'domain_label_malformed'],
    ['_dmarc.acme.com', 'domain_label_malformed'],
    ['acme..com', 'domain_label_malformed'],
    ['.acme.com', 'domain_label_malformed'],
    [`${'a'.repeat(64)}.com`, 'domain_label_too_long'],
    [`${'a.'.repeat(120)}com`, 'domain_too_long'],
    ['1.2.3.4.5.6.7.8.9.acme.com', 'domain_too_many_labels'],
    [long, 'invalid_request'],
  ])('%j: %s', async (domain, reason) => {
    await expectRefused(reason, () => owner.post(`/v1/brands/${brand}/domains`, { domain }))
  })

  test.each([null, 1, true, [], ['acme.com'], {}, { name: 'acme.com' }])('%j is no text', async (domain) => {
    await expectRefused('invalid_request', () => owner.post(`/v1/brands/${brand}/domains`, { domain }))
  })

  test.each(['acme.example', 'acme.test'])('%s, unless the registry is at home', async (domain) => {
    expect((await owner.post(`/v1/brands/${brand}/domains`, { domain })).status).toBe(201)
    const abroad = await openHouse({ publicUrl: 'https://registry.acme.net', atHome: false })
    const member = await abroad.owner()
    const { status, body } = await member.post(`/v1/brands/${await enterBrand(member)}/domains`, { domain })
    expect([status, body.reason]).toEqual([422, 'domain_is_special_use'])
  })
})

describe('an account that is none is refused, and nothing is stored:', () => {
  test.each([
    ['', 'account_not_understood'],
    ['Acme', 'account_not_understood'],
    ['web@acme.com', 'account_not_understood'],
    ['javascript:alert(1)', 'account_not_understood'],
    ['https://x.com/acme\nhttps://x.com/other', 'account_not_understood'],
    ['https://x.com/ac\u0000me', 'account_not_understood'],
    ['https://x.com/\u202eemca', 'account_not_understood'],
    [long, 'account_not_understood'],
    ['@acme', 'unknown_platform'],
    ['acme.com', 'unknown_platform'],
    ['https://acme.com/about', 'unknown_platform'],
    ['https://eviltwitter.com/acme', 'unknown_platform'],
    ['https://x.com.evil.example/acme', 'unknown_platform'],
    ['https://evil.example/x.com/acme', 'unknown_platform'],
    ['https://x.com@evil.example/acme', 'unknown_platform'],
    ['https://x.com/search?q=acme', 'not_an_account'],
    ['https://x.com/acme/status/1', 'not_an_account'],
    ['https://x.com/', 'not_an_account'],
    ['https://x.com/home', 'not_an_account'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'not_an_account'],
    ['https://www.instagram.com/p/abc/', 'not_an_account'],
    ['https://www.facebook.com/groups/acme', 'not_an_account'],
    ['https://github.com/acme/shop', 'not_an_account'],
    ['https://www.tiktok.com/@acme/video/1', 'not_an_account'],
    ['https://t.co/abc', 'not_an_account'],
  ])('%j: %s', async (account, reason) => {
    await expectRefused(reason, () => owner.post(`/v1/brands/${brand}/accounts`, { account }))
  })

  test.each([{ relation: 'owner' }, { relation: '' }, { relation: null }, { relation: 'OFFICIAL' }])(
    'with %j',
    async (wrong) => {
      const claim = { account: 'https://x.com/acme', ...wrong }
      await expectRefused('invalid_request', () => owner.post(`/v1/brands/${brand}/accounts`, claim))
    },
  )
})

describe('what a brand says of itself is refused, and nothing is stored or changed:', () => {
  const wrong: readonly object[] = [
    { name: '' },
    { name: ' \t ' },
    { name: 'a'.repeat(101) },
    { name: long },
    { name: 'Ac\u0000me' },
    { name: 'Acme\nLtd' },
    { name: 'Acme\u2028 Ltd' },
    { name: 'Acme\ud800' },
    { name: 'Acme\u202Eemca' },
    { name: 'Acme\u2066' },
    { name: 'Ac\u200Fme' },
    { name: 'Ac\u200Bme' },
    { name: 'Ac\u2060me' },
    { aliases: ['Acme\u202E'] },
    { category: 're\u202Dtail' },
    { name: null },
    { aliases: 'Acme' },
    { aliases: [''] },
    { aliases: [1] },
    { aliases: ['a'.repeat(101)] },
    { aliases: Array.from({ length: 21 }, (_, index) => `Acme ${index}`) },
    { category: '' },
    { category: 'a'.repeat(61) },
    { country: 'ESP' },
    { country: 'E' },
    { country: '' },
    { country: '12' },
    { country: 'XX' },
    { country: 'ZZ' },
    { country: 'EU' },
    { country: 'UK' },
    { country: 'YU' },
    { country: 'ß' },
    { country: 'ﬃ' },
    { slug: 'acme.com' },
    { domain: 'acme.com' },
    { id: 'br_22222222222222222222' },
    { name_state: 'reviewed' },
    { organisation_id: 'org_22222222222222222222' },
  ]
  test.each(wrong)('%j', async (fields) => {
    await expectRefused('invalid_request', () => owner.post('/v1/brands', { name: 'Acme', ...fields }))
    const before = (await owner.get(`/v1/brands/${brand}`)).body
    await expectRefused('invalid_request', () => owner.patch(`/v1/brands/${brand}`, fields))
    expect((await owner.get(`/v1/brands/${brand}`)).body).toEqual(before)
  })
})

test.each(['می‌خواهم', '👩‍🚀', 'אקמי', 'Ácme & Söhne', '株式会社'])(
  '%s is a name all the same',
  async (name) => {
    const { status, body } = await owner.post('/v1/brands', { name, country: 'gb' })
    expect([status, body.name, body.country]).toEqual([201, name.normalize('NFC'), 'GB'])
  },
)

describe('what a key cannot be is refused, and nothing is stored:', () => {
  test.each([
    { name: '' },
    { name: 'K', scopes: [] },
    { name: 'K', scopes: ['admin'] },
    { name: 'K', scopes: ['read', 'write', 'read'] },
    { name: 'K', expires_at: 'tomorrow' },
    { name: 'K', expires_at: '2026-13-01T00:00:00Z' },
    { name: 'K', expires_at: '2027-01-01' },
    { name: 'K', expires_at: '2026-03-01T12:00:00Z' },
    { name: 'K', expires_at: '1999-01-01T00:00:00Z' },
  ])('%j', async (key) => {
    await expectRefused('invalid_request', () => owner.post('/v1/keys', key))
  })
})

describe('a page of a list is refused:', () => {
  test.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1.5',
    'limit=all',
    'cursor=!',
    'cursor=%C3%BF',
    `search=${'a'.repeat(201)}`,
  ])('%s', async (query) => {
    await expectRefused('invalid_request', () => house.ask(`/v1/brands?${query}`))
  })
  test.each(['limit=0', 'cursor=!', 'cursor=YWNtZQ'])('notices, %s', async (query) => {
    await expectRefused('invalid_request', () => owner.get(`/v1/notices?${query}`))
  })
})

test('other people’s ids, ids of another kind and ids that are none are all unknown alike', async () => {
  const other = await house.owner('Other Ltd')
  const theirs = await enterBrand(other)
  const domain = (await addDomain(other, theirs, 'acme.com')).id
  const claim = await claimAccount(other, theirs, 'https://x.com/acme')
  for (const id of [
    theirs,
    domain,
    claim,
    'br_x',
    '%00',
    "'; drop table brands; --",
    '%F0%9F%98%80',
    '..%2F..',
    'a'.repeat(300),
  ]) {
    await expectRefused(
      'brand_unknown',
      () => owner.post(`/v1/brands/${id}/domains`, { domain: 'acme.com' }),
      404,
    )
    await expectRefused('domain_unknown', () => owner.post(`/v1/domains/${id}/check`), 404)
    await expectRefused('claim_unknown', () => owner.delete(`/v1/claims/${id}`), 404)
    await expectRefused('key_unknown', () => owner.delete(`/v1/keys/${id}`), 404)
  }
})
