import { describe, expect, test } from 'vitest'
import { apart } from '#challenges/apart.ts'
import { proved, refused, unlearnt } from '#challenges/finding.ts'
import { lookAt, lookFrom } from '#challenges/look.ts'
import { lookForAnother } from '#challenges/look-for-another.ts'
import { lookRequest, reportFromWire, reportOnWire } from '#challenges/look-wire.ts'
import type { Finding, Method, MethodName } from '#challenges/method.ts'
import { methods } from '#challenges/methods/index.ts'
import { corroboration, type Report } from '#challenges/report.ts'
import { type Remote, Unreachable } from '#net/net.ts'
import { createWorld, type World } from '#test/support/world.ts'
import { acme, clock, inShort, patterns, record, seededRandom, stated } from './fixture.ts'

const name = '_veramarca-challenge.acme.com'
const acmeName = { name: 'acme.com', registrableDomain: 'acme.com', isApexOrWww: true }

const wire = {
  resolver: 'dns.example',
  network: 'AMS',
  finding: { outcome: 'proved' },
  evidence: {
    started_at: '2026-01-15T00:00:00Z',
    ended_at: '2026-01-15T00:00:01Z',
    questions: [
      { name, type: 'TXT', answer: 'found', authenticated: true, chain: [], digest: 'a'.repeat(64) },
    ],
    pages: [
      { url: 'https://acme.com/', answer: '200', addresses: ['192.0.2.1'], redirects: [], digest: null },
    ],
  },
} as const

function remote(look: Remote['look'], called = 'eu.example', network: string | null = called): Remote {
  return { name: called, network, look }
}

const says = (answer: unknown) => remote(async () => answer)

/** Everybody here sees the record; what the look then says of the remote place. */
async function miss(far: Remote): Promise<string> {
  const world = createWorld()
  world.dns.records(name, 'TXT', record)
  const net = { ...world.net, remotes: [far] }
  const { perspectives } = await lookAt({ net, clock, random: seededRandom() }, methods['dns-txt'], acme)
  const told = perspectives.at(-1)
  expect(told?.perspective).toBe(far.name)
  expect(perspectives).toHaveLength(4)
  return `${told?.outcome} ${told?.reason}`
}

describe('a place elsewhere', () => {
  test('is told the challenge, and what it reports is one perspective’s word', async () => {
    const world = createWorld()
    world.dns.records(name, 'TXT', record)
    world.dns.records('acme.com', 'NS', 'ns1.acme.com')
    const asked: unknown[] = []
    const far = remote(async (request) => {
      asked.push(request)
      return wire
    })
    const net = { ...world.net, remotes: [far] }
    const look = await lookAt({ net, clock, random: seededRandom() }, methods['dns-txt'], acme)
    expect(asked).toEqual([
      {
        method: 'dns-txt',
        domain: 'acme.com',
        organisation_id: 'org_acme',
        domain_id: 'dom_acme',
        challenge_id: 'ch_acme',
        token: acme.token,
        expires_at: '2026-01-31T00:00:00Z',
        issuer_host: 'registry.example',
      },
    ])
    expect(lookRequest.safeParse(asked[0]).success).toBe(true)
    expect(look.finding).toEqual(proved)
    expect(look.perspectives.at(-1)).toEqual({
      perspective: 'eu.example',
      resolver: 'dns.example',
      network: 'eu.example',
      outcome: 'proved',
      reason: null,
      evidence: {
        startedAt: Date.UTC(2026, 0, 15),
        endedAt: Date.UTC(2026, 0, 15, 0, 0, 1),
        questions: wire.evidence.questions,
        pages: wire.evidence.pages,
      },
    })
    expect(corroboration(look.perspectives, 'proved')).toEqual({
      agreeing: 4,
      perspectives: 4,
      resolvers: 4,
      networks: 2,
    })
  })

  test.each([
    ['proves', wire, 'proved null'],
    [
      'refuses',
      { ...wire, finding: { outcome: 'refused', reason: 'nxdomain', detail: 'no', negative_ttl: 60 } },
      'refused nxdomain',
    ],
    [
      'learns nothing',
      { ...wire, finding: { outcome: 'unreachable', reason: 'servfail', detail: 'no' } },
      'unreachable servfail',
    ],
    [
      'knows more fields than we',
      { ...wire, panel: 'new', finding: { outcome: 'proved', by: 1 } },
      'proved null',
    ],
  ])('that %s is taken at its word', async (_, answer, expected) => {
    expect(await miss(says(answer))).toBe(expected)
  })

  const evidence = (fields: object) => ({ ...wire, evidence: { ...wire.evidence, ...fields } })
  const [question] = wire.evidence.questions
  const [page] = wire.evidence.pages
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'proved'],
    ['a list', [wire]],
    ['an empty object', {}],
    ['true instead of a finding', { ...wire, finding: true }],
    ['an outcome that is none', { ...wire, finding: { outcome: 'verified' } }],
    [
      'a refusal without a reason',
      { ...wire, finding: { outcome: 'refused', detail: '', negative_ttl: null } },
    ],
    [
      'a reason that is none',
      { ...wire, finding: { outcome: 'refused', reason: 'because', detail: '', negative_ttl: null } },
    ],
    [
      'a reason of the other outcome',
      { ...wire, finding: { outcome: 'unreachable', reason: 'nxdomain', detail: '' } },
    ],
    [
      'a detail without end',
      { ...wire, finding: { outcome: 'unreachable', reason: 'servfail', detail: 'x'.repeat(8_193) } },
    ],
    [
      'a negative time',
      { ...wire, finding: { outcome: 'refused', reason: 'nxdomain', detail: '', negative_ttl: -1 } },
    ],
    ['no resolver', { ...wire, resolver: '' }],
    ['a resolver that is a page', { ...wire, resolver: '<script>' }],
    ['no network', { ...wire, network: undefined }],
    ['a network with a space', { ...wire, network: 'A MS' }],
    ['no evidence', { ...wire, evidence: null }],
    ['a time that is none', evidence({ started_at: 'yesterday' })],
    ['questions without end', evidence({ questions: Array.from({ length: 201 }, () => question) })],
    ['a question of another shape', evidence({ questions: [{ ...question, chain: 'a' }] })],
    ['a digest that is foreign text', evidence({ questions: [{ ...question, digest: 'FOREIGN' }] })],
    ['pages without end', evidence({ pages: Array.from({ length: 21 }, () => page) })],
    ['a URL without end', evidence({ pages: [{ ...page, url: 'x'.repeat(4_097) }] })],
  ])('that sends %s is a miss', async (_, answer) => {
    expect(await miss(says(answer))).toBe('unreachable perspective_failed')
  })

  test.each(['timeout', 'perspective_failed'] as const)(
    'that ends in %s is a miss by that name',
    async (reason) => {
      expect(await miss(remote(() => Promise.reject(new Unreachable(reason, 'silence'))))).toBe(
        `unreachable ${reason}`,
      )
    },
  )

  test('with a fault of our own is no finding', async () => {
    await expect(miss(remote(() => Promise.reject(new TypeError('ours'))))).rejects.toThrow('ours')
  })

  test('cannot name itself, nor its network where we know that', async () => {
    const told = { ...wire, perspective: 'primary.test', network: 'local' }
    expect(await miss(says(told))).toBe('proved null')
    expect(await miss(remote(async () => told, 'weur', null))).toBe('unreachable perspective_doubled')
  })

  test('that is silent is no resolver and no network when they are counted', async () => {
    const world = createWorld()
    world.dns.records(name, 'TXT', record)
    const net = { ...world.net, remotes: [remote(async () => null, 'weur', null)] }
    const { perspectives } = await lookAt({ net, clock, random: seededRandom() }, methods['dns-txt'], acme)
    expect(corroboration(perspectives, 'proved')).toEqual({
      agreeing: 3,
      perspectives: 4,
      resolvers: 3,
      networks: 1,
    })
  })
})

const findings: Readonly<Record<string, Finding>> = {
  p: proved,
  r: refused('nxdomain', 'not there'),
  u: unlearnt('timeout', 'too slow'),
}

function reportOf(letter: string, index: number, network = `N${index}`): Report {
  const [finding, startedAt] = [findings[letter], clock.now()]
  if (finding === undefined) throw new Error(`No finding ${letter}`)
  const evidence = { startedAt, endedAt: startedAt, questions: [], pages: [] }
  const resolver = `r${index}.test`
  return { perspective: `p${index}`, resolver, network, finding, evidence }
}

/** The rule, and that what is decided was seen from elsewhere too, where there is an elsewhere. */
function statedFrom(here: number, pattern: string): string {
  const rule = stated(pattern)
  const far = pattern.slice(here)
  const isSeenThere = far === '' || far.includes(pattern.charAt(0))
  return rule.startsWith('unreachable') || isSeenThere ? rule : 'unreachable not_corroborated'
}

describe('one to seven perspectives, some here and some elsewhere', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('%i come to what the rule says, wherever they are', async (count) => {
    for (const here of [1, Math.ceil(count / 2), count]) {
      for (const pattern of patterns(count)) {
        const world = createWorld(Array.from({ length: here }, (_, index) => `p${index}`))
        world.dns.zone('acme.com')
        const letterOf = (one: string) => findings[pattern.charAt(Number(one.slice(1)))] ?? proved
        const method: Method = { ...methods['http-file'], look: async (place) => letterOf(place.name) }
        const remotes = [...pattern]
          .map((letter, index) =>
            remote(async () => reportOnWire(reportOf(letter, index)), `p${index}`, null),
          )
          .slice(here)
        const look = await lookAt(
          { net: { ...world.net, remotes }, clock, random: seededRandom() },
          method,
          acme,
        )
        expect(`${here} ${pattern} ${inShort(look.finding)}`).toBe(
          `${here} ${pattern} ${statedFrom(here, pattern)}`,
        )
        expect(look.perspectives.map(({ outcome }) => outcome.charAt(0)).join('')).toBe(pattern)
      }
    }
  })
})

describe('two reports from one place', () => {
  const ours = [reportOf('p', 0, 'local')]
  test.each([
    ['each from elsewhere', ['AMS', 'IAD', 'SIN'], 'ppp'],
    ['the second of two from one place', ['AMS', 'AMS', 'SIN'], 'pdp'],
    ['all but the first of three', ['AMS', 'AMS', 'AMS'], 'pdd'],
    ['one from nobody knows where', ['AMS', '', 'SIN'], 'pnp'],
    ['two from nobody knows where', ['', '', 'SIN'], 'nnp'],
    ['one from here', ['AMS', 'local', 'SIN'], 'pdp'],
  ])('%s', (_, networks, expected) => {
    const told = apart(
      networks.map((network, index) => reportOf('p', index + 1, network)),
      ours,
    )
    const letters: Record<string, string> = { perspective_doubled: 'd', perspective_unplaced: 'n' }
    const seen = told.map(({ finding }) => (finding.kind === 'proved' ? 'p' : letters[finding.reason]))
    expect(seen.join('')).toBe(expected)
  })

  test('that says something else than the first is named as doubled, whatever it says', () => {
    const [, second] = apart([reportOf('p', 1, 'AMS'), reportOf('r', 2, 'AMS')], ours)
    expect(second?.finding).toEqual({
      kind: 'unreachable',
      reason: 'perspective_doubled',
      detail: 'p2 looked from AMS, as another did.',
    })
  })

  test('a silent one takes nobody’s place, and keeps its own reason', () => {
    const told = apart([reportOf('u', 1, 'AMS'), reportOf('p', 2, 'AMS'), reportOf('u', 3, '')], ours)
    expect(told.map(({ finding }) => inShort(finding))).toEqual([
      'unreachable timeout',
      'proved',
      'unreachable timeout',
    ])
  })
})

describe('a look for another', () => {
  const situations: Readonly<Record<string, (world: World) => void>> = {
    proved: (world) => {
      world.publish(methods['dns-txt'].instruct(acme))
      world.publish(methods['dns-cname'].instruct(acme))
      world.publish(methods['http-file'].instruct(acme))
      world.publish(methods['html-meta'].instruct(acme))
      world.dns.records('acme.com', 'NS', 'ns2.acme.com', 'ns1.acme.com')
    },
    refused: (world) => {
      world.dns.zone('acme.com', { negativeTtl: 77 })
      world.web.site('acme.com')
    },
    unreachable: (world) => world.dns.servfail('acme.com'),
  }
  const all = Object.entries(situations).flatMap(([kind, set]) =>
    (Object.keys(methods) as MethodName[]).map((method) => [method, kind, set] as const),
  )

  test.each(all)('by %s that is %s comes over the wire as it was seen', async (method, kind, set) => {
    const world = createWorld()
    set(world)
    const deps = { net: world.net, clock, random: seededRandom() }
    const [primary] = world.net.perspectives
    if (primary === undefined) throw new Error('No primary')
    const seen = await lookFrom({ clock, random: seededRandom() }, primary, methods[method], acme)
    expect(seen.finding.kind).toBe(kind)
    let request: unknown
    await remoteRequest(method, (sent) => (request = sent))
    world.asked.length = 0
    const told = await lookForAnother(deps, lookRequest.parse(request), acmeName)
    const { perspective: _, ...expected } = seen
    expect(reportFromWire(JSON.parse(JSON.stringify(told)))).toEqual(expected)
    expect(world.asked.every((line) => line.startsWith('primary.test '))).toBe(true)
  })

  async function remoteRequest(method: MethodName, take: (request: unknown) => void): Promise<void> {
    const world = createWorld()
    world.dns.timeout('.')
    const far = remote(async (request) => take(request))
    await lookAt(
      { net: { ...world.net, remotes: [far] }, clock, random: seededRandom() },
      methods[method],
      acme,
    )
  }
})
