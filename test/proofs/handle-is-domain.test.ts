import { describe, expect, test } from 'vitest'
import type { ProvedName } from '#proofs/method.ts'
import { createWorld, type World } from '#test/support/world.ts'
import { bluesky, did, notFound, profile, profileUrl } from './fixtures/bluesky.ts'
import { finger, fingerUrl, actor, mastodon } from './fixtures/mastodon.ts'
import { scenes } from './fixtures/index.ts'
import { acme, bound, fail, failures, inShort, json, look, publish, scene as worldOf } from './scene.ts'

const web: ProvedName = { ...acme, strength: 'web' }

describe('a Bluesky handle', () => {
  const scene = { ...bluesky, handle: 'acme.com' }
  const asked = (world: World) => look(world, 'handle-is-domain', scene)
  const file = 'https://acme.com/.well-known/atproto-did'

  function worldWith(handle = 'acme.com'): World {
    const world = worldOf([{ [profileUrl('acme.com')]: json(profile({ handle })) }])
    world.dns.zone('acme.com')
    return world
  }

  test('that is the domain is proved by its TXT record', async () => {
    const world = worldWith()
    world.dns.records('_atproto.acme.com', 'TXT', 'v=other', `did=${did}`)
    expect(await asked(world)).toEqual({
      kind: 'proved',
      domain: 'acme.com',
      seen: { handle: 'acme.com', platformId: did },
      post: null,
    })
  })

  test('is proved by the file where there is no record', async () => {
    const world = worldWith()
    world.web.page(file, `${did}\n`)
    expect(inShort(await asked(world))).toBe('proved acme.com')
  })

  test.each([
    ['neither a record nor a web server', () => undefined],
    ['no file', (world: World) => world.web.site('acme.com')],
    ['a file with another account', (world: World) => world.web.page(file, 'did:plc:other')],
    ['a page at every address', (world: World) => world.web.page(file, `<html>${did}</html>`)],
    [
      'a record with another account, beside a file with this one',
      (world: World) => {
        world.dns.records('_atproto.acme.com', 'TXT', 'did=did:plc:other')
        world.web.page(file, did)
      },
    ],
    [
      'two records that disagree',
      (world: World) => world.dns.records('_atproto.acme.com', 'TXT', `did=${did}`, 'did=did:plc:other'),
    ],
  ])('is refused when its domain has %s, whatever Bluesky says', async (_name, set) => {
    const world = worldWith()
    set(world)
    expect(await asked(world)).toMatchObject({
      kind: 'refused',
      reason: 'handle_is_not_domain',
      seen: { handle: 'acme.com', platformId: did },
    })
  })

  test.each(['acme.com.evil.example', 'notacme.com', 'shop.acme.com', 'acme.bsky.social'])(
    'that is %s is not acme.com',
    async (handle) => {
      const world = worldOf([{ [profileUrl(handle)]: json(profile({ handle })) }])
      const finding = await look(world, 'handle-is-domain', { ...scene, handle })
      expect(inShort(finding)).toBe('refused handle_is_not_domain')
    },
  )

  test('that Bluesky cannot confirm decides nothing', async () => {
    expect(inShort(await asked(worldWith('handle.invalid')))).toBe('unreachable handle_unconfirmed')
  })

  test('that is gone leaves the account under its DID', async () => {
    const page = json(profile({ handle: 'handle.invalid' }))
    const world = worldOf([{ [profileUrl('acme.com')]: notFound, [profileUrl(did)]: page }])
    const account = { platform: 'bluesky', handle: 'acme.com', platformId: did }
    expect(await look(world, 'handle-is-domain', scene, { account })).toMatchObject({
      reason: 'handle_is_not_domain',
      seen: { handle: did, platformId: did },
    })
  })

  test.each(['AccountTakedown', 'AccountDeactivated'])('of an account with %s is gone', async (error) => {
    const gone = { status: 400, ...json({ error, message: 'Account has been suspended' }) }
    const world = worldOf([{ [profileUrl('acme.com')]: gone }])
    expect(await asked(world)).toMatchObject({ reason: 'account_not_found', missing: true })
  })

  test('is not decided about while its own domain is silent', async () => {
    for (const { name, page, html: _html } of failures) {
      if (page === 'timeout' || page.status === undefined) continue
      const world = worldWith()
      world.web.page(file, page)
      expect([name, (await asked(world)).kind]).toEqual([name, 'unreachable'])
    }
    const world = worldWith()
    world.dns.servfail('_atproto.acme.com')
    expect(inShort(await asked(world))).toBe('unreachable servfail')
  })
})

describe('a fediverse account', () => {
  const index = 'https://social.acme.com/.well-known/nodeinfo'
  const document = 'https://social.acme.com/nodeinfo/2.0'
  const id = 'https://social.acme.com/users/news'
  const scene = { ...mastodon, handle: 'news@social.acme.com' }

  function nodeinfo(open: boolean, total: number) {
    return json(
      {
        version: '2.0',
        software: { name: 'mastodon', version: '4.5.1' },
        protocols: ['activitypub'],
        services: { outbound: [], inbound: [] },
        usage: { users: { total, activeMonth: 1, activeHalfyear: 2 }, localPosts: 12 },
        openRegistrations: open,
        metadata: {},
      },
      'application/json; charset=utf-8; profile="http://nodeinfo.diaspora.software/ns/schema/2.0#"',
    )
  }

  function worldWith(open = false, total = 10): World {
    const world = createWorld()
    const links = [
      {
        rel: 'http://nodeinfo.diaspora.software/ns/schema/1.0',
        href: 'https://social.acme.com/nodeinfo/1.0',
      },
      { rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: document },
      { rel: 'https://www.w3.org/ns/activitystreams#Application', href: 'https://social.acme.com/actor' },
    ]
    publish(world, {
      [fingerUrl('news@social.acme.com')]: finger('news@social.acme.com', id),
      [id]: actor({ handle: 'news', id }),
      [index]: json({ links }),
      [document]: nodeinfo(open, total),
    })
    return world
  }

  test('on a server of the brand’s own is proved', async () => {
    expect(await look(worldWith(), 'handle-is-domain', scene)).toMatchObject({
      kind: 'proved',
      domain: 'acme.com',
    })
    const exact = { name: 'social.acme.com', registrableDomain: 'acme.com', strength: 'web' } as const
    const finding = await look(worldWith(), 'handle-is-domain', scene, { domains: [web, exact] })
    expect(inShort(finding)).toBe('proved social.acme.com')
  })

  test('below a domain that is proved by web alone is not', async () => {
    const finding = await look(worldWith(), 'handle-is-domain', scene, { domains: [web] })
    expect(inShort(finding)).toBe('refused handle_is_not_domain')
  })

  test('on another host is not', async () => {
    for (const name of ['notacme.com', 'acme.com.evil.example', 'cme.com']) {
      const domains = [{ name, registrableDomain: name, strength: 'dns' as const }]
      const finding = await look(worldWith(), 'handle-is-domain', scene, { domains })
      expect([name, inShort(finding)]).toEqual([name, 'refused handle_is_not_domain'])
    }
  })

  test.each([
    [true, 1],
    [false, 11],
  ])('on a server with open registration (%s) or %i users is not the brand’s word', async (open, total) => {
    expect(inShort(await look(worldWith(open, total), 'handle-is-domain', scene))).toBe(
      'refused open_instance',
    )
  })

  test('on a server that does not say who may join decides nothing', async () => {
    for (const address of [index, document]) {
      const world = worldWith()
      world.web.status(address, 404)
      expect(inShort(await look(world, 'handle-is-domain', scene))).toBe('unreachable unexpected_answer')
    }
    const foreign = worldWith()
    const links = [
      { rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href: 'https://small.example/nodeinfo/2.1' },
    ]
    foreign.web.page(index, json({ links }))
    expect(inShort(await look(foreign, 'handle-is-domain', scene))).toBe('unreachable unexpected_answer')
  })

  test.each(failures)('is not decided about after $name', async (failure) => {
    for (const address of [index, document]) {
      const world = worldWith()
      fail(world, address, failure)
      expect(inShort(await look(world, 'handle-is-domain', scene))).toBe(`unreachable ${failure.json}`)
    }
  })
})

describe('a name on Nostr', () => {
  const key = 'f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9'
  const file = 'https://acme.com/.well-known/nostr.json?name=_'
  const scene = { platform: 'nostr', handle: '_@acme.com', id: null }
  const asked = (world: World) => look(world, 'handle-is-domain', scene)

  test('that is the domain’s own is proved, with the key that the domain gives it', async () => {
    expect(await asked(worldOf([{ [file]: json({ names: { _: key } }) }]))).toEqual({
      kind: 'proved',
      domain: 'acme.com',
      seen: { handle: '_@acme.com', platformId: `_@acme.com:${key}` },
      post: null,
    })
  })

  test.each([
    ['no such name', { names: { bob: key } }, 'refused account_not_found'],
    ['no names at all', { names: {} }, 'refused account_not_found'],
    ['another form', { users: {} }, 'unreachable unexpected_answer'],
    ['something that is no key', { names: { _: 'npub1' } }, 'unreachable unexpected_answer'],
  ])('with %s proves nothing', async (_, told, expected) => {
    expect(inShort(await asked(worldOf([{ [file]: json(told) }])))).toBe(expected)
  })

  test('of somebody at the domain is not the domain', async () => {
    const bob = 'https://acme.com/.well-known/nostr.json?name=bob'
    const world = worldOf([{ [bob]: json({ names: { bob: key } }) }])
    const told = await look(world, 'handle-is-domain', { ...scene, handle: 'bob@acme.com' })
    expect(inShort(told)).toBe('refused handle_is_not_domain')
  })

  test('is another account once the domain gives it another key', async () => {
    const world = worldOf([{ [file]: json({ names: { _: key } }) }])
    const told = await look(world, 'handle-is-domain', scene, bound({ ...scene, id: 'a'.repeat(64) }))
    expect(inShort(told)).toBe('refused handle_reassigned')
  })
})

test('no other platform’s handles are domains', async () => {
  for (const [name, scene] of Object.entries(scenes)) {
    if (scene.platform === 'bluesky' || scene.platform === 'mastodon') continue
    const finding = await look(createWorld(), 'handle-is-domain', scene)
    expect([name, inShort(finding)]).toEqual([name, 'refused not_checkable'])
  }
})
