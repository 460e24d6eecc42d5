import { describe, expect, test } from 'vitest'
import { onGitHub } from '#test/support/platforms.ts'
import { claimAccount, proveBrand } from '#test/support/registered.ts'
import { signIn, type Member } from '#test/support/sign-in.ts'
import type { Answered, House } from '#test/support/house.ts'
import { leavesOf } from '#test/support/stored.ts'
import { openDesk, faultsIn, type Desk } from './pages.ts'

type Things = {
  readonly brand: string
  readonly domain: string
  readonly claim: string
  readonly link: string
}

/** A brand with a proved domain, a fresh text that waits, a claim and a link. */
async function furnished(): Promise<Desk & { readonly things: Things }> {
  const desk = await openDesk()
  const { house, owner, ana } = desk
  for (const other of ['acme.org', 'www.acme.org', 'other.com']) house.world.dns.zone(other)
  house.world.web.page('https://acme.com/', '<a rel="me" href="https://x.com/acme">us</a>')
  onGitHub(house, 'acme', { id: 783214, blog: 'https://acme.com' })
  const { brandId: brand, id: domain } = await proveBrand(house, owner)
  const claim = await claimAccount(owner, brand, 'https://github.com/acme')
  await ana.post(`/dashboard/domains/${domain}/challenges`)
  await ana.post(`/dashboard/domains/${domain}/handovers`)
  const page = await ana.get(`/dashboard/domains/${domain}`)
  const link = /handovers\/(hov_[a-z2-7]+)\/end/.exec(page.text)?.[1] ?? ''
  house.pass(10_000)
  return { ...desk, things: { brand, domain, claim, link } }
}

type Case = {
  readonly name: string
  readonly path: (things: Things) => string
  readonly right: Readonly<Record<string, string>>
  /** Values that are refused beside their field; none where there is nothing to type. */
  readonly wrong: readonly (readonly [Readonly<Record<string, string>>, number, string])[]
  /** Not about anybody's thing. */
  readonly isOpen?: boolean
}

const long = 'x'.repeat(101)
const hidden = 'Ac\u200bme'
const cases: readonly Case[] = [
  {
    name: 'watch names near its own',
    path: ({ brand }) => `/dashboard/brands/${brand}/watch`,
    right: { watch: 'yes' },
    wrong: [],
  },
  {
    name: 'register',
    path: () => '/register',
    right: { name: 'Other', domain: 'other.com' },
    wrong: [
      [{ name: '', domain: 'other.com' }, 422, 'Write something here.'],
      [{ name: long, domain: 'other.com' }, 422, 'At most 100 characters, please.'],
      [{ name: hidden, domain: 'other.com' }, 422, 'There is an invisible character in it.'],
      [{ name: 'Other', domain: '' }, 422, 'domain'],
      [{ name: 'Other', domain: 'co.uk' }, 422, 'co.uk'],
      [{ name: 'Other', domain: 'acme.com' }, 409, 'Your organisation has acme.com already.'],
      [{ name: 'Other', domain: 'other.com', country: 'XX' }, 422, 'That is no country of ISO 3166-1.'],
    ],
    isOpen: true,
  },
  {
    name: 'edit a brand',
    path: ({ brand }) => `/dashboard/brands/${brand}`,
    right: { name: 'Acme & Sons', category: 'retail', country: 'es', aliases: 'ACME\nAcme Tools' },
    wrong: [
      [{ name: '' }, 422, 'Write something here.'],
      [{ name: 'Acme', category: 'y'.repeat(61) }, 422, 'At most 60 characters, please.'],
      [{ name: 'Acme', aliases: 'a\n'.repeat(21) }, 422, 'At most 20 names, please.'],
      [{ name: 'Acme', aliases: `fine\n${long}` }, 422, 'At most 100 characters, please.'],
    ],
  },
  {
    name: 'add a domain',
    path: ({ brand }) => `/dashboard/brands/${brand}/domains`,
    right: { domain: 'https://www.acme.org/' },
    wrong: [
      [{ domain: 'acme' }, 422, 'acme'],
      [{ domain: 'acme.com' }, 409, 'Your organisation has acme.com already.'],
    ],
  },
  {
    name: 'claim an account',
    path: ({ brand }) => `/dashboard/brands/${brand}/accounts`,
    right: { account: '@acme@mastodon.social', relation: 'support' },
    wrong: [
      [{ account: '', relation: 'official' }, 422, ''],
      [{ account: 'https://x.com/acme/status/20', relation: 'official' }, 422, ''],
      [{ account: 'https://x.com/acme', relation: 'boss' }, 422, 'Choose what it is.'],
      [
        { account: 'https://github.com/Acme', relation: 'official' },
        409,
        'has claimed https://github.com/acme already',
      ],
    ],
  },
  {
    name: 'claim what was found',
    path: ({ brand }) => `/dashboard/brands/${brand}/claims`,
    right: { account: 'https://x.com/acme' },
    wrong: [[{}, 422, 'Tick at least one account.']],
  },
  { name: 'read the sites', path: ({ brand }) => `/dashboard/brands/${brand}/sites`, right: {}, wrong: [] },
  {
    name: 'say that an account is not ours',
    path: ({ brand }) => `/dashboard/brands/${brand}/not-ours`,
    right: { account: 'https://x.com/acme_giveaway' },
    wrong: [
      [{ account: 'what?' }, 422, ''],
      [{ account: 'https://github.com/acme' }, 409, 'Your organisation claims https://github.com/acme'],
    ],
  },
  {
    name: 'take an account off that list',
    path: ({ brand }) => `/dashboard/brands/${brand}/not-ours/off`,
    right: { account: 'https://x.com/impostor' },
    wrong: [[{ account: 'https://x.com/nobody' }, 404, 'is not on this brand']],
  },
  {
    name: 'say where the brand is not',
    path: ({ brand }) => `/dashboard/brands/${brand}/absences`,
    right: { platform: 'tiktok' },
    wrong: [
      [{ platform: 'myspace2' }, 422, 'We know no platform'],
      [{ platform: 'github' }, 409, 'GitHub'],
    ],
  },
  { name: 'freeze', path: ({ brand }) => `/dashboard/brands/${brand}/freeze`, right: {}, wrong: [] },
  { name: 'delete a brand', path: ({ brand }) => `/dashboard/brands/${brand}/delete`, right: {}, wrong: [] },
  {
    name: 'check a domain',
    path: ({ domain }) => `/dashboard/domains/${domain}/check`,
    right: {},
    wrong: [],
  },
  {
    name: 'ask for a fresh text',
    path: ({ domain }) => `/dashboard/domains/${domain}/challenges`,
    right: {},
    wrong: [],
  },
  {
    name: 'make a link',
    path: ({ domain }) => `/dashboard/domains/${domain}/handovers`,
    right: {},
    wrong: [],
  },
  {
    name: 'end a link',
    path: ({ domain, link }) => `/dashboard/domains/${domain}/handovers/${link}/end`,
    right: {},
    wrong: [],
  },
  {
    name: 'give a domain up',
    path: ({ domain }) => `/dashboard/domains/${domain}/release`,
    right: {},
    wrong: [],
  },
  {
    name: 'check an account',
    path: ({ claim }) => `/dashboard/claims/${claim}/check`,
    right: {},
    wrong: [
      [{ post_url: '' }, 422, 'begins with https://'],
      [{ post_url: 'javascript:alert(1)' }, 422, 'begins with https://'],
      [{ post_url: 'javascript:alert(1)', back: 'accounts' }, 422, 'begins with https://'],
    ],
  },
  { name: 'ask for a code', path: ({ claim }) => `/dashboard/claims/${claim}/codes`, right: {}, wrong: [] },
  {
    name: 'change a relation',
    path: ({ claim }) => `/dashboard/claims/${claim}/relation`,
    right: { relation: 'support' },
    wrong: [[{ relation: 'boss' }, 422, 'Choose what it is.']],
  },
  {
    name: 'withdraw a claim',
    path: ({ claim }) => `/dashboard/claims/${claim}/withdraw`,
    right: {},
    wrong: [],
  },
]

/** How many decisions the log has: nothing else changes without one, but challenges, codes and links. */
const decisions = async (house: House) => (await leavesOf(house)).length

async function foreign(
  house: House,
  { cookie }: Member,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answered> {
  return await house.ask(path, {
    method: 'POST',
    headers: { cookie, accept: 'text/html', ...headers },
    body: new URLSearchParams({
      name: 'Acme',
      domain: 'evil.com',
      account: 'https://x.com/evil',
      relation: 'official',
    }),
  })
}

describe.each(cases)('$name', ({ path, right, wrong }) => {
  test('does it, and shows the page that follows', async () => {
    const { ana, things } = await furnished()
    await ana.post(`/dashboard/brands/${things.brand}/not-ours`, { account: 'https://x.com/impostor' })
    const { status, headers, text } = await ana.post(path(things), right)
    expect(status, faultsIn({ text }).join()).toBe(303)
    expect((await ana.get((headers.get('location') ?? '').split('#')[0] ?? '')).status).toBe(200)
  })

  test('is for whoever is signed in', async () => {
    const { house, things } = await furnished()
    const before = await decisions(house)
    const nobody = { cookie: '__Host-session=unknown' }
    const here = { origin: house.deps.site.publicUrl, 'sec-fetch-site': 'same-origin' }
    const { status, headers } = await foreign(house, { ...nobody } as Member, path(things), here)
    expect([status, headers.get('location')]).toEqual([303, '/sign-in?next=%2Fdashboard'])
    expect(await decisions(house)).toBe(before)
  })

  test('is not for a viewer', async () => {
    const { house, owner, things } = await furnished()
    const before = await decisions(house)
    const viewer = await signIn(house, owner, { role: 'viewer', email: 'ewa@acme.example' })
    const { status, text } = await viewer.post(path(things), right)
    expect(status).toBe(403)
    expect(text).toContain('You may look here, and not change')
    expect(await decisions(house)).toBe(before)
  })

  test.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a site beside ours', { origin: 'http://localhost:9999', 'sec-fetch-site': 'same-site' }],
    ['a browser that does not say', {}],
  ])('does nothing for %s', async (_, headers) => {
    const { house, ana, things } = await furnished()
    const before = await decisions(house)
    const { status, text } = await foreign(house, ana, path(things), headers)
    expect(status).toBe(403)
    expect(text).toContain('This did not come from here')
    expect(await decisions(house)).toBe(before)
  })

  test('is refused when it is too big', async () => {
    const { ana, things } = await furnished()
    const { status, text } = await ana.post(path(things), { ...right, name: 'x'.repeat(70_000) })
    expect(status).toBe(413)
    expect(text).toContain('64 KB')
  })

  test.each(wrong)(
    'refuses %j with %i, beside the field, and keeps what was typed',
    async (typed, expected, said) => {
      const { house, ana, things } = await furnished()
      const before = await decisions(house)
      const { status, text } = await ana.post(path(things), typed)
      expect(status).toBe(expected)
      const [fault = ''] = faultsIn({ text })
      expect(fault.replaceAll('&#39;', "'")).toContain(said)
      for (const [field, value] of Object.entries(typed)) {
        if (value !== '' && !['relation', 'country', 'back', 'platform'].includes(field)) {
          expect(text).toContain(value.split('\n')[0] ?? '')
        }
      }
      expect(await decisions(house)).toBe(before)
    },
  )
})

describe.each(cases.filter(({ isOpen }) => isOpen !== true))('$name', ({ path, right }) => {
  test('knows nothing of another organisation’s thing', async () => {
    const { house, things } = await furnished()
    const other = await house.owner('Other Ltd')
    const eve = await signIn(house, other, { email: 'eve@other.example' })
    const before = await decisions(house)
    const { status, text } = await eve.post(path(things), right)
    expect(status).toBe(404)
    for (const theirs of ['Acme', 'acme.com']) expect(text).not.toContain(theirs)
    expect(await decisions(house)).toBe(before)
  })
})
