import { createPrivateKey, createPublicKey, sign, verify, webcrypto, type JsonWebKey } from 'node:crypto'
import { base64url } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { didDocument } from '#badges/keys/did.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import { readBadge } from '#badges/read-badge.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { verifyBadge } from '#badges/verify/verify-badge.ts'
import { day, minute, second } from '#base/clock.ts'
import { accountProofs, brands, claims, domains } from '#db/schema.ts'
import {
  addBrand,
  did,
  encodePart,
  issuedBadge,
  lastStepOf,
  openHome,
  parsePart,
  partsOf,
  publicUrl,
  start,
  type Home,
} from '#test/badges/fixture.ts'

let home: Home
let badge = ''
beforeEach(async () => {
  home = await openHome()
  badge = await issuedBadge(home)
})
afterEach(() => home.close())

const parts = () => partsOf(badge)

async function told(text: string, origin?: string): Promise<string> {
  return lastStepOf(await verifyBadge(home.deps, { badge: text, origin }))
}

/** Our own key signs something else, as only a fault of ours could. */
async function signed(change: Record<string, unknown>, header: Record<string, string> = {}): Promise<string> {
  const kid = `${did}#${home.deps.signer.kid}`
  const payload = Object.entries({ ...parsePart(parts().payload), ...change }).filter(
    ([, value]) => value !== undefined,
  )
  return await home.deps.signer.sign(
    { alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid, ...header },
    Object.fromEntries(payload),
  )
}

function subjectWith(change: Record<string, unknown>): Record<string, unknown> {
  const { credentialSubject } = parsePart(parts().payload)
  return { credentialSubject: { ...Object(credentialSubject), ...change } }
}

describe('a good badge', () => {
  test('passes every step', async () => {
    const { valid, steps, credential } = await verifyBadge(home.deps, { badge, origin: 'https://acme.com' })
    expect(valid).toBe(true)
    expect(steps).toEqual([
      { step: 'format', outcome: 'passed', code: 'well_formed' },
      { step: 'header', outcome: 'passed', code: 'header_as_expected' },
      { step: 'issuer', outcome: 'passed', code: 'own_key' },
      { step: 'signature', outcome: 'passed', code: 'signature_matches' },
      { step: 'claims', outcome: 'passed', code: 'claims_agree' },
      { step: 'validity', outcome: 'passed', code: 'current' },
      { step: 'status', outcome: 'passed', code: 'not_revoked' },
      { step: 'standing', outcome: 'passed', code: 'stands' },
      { step: 'origin', outcome: 'passed', code: 'this_site' },
    ])
    expect(credential).toEqual(parsePart(parts().payload))
    expect(home.world.asked).toEqual([])
  })

  test('passes with white space around it, and without an origin', async () => {
    expect(await told(`\n  ${badge} \r\n`)).toBe('true: standing passed stands')
  })

  test('verifies with node:crypto and with plain WebCrypto, from did.json alone', async () => {
    const { header, payload, signature } = parts()
    const document = JSON.parse(JSON.stringify(didDocument(home.deps.signer, publicUrl)))
    const method = document.verificationMethod.find(
      ({ id }: { id: string }) => id === parsePart(header)['kid'],
    )
    const jwk: JsonWebKey = method.publicKeyJwk
    const bytes = Buffer.from(`${header}.${payload}`)
    const raw = Buffer.from(signature, 'base64url')
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    expect(verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, raw)).toBe(true)
    const curve = { name: 'ECDSA', namedCurve: 'P-256' }
    const imported = await webcrypto.subtle.importKey('jwk', jwk, curve, false, ['verify'])
    expect(await webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, raw, bytes)).toBe(true)
  })
})

describe('claims', () => {
  test.each([
    [{ nbf: 1 }, 'claims_surplus'],
    [{ vc: {} }, 'claims_surplus'],
    [{ iss: 'did:web:other.example' }, 'issuer_mismatch'],
    [{ issuer: 'did:web:other.example' }, 'issuer_mismatch'],
    [{ type: ['VerifiableCredential'] }, 'wrong_type'],
    [{ '@context': ['https://www.w3.org/ns/credentials/v2'] }, 'wrong_context'],
    [{ '@context': ['https://www.w3.org/2018/credentials/v1', `${publicUrl}/ns/brand/v1`] }, 'wrong_context'],
    [{ credentialSubject: undefined }, 'claims_malformed'],
    [{ exp: '1' }, 'claims_malformed'],
  ])('%j fails', async (change, code) => {
    expect(await told(await signed(change))).toBe(`false: claims failed ${code}`)
  })
})

describe('times', () => {
  const at = (from: number, until: number) => ({
    iat: from / second,
    exp: until / second,
    validFrom: new Date(from).toISOString(),
    validUntil: new Date(until).toISOString(),
  })

  test('it ends on its second', async () => {
    home.clock.advance(10 * day - second)
    expect(await told(badge)).not.toContain('validity')
    home.clock.advance(second)
    expect(await told(badge)).toBe('false: validity failed expired')
  })

  test('our clock may be a minute behind, not more', async () => {
    expect(await told(await signed(at(start + minute, start + day)))).toBe('true: standing passed stands')
    expect(await told(await signed(at(start + minute + second, start + day)))).toBe(
      'false: validity failed not_yet_valid',
    )
  })

  test.each([
    ['two ends', { exp: start / second + 60 }, 'times_disagree'],
    ['two beginnings', { validFrom: '2025-01-01T00:00:00Z' }, 'times_disagree'],
    ['a date that is none', { validUntil: 'never' }, 'times_disagree'],
    ['eleven days', at(start, start + 11 * day), 'lifetime_not_allowed'],
    ['no time at all', at(start, start), 'lifetime_not_allowed'],
  ])('%s fails', async (_, change, code) => {
    expect(await told(await signed(change))).toBe(`false: validity failed ${code}`)
  })
})

describe('standing', () => {
  test.each([
    ['lapsed', { state: 'lapsed' as const }, 'false: standing failed no_longer_controlled'],
    ['released', { state: 'released' as const }, 'false: standing failed no_longer_controlled'],
    ['suspended', { state: 'suspended' as const }, 'false: status failed suspended'],
    ['failing', { state: 'failing' as const, failingSince: start }, 'null: standing unknown domain_at_risk'],
  ])('a domain that is %s meanwhile', async (_, change, expected) => {
    await home.db.write([home.db.orm.delete(accountProofs), home.db.orm.delete(claims)])
    await issueBadge(home.deps, 'br_acme')
    badge = (await readBadge(home.deps, 'acme.com')) ?? ''
    await home.db.write([home.db.orm.update(domains).set(change)])
    expect(await told(badge)).toBe(expected)
  })

  test.each([
    ['withdrawn', { state: 'withdrawn' as const }, 'false: standing failed account_no_longer_verified'],
    ['suspended', { state: 'suspended' as const }, 'false: standing failed account_suspended'],
    ['of another id now', { platformId: '666' }, 'false: standing failed account_no_longer_verified'],
    ['a mere fan’s', { relation: 'fan' as const }, 'false: standing failed account_superseded'],
    ['at risk', { accountState: 'failing' as const }, 'null: standing unknown account_at_risk'],
  ])('an account that is %s meanwhile', async (_, change, expected) => {
    await home.db.write([home.db.orm.update(claims).set(change)])
    expect(await told(badge)).toBe(expected)
  })

  test('an earlier name fails; a review of the same name does not hurt, its end does', async () => {
    await home.db.write([home.db.orm.update(brands).set({ nameState: 'reviewed' })])
    expect(await told(badge)).toBe('true: standing passed stands')
    const reviewed = await signed(subjectWith({ nameState: 'reviewed' }))
    await home.db.write([home.db.orm.update(brands).set({ nameState: 'self_given' })])
    expect(await told(reviewed)).toBe('false: standing failed name_superseded')
    await home.db.write([home.db.orm.update(brands).set({ name: 'Acme Two' })])
    expect(await told(badge)).toBe('false: standing failed name_superseded')
  })

  test('whose domain passed to another brand has no standing from the newcomer', async () => {
    await home.db.write([
      home.db.orm.update(brands).set({ slug: null }),
      home.db.orm.update(domains).set({ state: 'lapsed' }),
    ])
    await addBrand(home, { brand: { id: 'br_new' }, domain: { id: 'dom_new' } })
    expect(await told(badge)).toBe('false: standing failed brand_unknown')
  })
})

describe('origin', () => {
  test.each(['https://acme.com', 'https://www.acme.com', 'https://acme.com/', 'https://ACME.com:443'])(
    '%s is the brand’s',
    async (origin) => {
      expect(await told(badge, origin)).toBe('true: origin passed this_site')
    },
  )

  test.each([
    'http://acme.com',
    'https://acme.com:8443',
    'https://shop.acme.com',
    'https://acme.com.evil.example',
    'https://evilacme.com',
    'https://squatter.example',
  ])('%s is another site', async (origin) => {
    expect(await told(badge, origin)).toBe('false: origin failed not_for_this_site')
  })

  test.each(['acme.com', 'null', '', 'https://acme.com/page', 'https://user@acme.com', 'data:,x'])(
    '"%s" is no origin',
    async (origin) => {
      expect(await told(badge, origin)).toBe('false: origin failed origin_not_understood')
    },
  )

  test('a squatter’s site fails although the standing is not known', async () => {
    await home.db.write([home.db.orm.update(claims).set({ accountState: 'failing' })])
    expect(await told(badge, 'https://squatter.example')).toBe('false: origin failed not_for_this_site')
    expect(await told(badge, 'https://acme.com')).toBe('null: origin passed this_site')
  })
})

test('a signature by node:crypto over the same key is as good as ours', async () => {
  const text = await generateSigningKeys()
  const signer = await createSigner(text)
  const key = createPrivateKey({ key: JSON.parse(text).keys[0], format: 'jwk' })
  const input = `${encodePart({ alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid: `${did}#${signer.kid}` })}.${parts().payload}`
  const raw = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })
  const result = await verifyBadge({ ...home.deps, signer }, { badge: `${input}.${base64url.encode(raw)}` })
  expect(result.valid).toBe(true)
})
