import { describe, expect, test } from 'vitest'
import { lookAt } from '#challenges/look.ts'
import { methodNames } from '#challenges/method.ts'
import { methods } from '#challenges/methods/index.ts'
import { Unreachable } from '#net/net.ts'
import { createWorld } from '#test/support/world.ts'
import { acme, clock, inShort, lookIn, record, said, seededRandom } from './fixture.ts'

const seams = { random: seededRandom(), clock }
const name = '_veramarca-challenge.acme.com'

describe('a look', () => {
  test('one perspective that sees something else is named and does not decide', async () => {
    const world = createWorld()
    world.dns.records(name, 'TXT', record)
    world.at('third.test').dns.nxdomain(name)
    expect(await lookIn(world, 'dns-txt')).toMatchObject({
      method: 'dns-txt',
      finding: { kind: 'proved' },
      perspectives: [
        { perspective: 'primary.test', network: 'local', outcome: 'proved', reason: null },
        { perspective: 'second.test', resolver: 'second.test', outcome: 'proved', reason: null },
        { perspective: 'third.test', outcome: 'refused', reason: 'nxdomain' },
      ],
    })
  })

  test('a hijack that reaches the primary alone proves nothing', async () => {
    const world = createWorld()
    world.dns.zone('acme.com')
    world.at('primary.test').dns.records(name, 'TXT', record)
    expect(await said(world, 'dns-txt')).toBe('unreachable perspectives_disagree')
  })

  test('a hijack that hides the record from the primary alone refuses nothing', async () => {
    const world = createWorld()
    world.dns.records(name, 'TXT', record)
    world.at('primary.test').dns.nxdomain(name)
    expect(await said(world, 'dns-txt')).toBe('unreachable perspectives_disagree')
  })

  test('a primary that cannot look gives its own reason', async () => {
    const world = createWorld()
    world.dns.records(name, 'TXT', record)
    world.at('primary.test').dns.bogus('acme.com')
    expect(await said(world, 'dns-txt')).toBe('unreachable dnssec_bogus')
  })

  test('a web look is corroborated too', async () => {
    const world = createWorld()
    const url = 'https://acme.com/.well-known/veramarca-challenge/dom_acme.txt'
    world.web.page(url, record)
    world.at('second.test').web.status(url, 403)
    expect(await said(world, 'http-file')).toBe('proved')
    world.at('third.test').web.status(url, 404)
    expect(await said(world, 'http-file')).toBe('unreachable perspectives_disagree')
  })

  test('all perspectives look at the same time', async () => {
    const world = createWorld()
    world.dns.records(name, 'TXT', record)
    let waiting = 0
    let release = () => {}
    const everyone = new Promise<void>((resolve) => (release = resolve))
    const perspectives = world.net.perspectives.map((perspective) => ({
      ...perspective,
      dns: {
        ask: async (...question: Parameters<typeof perspective.dns.ask>) => {
          waiting += 1
          if (waiting === 6) release()
          await everyone
          return perspective.dns.ask(...question)
        },
      },
    }))
    expect(
      (await lookAt({ ...seams, net: { ...world.net, perspectives } }, methods['dns-txt'], acme)).finding
        .kind,
    ).toBe('proved')
  })

  test('a fault is thrown, wherever it happens', async () => {
    const world = createWorld()
    for (const method of methodNames) {
      await expect(lookIn(world, method)).rejects.toThrow('Nobody scripted')
    }
    const sibling = createWorld()
    sibling.dns.records(name, 'CNAME', 'nobody.example.org')
    await expect(lookIn(sibling, 'dns-txt')).rejects.toThrow('Nobody scripted the zone of nobody.example.org')
  })

  test('a diagnosis that learns nothing leaves the refusal as it was', async () => {
    const world = createWorld()
    world.dns.zone('acme.com')
    const diagnose = () => Promise.reject(new Unreachable('timeout', 'too slow'))
    const look = await lookAt({ ...seams, net: world.net }, { ...methods['dns-txt'], diagnose }, acme)
    expect(inShort(look.finding)).toBe('refused nxdomain')
  })

  test('a world without a perspective is a fault and no answer', async () => {
    await expect(lookIn(createWorld([]), 'dns-txt')).rejects.toThrow('at least one perspective')
  })

  test('a single perspective proves nothing', async () => {
    const world = createWorld(['only.test'])
    world.dns.records(name, 'TXT', record)
    expect(await said(world, 'dns-txt')).toBe('unreachable not_corroborated')
  })
})
