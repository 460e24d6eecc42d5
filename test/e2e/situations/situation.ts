import { day, hour, second } from '#base/clock.ts'
import type { RefusedReason, UnlearntReason } from '#challenges/reasons.ts'
import { publish, type Challenge, type MethodName } from '#test/e2e/fixture.ts'
import type { Registry } from '#test/support/doors.ts'
import type { Trouble, Zone } from '#test/support/internet/zone.ts'

export const methodNames = ['dns-txt', 'dns-cname', 'http-file', 'html-meta'] as const

export const situations = [
  'proved',
  'beside noise',
  'multi-string',
  'wrong',
  'missing',
  'several',
  'oversized',
  "other organisation's",
  'expired',
  'wildcard',
  'CNAME chain',
  'CNAME loop',
  'timeout',
  'SERVFAIL',
  'bogus',
  'truncated',
  'malformed packet',
] as const

export type Situation = (typeof situations)[number]

/** Where a cell happens: one domain of its own on the loopback Internet, with an address and an empty site. */
export type Scene = {
  readonly registry: Registry
  readonly zone: Zone
  /** The name to be proved, and its registrable domain. */
  readonly domain: string
  readonly apex: string
  /** What its method asks for. */
  readonly challenge: Challenge
  readonly organisationId: string
  /** What another organisation was told to publish for the same name by the same method. */
  readonly rival: () => Promise<Challenge>
}

export type Said = 'proved' | `refused ${RefusedReason}` | `unreachable ${UnlearntReason}`

export type Cell = {
  readonly what: string
  readonly said: Said
  readonly publish: (scene: Scene) => void | Promise<void>
  /** Which host of the domain is to be proved; the domain itself when absent. */
  readonly host?: string
  /** When its owner says that it is published, in seconds after it was. */
  readonly after?: number
}

/** The cells of a situation, or in words why it has none. */
export type Row = Readonly<Record<Situation, readonly Cell[] | string>>
export type Table = Readonly<Record<MethodName, Row>>

export function cell(what: string, said: Said, publish: Cell['publish'], more: Partial<Cell> = {}): Cell {
  return { what, said, publish, ...more }
}

/** Publishes what the challenge asks for, or something like it. */
export function put({ registry, challenge }: Scene, change: Partial<Challenge> = {}): void {
  publish(registry, { ...challenge, ...change })
}

/** A token as ours are made, and not ours. */
export function altered(text: string): string {
  return text.replace(/[a-z2-7]{32}/, (token) => `${token.startsWith('x') ? 'y' : 'x'}${token.slice(1)}`)
}

const lifetime = (30 * day) / second
const margin = hour / second

/** A token that was there in time, and whose owner says so in time or too late. */
export const ageing: readonly Cell[] = [
  cell('an hour before its thirty days end', 'proved', (scene) => put(scene), { after: lifetime - margin }),
  cell('an hour after', 'refused token_expired', (scene) => put(scene), { after: lifetime + margin }),
]

type DnsTrouble = 'timeout' | 'SERVFAIL' | 'bogus' | 'truncated' | 'malformed packet'

const troubles: Readonly<Record<DnsTrouble, readonly (readonly [Trouble, UnlearntReason])[]>> = {
  timeout: [['timeout', 'timeout']],
  SERVFAIL: [['servfail', 'servfail']],
  bogus: [['bogus', 'dnssec_bogus']],
  truncated: [['truncated', 'malformed_answer']],
  'malformed packet': [
    ['malformed', 'malformed_answer'],
    ['cut_short', 'malformed_answer'],
    ['other_question', 'malformed_answer'],
    ['other_id', 'malformed_answer'],
  ],
}

/**
 * Names that a look asks for, each of which it must learn: the right thing is published, and one of them fails. The
 * first name fails in every way that there is.
 */
export function inTrouble(
  ...places: readonly (readonly [string, (zone: Zone, trouble: Trouble, scene: Scene) => void])[]
): Readonly<Record<DnsTrouble, readonly Cell[]>> {
  const cells = (situation: DnsTrouble) =>
    places.flatMap(([place, strike], index) =>
      troubles[situation].slice(0, index === 0 ? undefined : 1).map(([trouble, reason]) =>
        cell(`${trouble} of ${place}`, `unreachable ${reason}`, (scene) => {
          put(scene)
          strike(scene.zone, trouble, scene)
        }),
      ),
    )
  return {
    timeout: cells('timeout'),
    SERVFAIL: cells('SERVFAIL'),
    bogus: cells('bogus'),
    truncated: cells('truncated'),
    'malformed packet': cells('malformed packet'),
  }
}

export const policyName = (domain: string): string => `_veramarca-policy.${domain}`

/** The targets of so many CNAMEs in a row. */
export function chainOf(length: number, domain: string): readonly string[] {
  return Array.from({ length }, (_, index) => `link-${index}.${domain}`)
}
