import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { credentialOf } from '#badges/credential.ts'
import { didDocument } from '#badges/keys/did.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { verifyBadge } from '#badges/verify/verify-badge.ts'
import { budget } from '#base/lifetimes.ts'
import type { Signer } from '#base/signer.ts'
import { drawLooks } from '#jobs/budget.ts'
import { acme, lastStepOf, openHome, start, type Home } from '#test/badges/fixture.ts'

const otherUrl = 'https://other.example'
const otherDid = 'did:web:other.example'
const document = `${otherUrl}/.well-known/did.json`

let home: Home
let other: Signer
let badge = ''
beforeEach(async () => {
  home = await openHome()
  other = await createSigner(await generateSigningKeys())
  badge = await badgeOf()
})
afterEach(() => home.close())

async function badgeOf(kid = `${otherDid}#${other.kid}`, url = otherUrl): Promise<string> {
  const credential = credentialOf(acme, url, start)
  if (credential === null) throw new Error('There is nothing to state')
  return await other.sign({ alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid }, credential)
}

function publish(change: (body: ReturnType<typeof didDocument>) => unknown = (body) => body): void {
  home.world.web.page(document, JSON.stringify(change(didDocument(other, otherUrl))))
}

async function told(text = badge): Promise<string> {
  return lastStepOf(await verifyBadge(home.deps, { badge: text }))
}

describe('a badge of another registry', () => {
  test('is read with the key of its own did.json; how it stands there we do not know', async () => {
    publish()
    const { valid, steps, credential } = await verifyBadge(home.deps, { badge, origin: 'https://acme.com' })
    expect(valid).toBeNull()
    expect(steps.map(({ step, outcome, code }) => `${step} ${outcome} ${code}`)).toEqual([
      'format passed well_formed',
      'header passed header_as_expected',
      'issuer passed key_resolved',
      'signature passed signature_matches',
      'claims passed claims_agree',
      'validity passed current',
      'status unknown status_not_stated',
      'standing unknown standing_not_known_here',
      'origin passed this_site',
    ])
    expect(credential).toMatchObject({ issuer: otherDid })
    expect(home.world.asked).toEqual([`primary.test GET ${document}`])
  })

  test.each(['timeout', 'no_address', 'tls_failure', 'address_not_public', 'servfail'] as const)(
    'is not known, and not invalid, when its host fails with %s',
    async (reason) => {
      home.world.web.fail('other.example', reason)
      expect(await told()).toBe('null: issuer unknown issuer_unreachable')
    },
  )

  test.each([401, 403, 429, 500, 503])('is not known when its host answers %i', async (status) => {
    home.world.web.status(document, status)
    expect(await told()).toBe('null: issuer unknown issuer_unreachable')
  })

  test.each([404, 410])('is refused when its host answers %i', async (status) => {
    home.world.web.status(document, status)
    expect(await told()).toBe('false: issuer failed did_document_missing')
  })

  test('is not known when its host sends us elsewhere', async () => {
    home.world.web.redirect(document, 'https://www.other.example/did.json')
    home.world.web.page('https://www.other.example/did.json', JSON.stringify(didDocument(other, otherUrl)))
    expect(await told()).toBe('null: issuer unknown issuer_redirects')
  })

  test.each([
    ['is no JSON', '<html>', 'did_document_malformed'],
    ['is a list', '[]', 'did_document_malformed'],
    ['is too long', `{"id":"${otherDid}","x":"${'x'.repeat(70_000)}"}`, 'did_document_malformed'],
    ['has no keys', `{"id":"${otherDid}"}`, 'key_unknown'],
  ])('is refused when its document %s', async (_, body, code) => {
    home.world.web.page(document, body)
    expect(await told()).toBe(`false: issuer failed ${code}`)
  })

  const methodsWith = (change: Record<string, unknown>) => (body: ReturnType<typeof didDocument>) => ({
    ...body,
    verificationMethod: body.verificationMethod.map((method) => ({ ...method, ...change })),
  })

  test.each<[string, Parameters<typeof publish>[0], string]>([
    ['is another’s', (body) => ({ ...body, id: 'did:web:third.example' }), 'did_document_of_another'],
    [
      'keeps the key for logging in',
      (body) => ({ ...body, assertionMethod: [], authentication: body.assertionMethod }),
      'key_not_for_assertions',
    ],
    ['lends another’s key', methodsWith({ controller: 'did:web:third.example' }), 'key_of_another'],
    ['has revoked the key', methodsWith({ revoked: '2025-12-31T00:00:00Z' }), 'key_revoked'],
    ['has let the key expire', methodsWith({ expires: '2026-01-01T12:00:00Z' }), 'key_revoked'],
    ['shows an RSA key', methodsWith({ publicKeyJwk: { kty: 'RSA', n: 'x', e: 'AQAB' } }), 'key_malformed'],
    [
      'shows a private key',
      methodsWith({ publicKeyJwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'd' } }),
      'key_malformed',
    ],
    ['knows the key by another type', methodsWith({ type: 'Ed25519VerificationKey2020' }), 'key_unknown'],
  ])('is refused when its document %s', async (_, change, code) => {
    publish(change)
    expect(await told()).toBe(`false: issuer failed ${code}`)
  })

  test('is refused when its key is no point of the curve', async () => {
    const nowhere = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) }
    publish(methodsWith({ publicKeyJwk: nowhere }))
    expect(await told()).toBe('false: signature failed key_malformed')
  })

  test('is read when its document names keys relatively or inside the relationship', async () => {
    publish((body) => ({
      ...body,
      verificationMethod: [],
      assertionMethod: body.verificationMethod.map((method) => ({
        ...method,
        id: method.id.slice(otherDid.length),
      })),
    }))
    expect(await told()).toBe('null: standing unknown standing_not_known_here')
  })

  test('cannot speak in our name: its key, its document, our credential', async () => {
    publish()
    const ours = await badgeOf(undefined, 'https://registry.example')
    expect(await told(ours)).toBe('false: claims failed issuer_mismatch')
  })

  test.each([
    'did:key:zDnae#key',
    'did:web:other.example:tenants:acme#key',
    'did:web:other.example%2Fevil#key',
    'did:web:evil@other.example#key',
    'did:web:localhost#key',
    'did:web:#key',
  ])('of %s is not understood', async (kid) => {
    expect(await told(await badgeOf(kid))).toBe('false: issuer failed issuer_not_did_web')
    expect(home.world.asked).toEqual([])
  })

  test('draws on the budget that its host has with everybody', async () => {
    await drawLooks(home.deps, 'other.example', 'verify', budget.looks.verify)
    expect(await told()).toBe('null: issuer unknown issuer_busy')
    expect(home.world.asked).toEqual([])
  })
})
