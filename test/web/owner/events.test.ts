import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { second } from '#base/clock.ts'
import { sessions } from '#db/schema.ts'
import type { House } from '#test/support/house.ts'
import { signIn } from '#test/support/sign-in.ts'
import { speak } from '#language.ts'
import { ownerRoutes } from '#web/owner/routes.ts'
import { createStreams } from '#web/owner/streams.ts'
import { openDesk, register, submit, textOf, type Desk } from './pages.ts'

type Event = { readonly event: string; readonly id: string; readonly data: string }

/** The stream as a browser reads it (HTML §9.2.6), while `meanwhile` happens at the so-manieth wait. */
async function follow(
  { house, ana }: Pick<Desk, 'house' | 'ana'>,
  path: string,
  meanwhile: (waits: number) => Promise<unknown> = async () => undefined,
  headers: Readonly<Record<string, string>> = {},
): Promise<{
  readonly events: readonly Event[]
  readonly waited: number
  readonly text: string
  readonly type: string | null
}> {
  let waits = 0
  const started = house.deps.clock.now()
  const wait = async (milliseconds: number) => {
    house.pass(milliseconds)
    await meanwhile((waits += 1))
  }
  const app = new Hono().use(speak).route('/', ownerRoutes(house.deps, { wait }))
  const response = await app.request(`${house.deps.site.publicUrl}${path}`, {
    headers: { cookie: ana.cookie, ...headers },
  })
  const text = await response.text()
  const events = text.split('\n\n').flatMap((block) => {
    const fields = new Map(
      block.split('\n').map((line) => [line.split(': ')[0] ?? '', line.slice(line.indexOf(': ') + 2)]),
    )
    const event = fields.get('event')
    return event === undefined ? [] : [{ event, id: fields.get('id') ?? '', data: fields.get('data') ?? '' }]
  })
  return {
    events,
    waited: house.deps.clock.now() - started,
    text,
    type: response.headers.get('content-type'),
  }
}

async function published({ world }: House, value: string): Promise<void> {
  world.dns.records('_veramarca-challenge.acme.com', 'TXT', value)
}

async function waiting(): Promise<
  Desk & { readonly id: string; readonly path: string; readonly value: string }
> {
  const desk = await openDesk()
  desk.house.world.dns.zone('acme.com')
  const id = await register(desk)
  const path = `/dashboard/domains/${id}`
  return { ...desk, id, path, value: textOf(await desk.ana.get(path), 'dns-txt-value') }
}

const seenIn = (text: string) => /data-seen="([^"]*)"/.exec(text)?.[1] ?? ''

describe('following a domain', () => {
  test('sends the state, says nothing while it stays, and closes within 55 s to be asked again', async () => {
    const desk = await waiting()
    const { events, waited, text, type } = await follow(desk, `${desk.path}/events`)
    expect(type).toContain('text/event-stream')
    expect(text.startsWith('retry: 1000\n\n')).toBe(true)
    expect(events).toHaveLength(1)
    expect(events[0]?.data).toContain('To be published')
    expect(waited).toBeGreaterThan(50 * second)
    expect(waited).toBeLessThanOrEqual(55 * second)
  })

  test('says nothing of what the page shows already, nor again to a browser that comes back', async () => {
    const desk = await waiting()
    const seen = seenIn((await desk.ana.get(desk.path)).text)
    expect((await follow(desk, `${desk.path}/events?seen=${seen}`)).events).toEqual([])
    expect((await follow(desk, `${desk.path}/events`, undefined, { 'last-event-id': seen })).events).toEqual(
      [],
    )
  })

  test('sends each change as the page would show it, and ends when nothing more is awaited', async () => {
    const desk = await waiting()
    const { house, ana, path, value } = desk
    const { events } = await follow(desk, `${path}/events`, async (waits) => {
      if (waits === 2) await submit(ana, `${path}/check`)
      if (waits === 5) await published(house, value)
      if (waits === 6) await submit(ana, `${path}/check`)
    })
    expect(events.map(({ event }) => event)).toEqual(['state', 'state', 'state', 'over'])
    expect(events[1]?.data).toContain('We are looking')
    expect(events[2]?.data).toContain('is proved')
    const { text } = await ana.get(path)
    expect(text).toContain(`data-seen="${events[2]?.id}"`)
    expect(text).not.toContain('data-events')
  })

  test.each([
    ['signs out', async ({ house }: Desk) => await house.deps.db.orm.update(sessions).set({ revokedAt: 1 })],
    [
      'gives the domain up',
      async ({ ana }: Desk, id: string) => await ana.post(`/dashboard/domains/${id}/release`),
    ],
  ])('ends at once when whoever follows %s', async (_, end) => {
    const desk = await waiting()
    const { events } = await follow(desk, `${desk.path}/events`, async (waits) => {
      if (waits === 1) await end(desk, desk.id)
    })
    expect(events.map(({ event }) => event)).toEqual(['state', 'over'])
  })

  test('speaks the page’s language', async () => {
    const desk = await waiting()
    const { events } = await follow(desk, `${desk.path}/events`, undefined, { 'accept-language': 'es' })
    expect(events[0]?.data).toContain('Por publicar')
  })

  test('is nobody else’s', async () => {
    const desk = await waiting()
    const other = await desk.house.owner('Other Ltd')
    const eve = await signIn(desk.house, other, { email: 'eve@other.example' })
    expect((await eve.get(`${desk.path}/events`)).status).toBe(404)
    expect((await desk.house.ask(`${desk.path}/events`)).status).toBe(303)
  })

  test('goes on by the link for a web admin until that is ended, without a way into the organisation', async () => {
    const desk = await waiting()
    const { house, ana, path } = desk
    const made = await ana.post(`${path}/handovers`)
    const token = /__Host-link=[^.]*\.([a-z2-7]+)/.exec(made.headers.get('set-cookie') ?? '')?.[1] ?? ''
    const { events, text } = await follow(
      { house, ana: { ...ana, cookie: '' } },
      `/publish/${token}/events`,
      async (waits) => {
        if (waits === 1) await submit(ana, `${path}/check`)
        if (waits !== 3) return
        const page = await ana.get(path)
        await ana.post(/action="([^"]*\/end)"/.exec(page.text)?.[1] ?? '')
      },
    )
    expect(events.map(({ event }) => event)).toEqual(['state', 'state', 'over'])
    expect(text).not.toContain('/dashboard')
  })
})

describe('of many pages that follow at once', () => {
  test('one session has twelve, another has its own, and a closed one makes room', async () => {
    const desk = await waiting()
    const { house, ana, owner, path } = desk
    const bob = await signIn(house, owner, { email: 'bob@acme.example' })
    const { promise: forever, resolve: goOn } = Promise.withResolvers<void>()
    const app = new Hono().use(speak).route('/', ownerRoutes(house.deps, { wait: async () => await forever }))
    const ask = async (cookie: string) =>
      await app.request(`${house.deps.site.publicUrl}${path}/events`, { headers: { cookie } })
    const open = await Promise.all(Array.from({ length: 12 }, () => ask(ana.cookie)))
    expect(new Set(open.map(({ status }) => status))).toEqual(new Set([200]))
    const refused = await ask(ana.cookie)
    expect([
      refused.status,
      refused.headers.get('retry-after'),
      refused.headers.get('cache-control'),
    ]).toEqual([429, '60', 'no-store'])
    expect((await ask(bob.cookie)).status).toBe(200)
    house.pass(56 * second)
    goOn()
    await Promise.all(open.map(async (each) => await each.text()))
    expect((await ask(ana.cookie)).status).toBe(200)
  })

  test('those whose end nobody saw count no longer than any is open', async () => {
    const streams = createStreams({ now: () => now })
    let now = 0
    for (let each = 0; each < 12; each += 1) expect(streams('ana')).not.toBeNull()
    expect(streams('ana')).toBeNull()
    now = 60 * second
    expect(streams('ana')).not.toBeNull()
  })
})
