import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { packBits } from '#badges/status/bitstring.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import { day, hour, minute } from '#base/clock.ts'
import { brands, domains } from '#db/schema.ts'
import { addDomain, start } from '#test/badges/fixture.ts'
import { openPage, payloadIn, signedAnew, type Page } from './fixture.ts'

const badgePath = '/badges/acme.com.jwt'
const didPath = '/.well-known/did.json'
const [revocations, suspensions] = ['/status/1', '/status/2']

const stateOf = async (page: Page, origin?: string) => (await page.see(origin)).state

test('a good badge on its own site is green, and says who, and when that was seen', async () => {
  const { page } = await openPage()
  expect(await page.see()).toEqual({
    state: 'controlled',
    domain: 'acme.com',
    name: 'Acme',
    nameState: 'self_given',
    checkedAt: start,
  })
  expect(page.asked.toSorted()).toEqual([didPath, badgePath, revocations, suspensions].toSorted())
})

test.each([
  ['https://acme.com', 'controlled'],
  ['https://www.acme.com', 'controlled'],
  ['https://shop.acme.com', 'elsewhere'],
  ['http://acme.com', 'elsewhere'],
  ['https://acme.com:8443', 'elsewhere'],
  ['https://acme.com.evil.example', 'elsewhere'],
  ['https://evil.example', 'elsewhere'],
  ['https://ACME.com', 'elsewhere'],
  ['null', 'elsewhere'],
  ['', 'elsewhere'],
])('on %s it is %s', async (origin, state) => {
  const { page } = await openPage()
  expect(await stateOf(page, origin)).toBe(state)
})

test('a second proved domain of the brand is its site too, and its subdomain by itself', async () => {
  const { home, page } = await openPage()
  await addDomain(home, { name: 'shop.acme.net', registrableDomain: 'acme.net' })
  await issueBadge(home.deps, 'br_acme')
  expect(await stateOf(page, 'https://shop.acme.net')).toBe('controlled')
  expect(await stateOf(page, 'https://acme.net')).toBe('elsewhere')
})

test('every character of a badge counts', async () => {
  const { page } = await openPage()
  const badge = await page.read(badgePath)
  for (let at = 0; at < badge.length; at += 1) {
    const other = badge[at] === 'A' ? 'B' : 'A'
    page.told.set(badgePath, `${badge.slice(0, at)}${other}${badge.slice(at + 1)}`)
    expect(await stateOf(page), `character ${at}`).toBe('invalid')
  }
  // The last one holds four bits that no byte needs: another spelling of the same signature is none.
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  for (const last of alphabet.replace(badge.at(-1) ?? '', '')) {
    page.told.set(badgePath, `${badge.slice(0, -1)}${last}`)
    expect(await stateOf(page), last).toBe('invalid')
  }
})

test.each(['', '..', 'a.b', 'a.b.c.d', '{}', '<html></html>', 'eyJ9.eyJ9.'])(
  '%j is no badge',
  async (text) => {
    const { page } = await openPage()
    page.told.set(badgePath, text)
    expect(await stateOf(page)).toBe('invalid')
  },
)

test.each([
  { alg: 'none' },
  { alg: 'HS256' },
  { typ: 'JWT' },
  { cty: 'vp' },
  { crit: ['exp'] },
  { jwk: {} },
  { kid: 'did:web:evil.example#1' },
  { kid: 'did:web:registry.example#none' },
  { kid: 1 },
])('a header with %j is not ours', async (header) => {
  const { home, page } = await openPage()
  const badge = await page.read(badgePath)
  const [, payload, signature] = badge.split('.')
  const kid = `did:web:registry.example#${home.deps.signer.kid}`
  const whole = { alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid, ...header }
  const encoded = Buffer.from(JSON.stringify(whole)).toString('base64url')
  page.told.set(badgePath, `${encoded}.${payload}.${signature}`)
  expect(await stateOf(page)).toBe('invalid')
})

test.each([{ typ: 'JWT' }, { jku: 'https://evil.example/jwks.json' }, { x5c: [] }])(
  'not even signed by our own key: %j',
  async (header) => {
    const { home, page } = await openPage()
    page.told.set(badgePath, await signedAnew(home, await page.read(badgePath), {}, header))
    expect(await stateOf(page)).toBe('invalid')
  },
)

test.each([
  { iss: 'did:web:evil.example' },
  { issuer: 'did:web:evil.example' },
  { type: ['VerifiableCredential'] },
  { type: 'BrandAccountCredential' },
  { nbf: 1 },
  { vc: {} },
  { credentialSubject: undefined },
  { credentialSubject: [] },
  { validFrom: '2020-01-01T00:00:00Z' },
  { validUntil: '2030-01-01T00:00:00Z' },
  { exp: start / 1_000 + 11 * 86_400, validUntil: new Date(start + 11 * day).toISOString() },
  { exp: undefined },
])('a credential with %j is not genuine', async (change) => {
  const { home, page } = await openPage()
  page.told.set(badgePath, await signedAnew(home, await page.read(badgePath), change))
  expect(await stateOf(page)).toBe('invalid')
})

test('a genuine badge of another brand is not this one’s', async () => {
  const { page } = await openPage()
  page.told.set('/badges/evil.example.jwt', await page.read(badgePath))
  expect((await page.see('https://acme.com', 'evil.example')).state).toBe('invalid')
})

test('a verdict that this component does not know yet is not green', async () => {
  const { home, page } = await openPage()
  const badge = await page.read(badgePath)
  const credentialSubject = { ...Object(payloadIn(badge)['credentialSubject']), verdict: 'contested' }
  page.told.set(badgePath, await signedAnew(home, badge, { credentialSubject }))
  expect(await stateOf(page)).toBe('at_risk')
})

test.each(['id', 'origin'])('a badge whose %s alone is another brand’s is neither’s', async (term) => {
  const { home, page } = await openPage()
  const badge = await page.read(badgePath)
  const subject = Object(payloadIn(badge)['credentialSubject'])
  const credentialSubject = { ...subject, [term]: 'https://evil.example' }
  page.told.set(badgePath, await signedAnew(home, badge, { credentialSubject }))
  expect(await stateOf(page)).toBe('invalid')
})

test('another’s key, though it stands under our key’s name, forges nothing', async () => {
  const { home, page } = await openPage()
  const forger = await createSigner(await generateSigningKeys())
  const forged = { ...home, deps: { ...home.deps, signer: forger } }
  const kid = `did:web:registry.example#${home.deps.signer.kid}`
  page.told.set(badgePath, await signedAnew(forged, await page.read(badgePath), {}, { kid }))
  expect(await stateOf(page)).toBe('invalid')
})

test.each([
  ['is revoked', { revoked: '2025-12-31T00:00:00Z' }],
  ['has expired', { expires: '2025-12-31T00:00:00Z' }],
  ['ends at a moment that nobody understands', { expires: 'soon' }],
  ['is somebody else’s', { controller: 'did:web:evil.example' }],
])('a key that %s signs no badge', async (_why, change) => {
  const { page } = await openPage()
  const document = JSON.parse(await page.read(didPath))
  const verificationMethod = document.verificationMethod.map((method: object) => ({ ...method, ...change }))
  page.told.set(didPath, JSON.stringify({ ...document, verificationMethod }))
  expect(await stateOf(page)).toBe('invalid')
})

test('a key that is not for assertions signs no badge', async () => {
  const { page } = await openPage()
  page.told.set(didPath, JSON.stringify({ ...JSON.parse(await page.read(didPath)), assertionMethod: [] }))
  expect(await stateOf(page)).toBe('invalid')
})

test('a badge whose time is over has expired', async () => {
  const { home, page } = await openPage()
  page.told.set(badgePath, await page.read(badgePath))
  home.clock.advance(10 * day - 1_000)
  expect(await stateOf(page)).toBe('controlled')
  home.clock.advance(1_000)
  expect(await stateOf(page)).toBe('expired')
})

test.each([2 * hour, -2 * hour, 30 * day, -30 * day])(
  'a visitor’s clock that is %i ms wrong accuses nobody, and proves nothing',
  async (clockAhead) => {
    const { page } = await openPage()
    page.clockAhead = clockAhead
    expect(await stateOf(page)).toBe('unknown')
    expect(await stateOf(page, 'https://evil.example')).toBe('elsewhere')
  },
)

test('a minute’s difference between clocks is none', async () => {
  const { page } = await openPage()
  page.clockAhead = -minute
  expect(await stateOf(page)).toBe('controlled')
})

test('a frozen brand is not to be trusted, and is again when it is thawed', async () => {
  const { home, page } = await openPage()
  const freeze = async (frozenAt: number | null) =>
    await home.db.write([home.db.orm.update(brands).set({ frozenAt })])
  await freeze(start)
  page.told.set(badgePath, await page.read(badgePath))
  expect(await stateOf(page)).toBe('suspended')
  await freeze(null)
  expect(await stateOf(page)).toBe('controlled')
})

test('a badge that was replaced is taken back', async () => {
  const { home, page } = await openPage()
  page.told.set(badgePath, await page.read(badgePath))
  await home.db.write([home.db.orm.update(brands).set({ name: 'Acme Tools' })])
  await issueBadge(home.deps, 'br_acme')
  expect(await stateOf(page)).toBe('revoked')
})

test('a replaced badge in a cache on the way accuses nobody: before that, all is asked anew', async () => {
  const { home, page } = await openPage()
  const old = await page.read(badgePath)
  await home.db.write([home.db.orm.update(brands).set({ name: 'Acme Tools' })])
  await issueBadge(home.deps, 'br_acme')
  const { told } = page
  told.get = (path) => (path === badgePath && !page.asked.includes(`${badgePath} anew`) ? old : undefined)
  expect(await page.see()).toMatchObject({ state: 'controlled', name: 'Acme Tools' })
})

test('a failing domain is not confirmed, and never green', async () => {
  const { home, page } = await openPage()
  await home.db.write([home.db.orm.update(domains).set({ state: 'failing', failingSince: start })])
  await issueBadge(home.deps, 'br_acme')
  expect(await stateOf(page)).toBe('at_risk')
})

test.each([
  ['lapsed', 'lapsed'],
  ['suspended', 'suspended'],
] as const)('without a badge a %s domain is told as the registry has it', async (state, shown) => {
  const { home, page } = await openPage()
  await home.db.write([home.db.orm.update(domains).set({ state })])
  await issueBadge(home.deps, 'br_acme')
  expect(await stateOf(page)).toBe(shown)
})

test('whom the registry does not know is not in it, which accuses nobody', async () => {
  const { page } = await openPage()
  expect((await page.see('https://nobody.example', 'nobody.example')).state).toBe('unregistered')
})

test.each([didPath, badgePath, revocations, suspensions])(
  'without an answer to %s nothing is known',
  async (path) => {
    const { page } = await openPage()
    page.told.set(path, 503)
    expect(await stateOf(page)).toBe('unknown')
  },
)

test.each(['', '{}', '[]', '<html>Sign in to this network</html>', '{"id":"did:web:evil.example"}'])(
  'without the registry’s own keys, but %j, nothing is known',
  async (text) => {
    const { page } = await openPage()
    page.told.set(didPath, text)
    expect(await stateOf(page)).toBe('unknown')
  },
)

test('what is certain of a squatter is said though the lists are out of reach', async () => {
  const { page } = await openPage()
  page.told.set(revocations, 503)
  expect(await stateOf(page, 'https://evil.example')).toBe('elsewhere')
})

test('a badge that names no list of revocations is never green', async () => {
  const { home, page } = await openPage()
  const badge = await page.read(badgePath)
  for (const credentialStatus of [undefined, [], [{ statusPurpose: 'suspension' }]]) {
    page.told.set(badgePath, await signedAnew(home, badge, { credentialStatus }))
    expect(await stateOf(page)).toBe('unknown')
  }
})

test.each([
  ['no text', 12],
  ['negative', '-1'],
  ['no number', 'x'],
  ['hexadecimal', '0x10'],
  ['behind the end', '131072'],
  ['spelt with a zero in front', '012'],
])('an index that is %s is not genuine', async (_what, statusListIndex) => {
  const { home, page } = await openPage()
  const badge = await page.read(badgePath)
  const [first, second] = [payloadIn(badge)['credentialStatus']].flat()
  const credentialStatus = [{ ...Object(first), statusListIndex }, second]
  page.told.set(badgePath, await signedAnew(home, badge, { credentialStatus }))
  expect(await stateOf(page)).toBe('invalid')
})

test.each(['https://evil.example/status/1', 'https://registry.example.evil.example/status/1', '/status/1'])(
  'a list at %s is not the registry’s',
  async (statusListCredential) => {
    const { home, page } = await openPage()
    const badge = await page.read(badgePath)
    const [first, second] = [payloadIn(badge)['credentialStatus']].flat()
    const credentialStatus = [{ ...Object(first), statusListCredential }, second]
    page.told.set(badgePath, await signedAnew(home, badge, { credentialStatus }))
    expect(await stateOf(page)).toBe('invalid')
  },
)

const subjectWith = async (encodedList: string | Promise<string>, statusPurpose = 'revocation') => ({
  credentialSubject: { type: 'BitstringStatusList', statusPurpose, encodedList: await encodedList },
})
const gzipped = (bytes: number) => `u${gzipSync(new Uint8Array(bytes)).toString('base64url')}`

test.each([
  ['of another purpose', subjectWith(packBits(131_072, []), 'suspension'), 'invalid'],
  ['too short', subjectWith(packBits(131_064, [])), 'invalid'],
  ['a bomb', subjectWith(gzipped(2 * 1_024 * 1_024 + 1)), 'invalid'],
  ['in another alphabet', subjectWith('zabc'), 'invalid'],
  ['not packed', subjectWith('uAAAA'), 'invalid'],
  ['broken off', subjectWith(gzipped(16_384).slice(0, -8)), 'invalid'],
  ['without bits', { credentialSubject: {} }, 'invalid'],
  ['of another address', { id: 'https://registry.example/status/3' }, 'invalid'],
  ['of another issuer', { issuer: 'did:web:evil.example' }, 'invalid'],
  ['no list', { type: ['VerifiableCredential'] }, 'invalid'],
  ['over', { exp: start / 1_000, validUntil: new Date(start).toISOString() }, 'unknown'],
  ['without an end', { validUntil: undefined }, 'unknown'],
  ['of tomorrow', { validFrom: new Date(start + day).toISOString() }, 'unknown'],
] as const)('a list that is %s clears nobody', async (_what, change, state) => {
  const { home, page } = await openPage()
  page.told.set(revocations, await signedAnew(home, await page.read(revocations), await change))
  expect(await stateOf(page)).toBe(state)
})

test('a list of ones takes every badge back', async () => {
  const { home, page } = await openPage()
  const ones = `u${gzipSync(new Uint8Array(16_384).fill(255)).toString('base64url')}`
  page.told.set(revocations, await signedAnew(home, await page.read(revocations), await subjectWith(ones)))
  expect(await stateOf(page)).toBe('revoked')
})

test('a list that is unsigned, or whose signature is another’s, clears nobody', async () => {
  const { page } = await openPage()
  const list = await page.read(revocations)
  const [header, payload] = list.split('.')
  const [, , other] = (await page.read(suspensions)).split('.')
  for (const text of [
    JSON.stringify(payloadIn(list)),
    `${header}.${payload}.`,
    `${header}.${payload}.${other}`,
  ]) {
    page.told.set(revocations, text)
    expect(await stateOf(page)).toBe('invalid')
  }
})
