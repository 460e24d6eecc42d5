import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { claimAccount, proveBrand } from '#test/support/registered.ts'
import { leavesOf } from '#test/support/stored.ts'
import { speak } from '#language.ts'
import { ownerRoutes } from '#web/owner/routes.ts'
import { openDesk, submit } from './pages.ts'

const acts = ['brands freeze', 'brands delete', 'domains release', 'claims withdraw'] as const

async function furnished() {
  const desk = await openDesk()
  const { house, owner } = desk
  const { brandId: brands, id: domains } = await proveBrand(house, owner)
  const claims = await claimAccount(owner, brands, 'https://github.com/acme')
  const pathOf = (act: (typeof acts)[number]) => {
    const [room, name] = act.split(' ')
    return `/dashboard/${room}/${room === 'brands' ? brands : room === 'domains' ? domains : claims}/${name}`
  }
  return { ...desk, brands, domains, claims, pathOf }
}

test.each(acts)('%s asks once more, on a page that says what follows', async (act) => {
  const { house, ana, pathOf } = await furnished()
  const before = (await leavesOf(house)).length
  const { status, text } = await ana.get(pathOf(act))
  expect(status).toBe(200)
  expect(text).toContain('<form method="post" class="act actions">')
  expect(text).toContain('No, leave it as it is')
  expect((await leavesOf(house)).length).toBe(before)
  await submit(ana, pathOf(act))
  expect((await leavesOf(house)).length).toBeGreaterThan(before)
})

test.each(acts)('%s can have one question put in front of it, asked and sent alike', async (act) => {
  const { house, ana, pathOf } = await furnished()
  const before = (await leavesOf(house)).length
  const routes = ownerRoutes(house.deps, { beforeDanger: async (c) => c.redirect('/step-up', 303) })
  const app = new Hono().use(speak).route('/', routes)
  const headers = { cookie: ana.cookie, origin: house.deps.site.publicUrl, 'sec-fetch-site': 'same-origin' }
  for (const method of ['GET', 'POST']) {
    const answered = await app.request(`${house.deps.site.publicUrl}${pathOf(act)}`, { method, headers })
    expect([answered.status, answered.headers.get('location')]).toEqual([303, '/step-up'])
  }
  expect((await leavesOf(house)).length).toBe(before)
})

test('a frozen brand says how the freeze is lifted, and lets nothing be withdrawn meanwhile', async () => {
  const { ana, pathOf, brands, domains, claims } = await furnished()
  const { page } = await submit(ana, pathOf('brands freeze'))
  expect(page.text).toContain('All accounts of this brand are frozen')
  expect(page.text).toContain(`href="/dashboard/domains/${domains}"`)
  for (const act of acts) expect((await ana.post(pathOf(act))).status).toBe(409)
  expect((await ana.post(`/dashboard/claims/${claims}/relation`, { relation: 'fan' })).status).toBe(409)
  expect(
    (
      await ana.post(`/dashboard/brands/${brands}/accounts`, {
        account: 'https://x.com/acme',
        relation: 'official',
      })
    ).status,
  ).toBe(409)
})

test('what an account is changes with a decision of its own, and the public hears it', async () => {
  const { house, ana, claims } = await furnished()
  await submit(ana, `/dashboard/claims/${claims}/relation`, { relation: 'support' })
  const leaves = await leavesOf(house)
  expect(leaves.at(-1)?.said).toMatchObject({ act: 'claim.relation_changed', subject: claims })
  expect((await house.ask('/v1/lookup?q=github.com/acme')).body.account.relation).toBe('support')
  const again = (await leavesOf(house)).length
  await submit(ana, `/dashboard/claims/${claims}/relation`, { relation: 'support' })
  expect((await leavesOf(house)).length).toBe(again)
})

test('an account of a platform that has closed is only held in reserve', async () => {
  const { owner, ana, brands } = await furnished()
  const claim = await claimAccount(owner, brands, 'https://acme.blip.pl/', 'parked')
  const { status, text } = await ana.post(`/dashboard/claims/${claim}/relation`, { relation: 'official' })
  expect(status).toBe(422)
  expect(text).toContain('Its platform has closed')
})
