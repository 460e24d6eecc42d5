import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { day, minute } from '#base/clock.ts'
import { memberships } from '#db/schema.ts'
import type { House } from '#test/support/house.ts'
import { claimAccount, enterBrand } from '#test/support/registered.ts'
import { faultsIn, openDesk, register, textOf, type Desk } from './pages.ts'

/** A link, as whoever runs the zone gets it. */
async function handedOver(desk: Desk): Promise<{ readonly id: string; readonly link: string }> {
  const { house, ana } = desk
  house.world.dns.zone('acme.com')
  const id = await register(desk, 'acme.com', 'Secret Brand Name')
  const { status, headers } = await ana.post(`/dashboard/domains/${id}/handovers`)
  expect([status, headers.get('location')]).toEqual([303, `/dashboard/domains/${id}#handover`])
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  expect(headers.get('set-cookie')).toMatch(
    /^__Host-link=.*Max-Age=300; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
  const page = await house.ask(`/dashboard/domains/${id}`, {
    headers: { cookie: `${ana.cookie}; ${cookie}` },
  })
  return { id, link: new URL(textOf(page, 'handover-link')).pathname }
}

const open = async (house: House, link: string) => await house.ask(link, { headers: { accept: 'text/html' } })
const press = async (house: House, link: string, headers: Readonly<Record<string, string>> = {}) =>
  await house.ask(link, {
    method: 'POST',
    headers: {
      accept: 'text/html',
      origin: house.deps.site.publicUrl,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
  })

describe('the link for a web admin', () => {
  test('shows who asks, the domain of the address first, what to publish and what that grants', async () => {
    const desk = await openDesk()
    const { link } = await handedOver(desk)
    const page = await open(desk.house, link)
    expect(page.status).toBe(200)
    expect(page.text).toContain(
      '<strong><bdi>acme.example</bdi></strong> asks you: <bdi>ana@acme.example</bdi>',
    )
    expect(textOf(page, 'dns-txt-value')).toMatch(/^token=[a-z2-7]{32} org=org_/)
    expect(page.text).toContain('What publishing it grants')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.text).toContain('<meta name="robots" content="noindex"/>')
  })

  test('shows nothing else of the organisation', async () => {
    const desk = await openDesk()
    const { house, owner } = desk
    const { id, link } = await handedOver(desk)
    await claimAccount(owner, await enterBrand(owner, { name: 'Another Brand' }), 'https://x.com/acme_hidden')
    const { text } = await open(house, link)
    for (const theirs of [
      'Secret Brand Name',
      'Another Brand',
      'acme_hidden',
      'Acme Ltd',
      '/dashboard/',
      'br_',
      'web@acme.example',
    ]) {
      expect(text).not.toContain(theirs)
    }
    const { text: events } = await open(house, `${link}/file`)
    expect(events).toMatch(/^token=[a-z2-7]{32} org=org_[a-z2-7]+$/)
    expect((await house.ask('/v1/brands', { headers: { cookie: link } })).text).not.toContain(id)
  })

  test('lets whoever published it say so, and follows', async () => {
    const desk = await openDesk()
    const { house } = desk
    const { link } = await handedOver(desk)
    const early = await press(house, link)
    expect([early.status, early.headers.get('location')]).toEqual([303, link])
    const page = await open(house, link)
    expect(page.text).toContain('We are looking')
    const soon = await press(house, link)
    expect(soon.status).toBe(429)
    expect(faultsIn(soon)[0]).toContain('was looked at a moment ago')
    house.world.dns.records('_veramarca-challenge.acme.com', 'TXT', textOf(page, 'dns-txt-value'))
    house.pass(6_000)
    await press(house, link)
    const done = await open(house, link)
    expect(done.text).toContain('is proved')
    expect(done.text).not.toContain('dns-txt-value')
  })

  test('does nothing for another site', async () => {
    const desk = await openDesk()
    const { house } = desk
    const { link } = await handedOver(desk)
    const asked = house.world.asked.length
    const { status } = await press(house, link, {
      'sec-fetch-site': 'cross-site',
      origin: 'https://evil.example',
    })
    expect(status).toBe(403)
    expect(house.world.asked).toHaveLength(asked)
  })

  const ends: readonly (readonly [string, (desk: Desk, id: string) => Promise<unknown>])[] = [
    ['with the text', async ({ house }) => house.pass(30 * day)],
    [
      'when it is ended',
      async ({ ana }, id) => {
        const { text } = await ana.get(`/dashboard/domains/${id}`)
        const end = /action="([^"]*\/handovers\/[^"]*\/end)"/.exec(text)?.[1] ?? ''
        expect((await ana.post(end)).status).toBe(303)
      },
    ],
    [
      'when the domain is given up',
      async ({ ana }, id) => await ana.post(`/dashboard/domains/${id}/release`),
    ],
    [
      'when whoever made it is no member any more',
      async ({ house, ana }) => {
        const { orm } = house.deps.db
        await orm.update(memberships).set({ endedAt: 1 }).where(eq(memberships.personId, ana.personId))
      },
    ],
    [
      'when whoever made it may only look on',
      async ({ house, ana }) => {
        const { orm } = house.deps.db
        await orm.update(memberships).set({ role: 'viewer' }).where(eq(memberships.personId, ana.personId))
      },
    ],
    [
      'when their membership has run out',
      async ({ house, ana }) => {
        const endsAt = house.deps.clock.now() + minute
        await house.deps.db.orm
          .update(memberships)
          .set({ endsAt })
          .where(eq(memberships.personId, ana.personId))
        house.pass(minute)
      },
    ],
  ]
  test.each(ends)('ends %s, whatever is asked for', async (_, end) => {
    const desk = await openDesk()
    const { house } = desk
    const { id, link } = await handedOver(desk)
    await end(desk, id)
    const asked = house.world.asked.length
    for (const path of [
      link,
      `${link}/file`,
      `${link}/events`,
      '/publish/a2345672345672345672345672345672',
    ]) {
      const { status, text } = await open(house, path)
      expect([path, status]).toEqual([path, 404])
      expect(text).toContain('This link is over')
      expect(text).not.toContain('acme.com')
    }
    expect((await press(house, link)).status).toBe(404)
    expect(house.world.asked).toHaveLength(asked)
  })

  test('is shown once made, to nobody else, and only of its own domain', async () => {
    const desk = await openDesk()
    const { house, ana } = desk
    const { id, link } = await handedOver(desk)
    expect((await ana.get(`/dashboard/domains/${id}`)).text).not.toContain(link)
    const other = await register(desk, 'acme.org')
    const cookie = `${ana.cookie}; __Host-link=${id}.${link.slice('/publish/'.length)}`
    const { text } = await house.ask(`/dashboard/domains/${other}`, { headers: { cookie } })
    expect(text).not.toContain(link)
  })
})
