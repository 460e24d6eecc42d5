import { describe, expect, test } from 'vitest'
import { Unreachable, type RecordType } from '#net/net.ts'
import { createWorld, type World } from './world.ts'

const options = { bytesMax: 1_000, target: 'acme.com' }

function primary(world: World) {
  const [perspective] = world.net.perspectives
  if (perspective === undefined) throw new Error('The world has no perspective')
  return perspective
}
const ask = (world: World, name: string, type: RecordType = 'TXT') => primary(world).dns.ask(name, type)
const get = (world: World, url: string) => primary(world).get(url, options)
const unreachable = (reason: string) => expect.objectContaining({ name: 'Unreachable', reason })

describe('the scripted DNS', () => {
  test('a name nobody mentioned is a fault of the test, not an outage', async () => {
    const error = await ask(createWorld(), 'acme.com').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(Unreachable)
  })

  test('a name mentioned makes its registrable domain a zone, and no other', async () => {
    const world = createWorld()
    world.dns.records('_x.shop.acme.co.uk', 'TXT', 'one')
    expect(await ask(world, '_x.shop.acme.co.uk')).toMatchObject({ kind: 'found', values: ['one'] })
    expect(await ask(world, 'shop.acme.co.uk')).toMatchObject({ kind: 'nodata' })
    expect(await ask(world, 'acme.co.uk')).toMatchObject({ kind: 'nodata' })
    expect(await ask(world, 'other.acme.co.uk')).toMatchObject({ kind: 'nxdomain' })
    await expect(ask(world, 'other.co.uk')).rejects.toThrow('Nobody scripted')
  })

  test('records add up, and go one by one', async () => {
    const world = createWorld()
    world.dns.records('acme.com', 'TXT', 'one')
    world.dns.records('acme.com', 'TXT', 'two', 'three')
    world.dns.remove('acme.com', 'TXT', 'two')
    expect(await ask(world, 'acme.com')).toMatchObject({ values: ['one', 'three'] })
    world.dns.remove('acme.com', 'TXT')
    expect(await ask(world, 'acme.com')).toMatchObject({ kind: 'nodata', values: [] })
  })

  test('a CNAME is walked, except for who asks for it', async () => {
    const world = createWorld()
    world.dns.records('a.acme.com', 'CNAME', 'B.acme.com.')
    world.dns.records('b.acme.com', 'TXT', 'one')
    expect(await ask(world, 'a.acme.com')).toMatchObject({ values: ['one'], chain: ['b.acme.com'] })
    expect(await ask(world, 'a.acme.com', 'CNAME')).toMatchObject({ values: ['B.acme.com.'], chain: [] })
  })

  test('a wildcard answers names that are not there, below its closest encloser only', async () => {
    const world = createWorld()
    world.dns.wildcard('acme.com', 'TXT', 'any')
    world.dns.records('there.acme.com', 'A', '192.0.2.1')
    expect(await ask(world, 'x.y.acme.com')).toMatchObject({ values: ['any'] })
    expect(await ask(world, 'there.acme.com')).toMatchObject({ kind: 'nodata' })
    expect(await ask(world, 'x.there.acme.com')).toMatchObject({ kind: 'nxdomain' })
    expect(await ask(world, 'acme.com')).toMatchObject({ kind: 'nodata' })
  })

  test('a zone says how long its "no" is kept and whether it is signed', async () => {
    const world = createWorld()
    world.dns.zone('acme.com', { negativeTtl: 300, signed: true })
    expect(await ask(world, 'acme.com')).toMatchObject({ negativeTtl: 300, authenticated: true })
    world.dns.records('acme.com', 'TXT', 'one')
    expect(await ask(world, 'acme.com')).toMatchObject({ negativeTtl: null, authenticated: true })
  })

  test('what fails, fails with all below it, the web too, until it is healed', async () => {
    const world = createWorld()
    world.web.page('https://www.acme.com/', 'hello')
    for (const place of ['acme.com', '.']) {
      world.dns.servfail(place)
      await expect(ask(world, 'x.acme.com')).rejects.toEqual(unreachable('servfail'))
      await expect(get(world, 'https://www.acme.com/')).rejects.toEqual(unreachable('servfail'))
      world.dns.heal(place)
    }
    expect(await ask(world, 'x.acme.com')).toMatchObject({ kind: 'nxdomain' })
    expect(await get(world, 'https://www.acme.com/')).toMatchObject({ status: 200 })
  })

  test('one perspective may see another world', async () => {
    const world = createWorld()
    world.dns.zone('acme.com', { negativeTtl: 60 })
    world.dns.records('acme.com', 'TXT', 'one')
    world.at('primary.test').dns.records('acme.com', 'TXT', 'hijacked')
    world.at('second.test').dns.nxdomain('acme.com')
    world.at('third.test').dns.timeout('acme.com')
    const told = await Promise.allSettled(world.net.perspectives.map(({ dns }) => dns.ask('acme.com', 'TXT')))
    expect(told).toMatchObject([
      { value: { values: ['hijacked'] } },
      { value: { kind: 'nxdomain', negativeTtl: 60 } },
      { reason: unreachable('timeout') },
    ])
    expect(() => world.at('fourth.test')).toThrow('no perspective')
  })

  test.each(['Acme.com', 'acme.com.', `${'a.'.repeat(126)}com`, `${'a'.repeat(64)}.com`])(
    '%s is no question of ours',
    async (name) => {
      const world = createWorld()
      world.dns.zone('com')
      await expect(ask(world, name)).rejects.toThrow('Not a DNS name')
    },
  )
})

describe('the scripted web', () => {
  test('a host nobody mentioned is a fault of the test', async () => {
    await expect(get(createWorld(), 'https://acme.com/')).rejects.toThrow('Nobody scripted the host')
  })

  test('a host without pages in a scripted zone has no address; other paths of one with pages are not found', async () => {
    const world = createWorld()
    world.web.page('https://acme.com/a', 'one')
    expect(await get(world, 'https://acme.com/a')).toMatchObject({
      status: 200,
      body: 'one',
      truncated: false,
    })
    expect(await get(world, 'https://acme.com/b')).toMatchObject({ status: 404 })
    await expect(get(world, 'https://www.acme.com/')).rejects.toEqual(unreachable('no_address'))
    world.web.remove('https://acme.com/a')
    expect(await get(world, 'https://acme.com/a')).toMatchObject({ status: 404 })
  })

  test('a body is cut where the look wants it cut', async () => {
    const world = createWorld()
    world.web.page('https://acme.com/', 'x'.repeat(1_001))
    expect(await get(world, 'https://acme.com/')).toMatchObject({ truncated: true, body: 'x'.repeat(1_000) })
  })

  test.each([
    ['https://acme.com/', 'text/html'],
    ['https://acme.com/a.txt', 'text/plain'],
    ['https://acme.com/a.json', 'application/json'],
  ])('%s is %s', async (url, contentType) => {
    const world = createWorld()
    world.web.page(url, 'x')
    expect(await get(world, url)).toMatchObject({ contentType })
  })

  test('redirects are walked inside the target only', async () => {
    const world = createWorld()
    world.web.redirect('https://acme.com/', '/a')
    world.web.redirect('https://acme.com/a', 'https://www.acme.com/b', 308)
    world.web.page('https://www.acme.com/b', 'there')
    expect(await get(world, 'https://acme.com/')).toMatchObject({
      url: 'https://www.acme.com/b',
      redirects: ['https://acme.com/a', 'https://www.acme.com/b'],
      body: 'there',
    })
    world.web.redirect('https://acme.com/out', 'https://notacme.com/')
    await expect(get(world, 'https://acme.com/out')).rejects.toEqual(unreachable('redirect_off_domain'))
    world.web.status('https://acme.com/nowhere', 302)
    expect(await get(world, 'https://acme.com/nowhere')).toMatchObject({ status: 302, redirects: [] })
    world.web.redirect('https://acme.com/port', 'https://acme.com:8443/')
    await expect(get(world, 'https://acme.com/port')).rejects.toEqual(unreachable('redirect_not_allowed'))
    world.web.everywhere('acme.com', (url) => ({ status: 302, location: `${url}x` }))
    await expect(get(world, 'https://acme.com/x')).rejects.toEqual(unreachable('too_many_redirects'))
  })

  test.each(['http://acme.com/', 'https://ACME.com/', 'https://acme.com'])(
    '%s is no look of ours',
    async (url) => {
      const world = createWorld()
      world.web.site('acme.com')
      await expect(get(world, url)).rejects.toThrow(/No look of ours|Not written/)
    },
  )
})

test('every look is written down', async () => {
  const world = createWorld()
  world.web.site('acme.com')
  await ask(world, 'acme.com', 'NS')
  await get(world, 'https://acme.com/')
  expect(world.asked).toEqual(['primary.test NS acme.com', 'primary.test GET https://acme.com/'])
})

test('nobody knows how to publish by an unknown method', () => {
  expect(() => createWorld().publish({ method: 'carrier-pigeon' })).toThrow('carrier-pigeon')
})
