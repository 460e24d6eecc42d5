import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import { languages } from '#i18n/languages.ts'
import { attempts, brands, challenges, claims, domains, notices, organisations } from '#db/schema.ts'
import { onGitHub } from '#test/support/platforms.ts'
import { claimAccount, enterBrand, proveBrand, storeAccountProof } from '#test/support/registered.ts'
import { signIn } from '#test/support/sign-in.ts'
import { noon, openDesk, register, type Desk } from './pages.ts'

type Filled = Desk & { readonly brand: string; readonly domain: string; readonly claim: string }

async function filled(): Promise<Filled> {
  const desk = await openDesk()
  const { house, owner } = desk
  house.world.web.page('https://acme.com/', '<a rel="me" href="https://x.com/acme">us</a>')
  onGitHub(house, 'acme', { id: 783214, blog: 'https://acme.com' })
  const { brandId: brand, id: domain } = await proveBrand(house, owner)
  const claim = await claimAccount(owner, brand, 'https://github.com/acme')
  await house.work()
  return { ...desk, brand, domain, claim }
}

const pages: readonly (readonly [string, (filled: Filled) => string])[] = [
  ['dashboard', () => '/dashboard'],
  ['register', () => '/register'],
  ['notices', () => '/dashboard/notices'],
  ['brand', ({ brand }) => `/dashboard/brands/${brand}`],
  ['accounts', ({ brand }) => `/dashboard/brands/${brand}/accounts`],
  ['domain', ({ domain }) => `/dashboard/domains/${domain}`],
  ['claim', ({ claim }) => `/dashboard/claims/${claim}`],
  ['freeze', ({ brand }) => `/dashboard/brands/${brand}/freeze`],
  ['delete', ({ brand }) => `/dashboard/brands/${brand}/delete`],
  ['release', ({ domain }) => `/dashboard/domains/${domain}/release`],
  ['withdraw', ({ claim }) => `/dashboard/claims/${claim}/withdraw`],
]
const things = pages.filter(([name]) => !['dashboard', 'register', 'notices'].includes(name))

describe.each(pages)('%s', (name, pathOf) => {
  test.each(languages)(
    'is a whole page in %s, kept by nobody and found by no search engine',
    async (language) => {
      const desk = await filled()
      const { status, text, headers } = await desk.ana.get(pathOf(desk), { 'accept-language': language })
      expect(status).toBe(200)
      expect(text).toContain(`<html lang="${language}">`)
      expect(text).toContain('<meta name="robots" content="noindex"/>')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(text).not.toMatch(/style="|<script(?! type="module" src="\/)|onclick/)
      expect(text.match(/<h1/g)).toHaveLength(1)
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    },
  )

  test('sends whoever is not signed in to do so, and back', async () => {
    const desk = await filled()
    const path = pathOf(desk)
    const { status, headers } = await desk.house.ask(path)
    expect([status, headers.get('location')]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`])
  })

  test('gives a viewer no form but to sign out', async () => {
    const desk = await filled()
    const ewa = await signIn(desk.house, desk.owner, { role: 'viewer', email: 'ewa@acme.example' })
    const { status, text, headers } = await ewa.get(pathOf(desk))
    if (status === 303) return expect(headers.get('location')).not.toContain(name)
    expect(status).toBe(200)
    if (name !== 'register')
      expect([...text.matchAll(/<form[^>]*>/g)].length).toBeLessThanOrEqual(name === 'accounts' ? 2 : 1)
    expect(text).not.toContain('class="button danger"')
  })
})

test.each(things)('%s of another organisation is as unknown as none', async (_, pathOf) => {
  const desk = await filled()
  const other = await desk.house.owner('Other Ltd')
  const eve = await signIn(desk.house, other, { email: 'eve@other.example' })
  const theirs = await eve.get(pathOf(desk))
  expect(theirs.status).toBe(404)
  expect(theirs.text).not.toContain('acme.com')
  const none = await eve.get(pathOf({ ...desk, brand: 'br_none', domain: 'dom_none', claim: 'clm_none' }))
  expect(none.status).toBe(404)
})

const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{7*7}}javascript:alert(3)\u202egnp`

test.each(pages)('%s shows what strangers wrote as text', async (_, pathOf) => {
  const desk = await filled()
  const { house, brand, domain, claim, ana } = desk
  const { orm } = house.deps.db
  const told = {
    method: evil,
    outcome: 'refused',
    reason: evil,
    detail: evil,
    panel: null,
    at: noon,
  } as const
  const seen = { perspective: evil, resolver: evil, network: evil, outcome: 'refused', reason: evil } as const
  const questions = [{ name: evil, type: 'TXT', answer: evil, authenticated: false, chain: [], digest: null }]
  const evidence = { startedAt: noon, endedAt: noon, questions, pages: [] }
  await orm
    .insert(attempts)
    .values([domain, claim].map((subject) => ({ ...told, subject, perspectives: [{ ...seen, evidence }] })))
  await orm.update(organisations).set({ name: evil })
  await orm
    .update(brands)
    .set({ name: evil, aliases: [evil], category: evil })
    .where(eq(brands.id, brand))
  await orm
    .update(domains)
    .set({ nameServers: [evil] })
    .where(eq(domains.id, domain))
  await orm
    .update(claims)
    .set({ handle: evil.replace('\u202e', ''), platformId: evil })
    .where(eq(claims.id, claim))
  const { organisationId } = desk.owner
  await orm
    .insert(notices)
    .values({ id: 'ntc_1', organisationId, kind: evil, subject: evil, detail: evil, createdAt: noon })
  for (const language of languages) {
    const { status, text } = await ana.get(`${pathOf(desk)}?done=${encodeURIComponent(evil)}`, {
      'accept-language': language,
    })
    expect(status).toBe(200)
    expect(text).not.toMatch(/<script>|<img/)
    // A field shows what is stored as it is, to be mended.
    expect(text.replaceAll(/ value="[^"]*"|<textarea.*?<\/textarea>/gs, '')).not.toContain('\u202e')
    expect(text).not.toMatch(/href="javascript:/)
  }
})

test.each([
  ['/register', { name: evil, domain: evil, category: evil, country: evil, aliases: evil }],
  ['brand', { name: 'Acme', category: evil.repeat(2), country: evil, aliases: evil }],
  ['brand/domains', { domain: evil }],
  ['brand/accounts', { account: evil, relation: evil }],
  ['brand/accounts', { account: evil, relation: 'official' }],
  ['brand/claims', { account: evil }],
  ['brand/not-ours', { account: evil }],
  ['brand/not-ours/off', { account: evil }],
  ['brand/absences', { platform: evil }],
  ['claim/check', { post_url: evil, back: evil }],
  ['claim/relation', { relation: evil }],
])('%s says back what was typed as text: %j', async (form, typed) => {
  const desk = await filled()
  const { ana, brand, claim } = desk
  const path = form
    .replace(/^brand/, `/dashboard/brands/${brand}`)
    .replace(/^claim/, `/dashboard/claims/${claim}`)
  const { status, text } = await ana.post(path, typed)
  expect(status).toBe(422)
  expect(text).not.toMatch(/<script>|<img/)
})

describe('the dashboard', () => {
  const wanting: readonly (readonly [string, string, (filled: Filled) => Promise<unknown>])[] = [
    [
      'a frozen brand',
      'All accounts are frozen',
      async ({ owner, brand }) => await owner.post(`/v1/brands/${brand}/freeze`),
    ],
    [
      'a suspended account',
      'Suspended: see what to do',
      async ({ house, claim }) => {
        await storeAccountProof(house, claim)
        await house.deps.db.orm
          .update(claims)
          .set({ state: 'suspended', stateReason: 'moderator' })
          .where(eq(claims.id, claim))
      },
    ],
    [
      'a failing proof',
      'Put it right before it ends',
      async ({ house, domain }) =>
        await house.deps.db.orm
          .update(domains)
          .set({ state: 'failing', failingSince: noon })
          .where(eq(domains.id, domain)),
    ],
    [
      'a contested domain',
      'Contested',
      async ({ house, domain }) =>
        await house.deps.db.orm
          .update(domains)
          .set({ state: 'contested', contestedSince: noon, publicFrom: null })
          .where(eq(domains.id, domain)),
    ],
    ['a proof not seen for days', 'Not seen for days', async ({ house }) => house.pass(8 * day)],
    [
      'changed name servers',
      'New text wanted',
      async ({ house, domain }) =>
        await house.deps.db.orm.update(domains).set({ tokenDemandedAt: noon }).where(eq(domains.id, domain)),
    ],
    [
      'a text that ran out',
      'Ask for a fresh text',
      async (desk) => {
        const id = await register(desk, 'acme.org')
        await desk.house.deps.db.orm
          .update(challenges)
          .set({ expiresAt: noon })
          .where(eq(challenges.domainId, id))
      },
    ],
    ['an account that has yet to agree', 'Go on: have the account agree', async () => undefined],
    [
      'a brand without a domain',
      'Go on: add a domain',
      async ({ owner }) => await enterBrand(owner, { name: 'Bare' }),
    ],
  ]
  test.each(wanting)('asks for attention to %s: "%s"', async (_, said, arrange) => {
    const desk = await filled()
    await arrange(desk)
    const ewa = await signIn(desk.house, desk.owner, { email: 'ewa@acme.example' })
    const { text } = await ewa.get('/dashboard')
    const [, attention = ''] = text.split('id="attention"')
    expect(attention.split('<section')[0]).toContain(said)
  })

  test('puts what presses first, and says how many days are left', async () => {
    const desk = await filled()
    const { house, domain, owner } = desk
    await enterBrand(owner, { name: 'Bare' })
    await house.deps.db.orm
      .update(domains)
      .set({ state: 'failing', failingSince: noon })
      .where(eq(domains.id, domain))
    house.pass(3 * day)
    const { text } = await desk.ana.get('/dashboard')
    expect(text).toContain('4 days left')
    const order = ['Put it right', 'add a domain', 'have the account agree'].map((said) => text.indexOf(said))
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    expect(order).not.toContain(-1)
    expect((await desk.ana.get('/dashboard', { 'accept-language': 'pl' })).text).toContain('zostały 4 dni')
  })

  test('has nothing to ask for when all stands', async () => {
    const desk = await filled()
    await storeAccountProof(desk.house, desk.claim)
    const { text } = await desk.ana.get('/dashboard')
    expect(text).toContain('Nothing needs you now.')
    expect(text).toContain('30 days left')
  })
})

test('notices come a page at a time, newest first, each leading to what it is about', async () => {
  const desk = await filled()
  const { house, owner, ana, domain } = desk
  const rows = Array.from({ length: 35 }, (_, index) => ({
    id: `ntc_${String(index).padStart(3, '0')}`,
    organisationId: owner.organisationId,
    kind: 'domain_failing',
    subject: domain,
    detail: `The proof is no longer found, said ${index}.`,
    createdAt: noon + index,
  }))
  await house.deps.db.orm.insert(notices).values(rows)
  const first = await ana.get('/dashboard/notices')
  expect(first.text).toContain('said 34.')
  expect(first.text).not.toContain('said 4.')
  expect(first.text).toContain(`href="/dashboard/domains/${domain}"`)
  const older = /href="(\/dashboard\/notices\?after=[^"]*)"/.exec(first.text)?.[1] ?? ''
  const second = await ana.get(older)
  expect(second.text).toContain('said 4.')
  expect(second.text).toContain('said 0.')
  expect(second.text).not.toContain('Older')
  const spanish = await ana.get('/dashboard/notices', { 'accept-language': 'es' })
  expect(spanish.text).toContain('La prueba de <bdi>acme.com</bdi> ya no se encuentra.')
  expect((await ana.get('/dashboard/notices?after=%00')).text).toContain('said 34.')
})

test('whoever leaves takes everything along, and nothing that lets anybody in', async () => {
  const desk = await filled()
  const { house, owner, ana, brand, domain, claim } = desk
  await owner.post(`/v1/brands/${brand}/not-ours`, { account: 'https://x.com/impostor' })
  await ana.post(`/dashboard/domains/${domain}/handovers`)
  const other = await house.owner('Other Ltd')
  await proveBrand(house, other, 'other.com', { name: 'Other' })
  const { status, headers, body, text } = await ana.get('/dashboard/export.json')
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toContain('attachment')
  expect(body).toMatchObject({
    exported_at: '2026-03-01T12:00:00Z',
    organisation: { id: owner.organisationId, name: 'Acme Ltd' },
    members: [{ email: 'ana@acme.example', role: 'owner', ended_at: null }],
    brands: [{ id: brand, name: 'Acme', slug: 'acme.com' }],
    domains: [{ id: domain, name: 'acme.com', state: 'proved', public_from: '2026-03-01T12:00:00Z' }],
    challenges: [{ domain_id: domain, issued_at: '2026-03-01T12:00:00Z' }],
    accounts: [{ id: claim, url: 'https://github.com/acme', created_at: '2026-03-01T12:00:00Z' }],
    not_ours: [{ handle: 'impostor' }],
  })
  expect(body.attempts.length).toBeGreaterThan(0)
  expect(text).not.toMatch(/other\.com|"hash"|previous_hash|pseudonym/)
  expect(text).not.toContain(owner.key)
  expect((await house.ask('/dashboard/export.json')).status).toBe(303)
})
