import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { packBits } from '#badges/status/bitstring.ts'
import { verifyBadge } from '#badges/verify/verify-badge.ts'
import { day, hour } from '#base/clock.ts'
import { openHome, publicUrl, start } from '#test/badges/fixture.ts'
import { openPage, payloadIn, signedAnew, type Shown } from './fixture.ts'

const badgePath = '/badges/acme.com.jwt'
const didPath = '/.well-known/did.json'
const [revocations, suspensions] = ['/status/1', '/status/2']

type Outcome = 'passed' | 'failed' | 'unknown'
type Situation = { readonly make?: (shown: Shown) => Promise<void>; readonly origin?: string }

/** Another registry judges the same texts by the ladder of this house: it asks for what the component asks for. */
async function ladderSays({ page, home }: Shown, origin: string): Promise<Outcome> {
  const second = await openHome()
  onTestFinished(second.close)
  second.clock.at = home.clock.at + page.clockAhead
  for (const path of [didPath, revocations, suspensions]) {
    const told = page.told.get(path)
    const url = `${publicUrl}${path}`
    if (typeof told === 'number') second.world.web.status(url, told)
    else second.world.web.page(url, told ?? (await page.read(path)))
  }
  const badge = String(page.told.get(badgePath) ?? (await page.read(badgePath)))
  const deps = { ...second.deps, site: { publicUrl: 'https://second.example', atHome: false } }
  const { steps } = await verifyBadge(deps, { badge, origin })
  const outcomes = steps.filter(({ step }) => step !== 'standing').map(({ outcome }) => outcome)
  if (outcomes.includes('failed')) return 'failed'
  return outcomes.includes('unknown') ? 'unknown' : 'passed'
}

async function componentSays({ page }: Shown, origin: string): Promise<Outcome> {
  const { state } = await page.see(origin)
  if (state === 'unknown') return 'unknown'
  return state === 'controlled' || state === 'at_risk' ? 'passed' : 'failed'
}

function badge(change: Readonly<Record<string, unknown>>, header?: Readonly<Record<string, unknown>>) {
  return async ({ home, page }: Shown) => {
    page.told.set(badgePath, await signedAnew(home, await page.read(badgePath), change, header))
  }
}

function subject(change: Readonly<Record<string, unknown>>) {
  return async (shown: Shown) => {
    const { credentialSubject } = payloadIn(await shown.page.read(badgePath))
    await badge({ credentialSubject: { ...Object(credentialSubject), ...change } })(shown)
  }
}

function entry(change: Readonly<Record<string, unknown>>) {
  return async (shown: Shown) => {
    const [first, second] = [payloadIn(await shown.page.read(badgePath))['credentialStatus']].flat()
    await badge({ credentialStatus: [{ ...Object(first), ...change }, second] })(shown)
  }
}

function list(change: Readonly<Record<string, unknown>>, header?: Readonly<Record<string, unknown>>) {
  return async ({ home, page }: Shown) => {
    page.told.set(revocations, await signedAnew(home, await page.read(revocations), change, header))
  }
}

function bits(encodedList: string, statusPurpose = 'revocation') {
  return list({ credentialSubject: { type: 'BitstringStatusList', statusPurpose, encodedList } })
}

function key(change: Readonly<Record<string, unknown>>) {
  return async ({ page }: Shown) => {
    const document = JSON.parse(await page.read(didPath))
    const verificationMethod = document.verificationMethod.map((method: object) => ({ ...method, ...change }))
    page.told.set(didPath, JSON.stringify({ ...document, verificationMethod }))
  }
}

function told(path: string, answer: string | number) {
  return async ({ page }: Shown) => void page.told.set(path, answer)
}

function clock(ahead: number) {
  return async ({ page }: Shown) => {
    page.clockAhead = ahead
  }
}

const iso = (at: number) => new Date(at).toISOString()
const times = (from: number, until: number) => ({
  iat: from / 1_000,
  exp: until / 1_000,
  validFrom: iso(from),
  validUntil: iso(until),
})
const zeros = (bytes: number) => `u${gzipSync(new Uint8Array(bytes)).toString('base64url')}`
const ones = `u${gzipSync(new Uint8Array(16_384).fill(255)).toString('base64url')}`

const alike: Readonly<Record<string, readonly [Outcome, Situation]>> = {
  'a good badge': ['passed', {}],
  'its www': ['passed', { origin: 'https://www.acme.com' }],
  'a squatter’s site': ['failed', { origin: 'https://squatter.example' }],
  'its site without TLS': ['failed', { origin: 'http://acme.com' }],
  'another port': ['failed', { origin: 'https://acme.com:8443' }],
  'a subdomain': ['failed', { origin: 'https://shop.acme.com' }],
  'no origin': ['failed', { origin: 'null' }],
  'another type of token': ['failed', { make: badge({}, { typ: 'JWT' }) }],
  'another content': ['failed', { make: badge({}, { cty: 'vp' }) }],
  'a fifth member of the header': ['failed', { make: badge({}, { jku: 'https://evil.example' }) }],
  'an unknown key': ['failed', { make: badge({}, { kid: 'did:web:registry.example#none' }) }],
  'another in iss': ['failed', { make: badge({ iss: 'did:web:evil.example' }) }],
  'another issuer': ['failed', { make: badge({ issuer: 'did:web:evil.example' }) }],
  'another type of credential': ['failed', { make: badge({ type: ['VerifiableCredential'] }) }],
  'no credential at all': ['failed', { make: badge({ type: ['BrandAccountCredential'] }) }],
  'another context': ['failed', { make: badge({ '@context': ['https://www.w3.org/ns/credentials/v2'] }) }],
  'contexts turned around': [
    'failed',
    {
      make: badge({ '@context': [`${publicUrl}/ns/brand/v1`, 'https://www.w3.org/ns/credentials/v2'] }),
    },
  ],
  nbf: ['failed', { make: badge({ nbf: 1 }) }],
  vc: ['failed', { make: badge({ vc: {} }) }],
  vp: ['failed', { make: badge({ vp: {} }) }],
  'no subject': ['failed', { make: badge({ credentialSubject: undefined }) }],
  'no origins': ['failed', { make: subject({ origins: undefined }) }],
  'two beginnings': ['failed', { make: badge({ validFrom: iso(start - day) }) }],
  'two ends': ['failed', { make: badge({ validUntil: iso(start + day) }) }],
  'a date that is none': ['failed', { make: badge({ validUntil: 'never' }) }],
  'eleven days': ['failed', { make: badge(times(start, start + 11 * day)) }],
  'no time at all': ['failed', { make: badge(times(start, start)) }],
  'ten days': ['passed', { make: badge(times(start, start + 10 * day)) }],
  'an end of this second': ['failed', { make: badge(times(start - day, start)) }],
  'a beginning within a minute': ['passed', { make: badge(times(start + 60_000, start + day)) }],
  'a revoked key': ['failed', { make: key({ revoked: iso(start) }) }],
  'an ended key': ['failed', { make: key({ expires: iso(start) }) }],
  'a key that ends tomorrow': ['passed', { make: key({ expires: iso(start + day) }) }],
  'a key with an unreadable end': ['failed', { make: key({ expires: 'soon' }) }],
  'a key of another': ['failed', { make: key({ controller: 'did:web:evil.example' }) }],
  'no list': ['unknown', { make: badge({ credentialStatus: [] }) }],
  'no list of revocations': [
    'unknown',
    {
      make: async (shown) => {
        const [, second] = [payloadIn(await shown.page.read(badgePath))['credentialStatus']].flat()
        await badge({ credentialStatus: [second] })(shown)
      },
    },
  ],
  'an index that is a number': ['failed', { make: entry({ statusListIndex: 12 }) }],
  'a negative index': ['failed', { make: entry({ statusListIndex: '-1' }) }],
  'an index with a zero in front': ['failed', { make: entry({ statusListIndex: '012' }) }],
  'an index in hex': ['failed', { make: entry({ statusListIndex: '0x10' }) }],
  'no index': ['failed', { make: entry({ statusListIndex: '' }) }],
  'an index behind the end': ['failed', { make: entry({ statusListIndex: '131072' }) }],
  'a list elsewhere': ['failed', { make: entry({ statusListCredential: 'https://evil.example/status/1' }) }],
  'a list of another purpose': ['failed', { make: bits(zeros(16_384), 'suspension') }],
  'a list that is short': ['failed', { make: bits(zeros(16_383)) }],
  'a bomb': ['failed', { make: bits(zeros(2 * 1_024 * 1_024 + 1)) }],
  'the longest list': ['passed', { make: bits(zeros(2 * 1_024 * 1_024)) }],
  'another multibase': ['failed', { make: bits(zeros(16_384).replace('u', 'z')) }],
  'no gzip': ['failed', { make: bits('uAAAA') }],
  'a list cut short': ['failed', { make: bits(zeros(16_384).slice(0, -8)) }],
  'all bits set': ['failed', { make: bits(ones) }],
  'another list': ['failed', { make: list({ id: `${publicUrl}/status/3` }) }],
  'another issuer’s list': ['failed', { make: list({ issuer: 'did:web:evil.example' }) }],
  'a list with another in iss': ['failed', { make: list({ iss: 'did:web:evil.example' }) }],
  'a list that is none': ['failed', { make: list({ type: ['VerifiableCredential'] }) }],
  'a list by an unknown key': ['failed', { make: list({}, { kid: 'did:web:registry.example#none' }) }],
  'an unsigned list': ['failed', { make: told(revocations, '<html>') }],
  'a list out of reach': ['unknown', { make: told(revocations, 503) }],
  'all bits set, and the other list out of reach': [
    'failed',
    {
      make: async (shown) => {
        await bits(ones)(shown)
        await told(suspensions, 503)(shown)
      },
    },
  ],
  'did.json out of reach': ['unknown', { make: told(didPath, 503) }],
}

test.each(Object.entries(alike))('%s is the same to the ladder and to the component', async (_, each) => {
  const [outcome, { make, origin = 'https://acme.com' }] = each
  const shown = await openPage()
  await make?.(shown)
  expect(await ladderSays(shown, origin)).toBe(outcome)
  expect(await componentSays(shown, origin)).toBe(outcome)
})

/** A visitor's clock may be wrong, and somebody on his way may answer instead of the registry: neither accuses anybody. */
const milder: Readonly<Record<string, (shown: Shown) => Promise<void>>> = {
  'a badge of tomorrow': badge(times(start + day, start + 2 * day)),
  'a list that has ended': list({ exp: start / 1_000, validUntil: iso(start) }),
  'a list whose exp alone has passed': list({ exp: start / 1_000 }),
  'a list whose validUntil alone has passed': list({ validUntil: iso(start) }),
  'a list of tomorrow': list({ validFrom: iso(start + day) }),
  'a list without an end': list({ validUntil: undefined }),
  'a clock two hours ahead': clock(2 * hour),
  'a clock two hours behind': clock(-2 * hour),
  'did.json of another': told(didPath, '{"id":"did:web:evil.example"}'),
  'a page instead of did.json': told(didPath, '<html>Sign in to this network</html>'),
  'no did.json': told(didPath, 404),
  'a list that is not there': told(revocations, 404),
}

test.each(Object.entries(milder))(
  '%s fails on the ladder, and is not known to the component',
  async (_, make) => {
    const shown = await openPage()
    await make(shown)
    expect(await ladderSays(shown, 'https://acme.com')).toBe('failed')
    expect(await componentSays(shown, 'https://acme.com')).toBe('unknown')
  },
)

test('one bit of a list is read at the same place', async () => {
  const shown = await openPage()
  const [first] = [payloadIn(await shown.page.read(badgePath))['credentialStatus']].flat()
  const index = Number(Object(first).statusListIndex)
  for (const [set, outcome] of [
    [[index], 'failed'],
    [[index - 1, index + 1], 'passed'],
  ] as const) {
    await bits(await packBits(131_072, set))(shown)
    expect(await ladderSays(shown, 'https://acme.com')).toBe(outcome)
    expect(await componentSays(shown, 'https://acme.com')).toBe(outcome)
  }
})
