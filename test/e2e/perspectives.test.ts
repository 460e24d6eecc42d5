import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '#test/support/command-line.ts'
import { nodeDoor, workerDoor, type Registry } from '#test/support/doors.ts'
import type { Owner } from '#test/support/house.ts'
import { setColos } from '#test/support/trace.ts'
import { attemptIn, enter, publish, type Challenge, type Entered } from './fixture.ts'

type Told = { perspective: string; network: string; outcome: string; reason: string | null }

/** A check by DNS: what came of it, and what each place said, as `weur AMS proved null`. */
async function checked(entered: Entered) {
  const { body, status, text } = await entered.check('dns-txt')
  expect(status, text).toBe(200)
  const [attempt] = body.attempts
  const told = attempt.perspectives.map(({ perspective, network, outcome, reason }: Told) =>
    [perspective, network, outcome, reason].join(' '),
  )
  return { ...attempt, state: body.state, told }
}

/** Whole host names differ from run to run, and the port tells nothing. */
const hosts = (told: readonly string[]) =>
  told.map((line) => line.replaceAll(/(?:localhost|127\.0\.0\.1):\d+/g, '@'))

describe('objects in their regions', () => {
  let registry: Registry
  let owner: Owner
  beforeAll(async () => {
    registry = await workerDoor.open()
    owner = await registry.owner()
  })
  afterAll(async () => {
    await registry.close()
  })

  test('each looks through a resolver of its own, and says in which data centre', async () => {
    const acme = await enter(owner, 'regions.example')
    publish(registry, acme.challenge('dns-txt'))
    const { told, corroboration } = await checked(acme)
    expect(hosts(told)).toEqual(['@ local proved ', 'enam IAD proved ', 'weur AMS proved '])
    expect(corroboration).toEqual({ agreeing: 3, perspectives: 3, resolvers: 3, networks: 3 })
    const { name } = acme.challenge('dns-txt')
    const asked = registry.internet.requests.flatMap((one) =>
      one.kind === 'dns' && one.name === name ? [one.resolver] : [],
    )
    expect(asked).toHaveLength(3)
    expect(new Set(asked)).toEqual(new Set([0, 1, 2]))
    const [kept] = (await owner.get(`/v1/domains/${acme.domainId}`)).body.attempts
    expect(kept.perspectives).toHaveLength(3)
    for (const { evidence } of kept.perspectives) {
      expect(evidence.questions).toContainEqual(
        expect.objectContaining({ name, type: 'TXT', answer: 'found' }),
      )
    }
  })

  test('each fetches pages itself', async () => {
    const acme = await enter(owner, 'pages.example')
    publish(registry, acme.challenge('http-file'))
    expect(attemptIn(await acme.check('http-file')).outcome).toBe('proved')
    const { url } = acme.challenge('http-file')
    const fetched = registry.internet.requests.filter((one) => one.kind === 'page' && one.url === url)
    expect(fetched).toHaveLength(3)
  })

  test('one that sees something else is named and does not decide; two do', async () => {
    const acme = await enter(owner, 'spreading.example')
    const { name } = acme.challenge('dns-txt')
    publish(registry, acme.challenge('dns-txt'))
    const [, second, third] = registry.internet.resolvers
    second?.set(name, { TXT: ['token=old'] })
    const { told, outcome } = await checked(acme)
    expect(hosts(told)[1]).toBe('enam IAD refused mismatch')
    expect(outcome).toBe('proved')
    const other = await enter(owner, 'hijacked.example')
    publish(registry, other.challenge('dns-txt'))
    for (const view of [second, third]) view?.set(other.challenge('dns-txt').name, { TXT: ['token=old'] })
    expect(await checked(other)).toMatchObject({ outcome: 'unreachable', reason: 'perspectives_disagree' })
  })

  test('two in one data centre are one, and one that cannot be told is none', async () => {
    const acme = await enter(owner, 'places.example')
    publish(registry, acme.challenge('dns-txt'))
    setColos(registry.internet, { enam: 'FRA', weur: 'FRA' })
    await registry.travel(0)
    const doubled = await checked(acme)
    expect(hosts(doubled.told)).toEqual([
      '@ local proved ',
      'enam FRA proved ',
      'weur FRA unreachable perspective_doubled',
    ])
    expect(doubled.outcome).toBe('proved')
    expect(doubled.corroboration).toMatchObject({ agreeing: 2, networks: 2 })

    setColos(registry.internet, {})
    await registry.travel(10)
    const lost = await checked(acme)
    expect(hosts(lost.told)).toEqual([
      '@ local proved ',
      'enam  unreachable perspective_unplaced',
      'weur  unreachable perspective_unplaced',
    ])
    expect([lost.outcome, lost.reason]).toEqual(['unreachable', 'perspectives_disagree'])

    // As soon as the places are told again, they count again: that one was unknown is not kept.
    setColos(registry.internet)
    const again = await enter(owner, 'told-again.example')
    publish(registry, again.challenge('dns-txt'))
    expect(hosts((await checked(again)).told)[2]).toBe('weur AMS proved ')
  })
})

describe('a registry with two others elsewhere', () => {
  let main: Registry
  let owner: Owner
  let others: readonly Registry[]
  beforeAll(async () => {
    others = await Promise.all([nodeDoor.open(), nodeDoor.open()])
    const pairs = await Promise.all(others.map(async (one) => `${one.url} ${await lookKey(one)}`))
    main = await nodeDoor.open({ PERSPECTIVES: pairs.join(', ') })
    owner = await main.owner()
  })
  afterAll(async () => {
    await Promise.all([main, ...others].map((one) => one.close()))
  })

  async function lookKey(registry: Registry): Promise<string> {
    const { organisationId } = await registry.owner('Other registry')
    const words = ['--organisation', organisationId, '--name', 'Main', '--scopes', 'look', '--json']
    const { code, stdout, stderr } = await runCommand(registry.env, 'key', 'create', ...words)
    if (code !== 0) throw new Error(`key create ended with ${code}: ${stderr}`)
    return JSON.parse(stdout).key
  }

  /** They all stand on one Internet, as far as this record goes. */
  const publishEverywhere = (challenge: Challenge) => {
    for (const registry of [main, ...others]) publish(registry, challenge)
  }

  test('what all see is proved, and what was looked from is counted honestly', async () => {
    const acme = await enter(owner, 'everywhere.example')
    publishEverywhere(acme.challenge('dns-txt'))
    const { told, state, corroboration } = await checked(acme)
    const [one, other] = others.map(({ url }) => new URL(url).host)
    expect(told.slice(0, 3).map((line: string) => line.split(' ').slice(1).join(' '))).toEqual([
      'local proved ',
      'local proved ',
      'local proved ',
    ])
    expect(told.slice(3)).toEqual([`${one} ${one} proved `, `${other} ${other} proved `])
    expect(state).toBe('proved')
    expect(corroboration).toEqual({ agreeing: 5, perspectives: 5, resolvers: 5, networks: 3 })
  })

  test('a hijack that only its own resolvers see, all of them, proves nothing', async () => {
    const acme = await enter(owner, 'hijacked.example')
    publish(main, acme.challenge('dns-txt'))
    for (const { internet } of others) internet.zone.set('hijacked.example', { A: ['127.0.0.1'] })
    const { told, state, outcome, reason } = await checked(acme)
    expect(hosts(told)).toEqual([
      '@ local proved ',
      '@ local proved ',
      '@ local proved ',
      '@ @ refused nxdomain',
      '@ @ refused nxdomain',
    ])
    expect([outcome, reason, state]).toEqual(['unreachable', 'perspectives_disagree', 'pending'])
  })

  test('one that is stopped is a miss and named; two are too many', async () => {
    const [one, other] = others
    const first = await enter(owner, 'stopped.example')
    const second = await enter(owner, 'both-stopped.example')
    for (const { challenge } of [first, second]) publishEverywhere(challenge('dns-txt'))
    await other?.kill()
    const stopped = await checked(first)
    expect(hosts(stopped.told).slice(3)).toEqual(['@ @ proved ', '@ @ unreachable perspective_failed'])
    expect(stopped.state).toBe('proved')
    await one?.kill()
    const { outcome, reason, state } = await checked(second)
    expect([outcome, reason, state]).toEqual(['unreachable', 'perspectives_disagree', 'pending'])
    await Promise.all(others.map((each) => each.travel(0)))
    const third = await enter(owner, 'back.example')
    publishEverywhere(third.challenge('dns-txt'))
    expect((await checked(third)).corroboration).toMatchObject({ agreeing: 5 })
  })

  test('the keys are in nothing that the server says', async () => {
    const { PERSPECTIVES = '' } = main.env
    const keys = PERSPECTIVES.match(/vm_\w+/g) ?? []
    expect(keys).toHaveLength(2)
    const acme = await enter(owner, 'quiet.example')
    await acme.check('dns-txt')
    const { text } = await owner.get(`/v1/domains/${acme.domainId}`)
    for (const key of keys) expect(text).not.toContain(key)
  })
})
