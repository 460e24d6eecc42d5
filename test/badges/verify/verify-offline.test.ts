import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { credentialOf } from '#badges/credential.ts'
import { didDocument, issuerOf } from '#badges/keys/did.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import { readBadge } from '#badges/read-badge.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { verifyOffline } from '#badges/verify/verify-offline.ts'
import { day } from '#base/clock.ts'
import { acme, addBrand, lastStepOf, openHome, publicUrl, start, type Home } from '#test/badges/fixture.ts'

let home: Home
let badge = ''
beforeEach(async () => {
  home = await openHome()
  await addBrand(home)
  await issueBadge(home.deps, 'br_acme')
  badge = (await readBadge(home.deps, 'acme.com')) ?? ''
})
afterEach(() => home.close())

const saved = (change: Record<string, unknown> = {}) => ({
  ...didDocument(home.deps.signer, publicUrl),
  ...change,
})

async function told(document: unknown, jwt = badge, now = start, origin?: string): Promise<string> {
  return lastStepOf(await verifyOffline(document, jwt, now, origin))
}

test('a good badge is never valid: its signature is, and its status was not asked', async () => {
  const { valid, steps, credential } = await verifyOffline(saved(), badge, start, 'https://acme.com')
  expect(valid).toBeNull()
  expect(steps.map(({ step, outcome, code }) => `${step} ${outcome} ${code}`)).toEqual([
    'format passed well_formed',
    'header passed header_as_expected',
    'issuer passed key_resolved',
    'signature passed signature_matches',
    'claims passed claims_agree',
    'validity passed current',
    'status unknown status_not_asked',
    'origin passed this_site',
  ])
  expect(credential).toMatchObject({ issuer: 'did:web:registry.example' })
  expect(home.world.asked).toEqual([])
})

describe('fails at its own step', () => {
  test.each<[string, () => Promise<string>, string]>([
    ['a text', () => told(saved(), 'eyJ'), 'format failed not_a_compact_jws'],
    ['an end', () => told(saved(), badge, start + 10 * day), 'validity failed expired'],
    [
      'a copy',
      () => told(saved(), badge, start, 'https://squatter.example'),
      'origin failed not_for_this_site',
    ],
    [
      'another registry’s keys',
      () => told(saved({ id: 'did:web:x.example' })),
      'issuer failed did_document_of_another',
    ],
    ['no keys', () => told({ id: 'did:web:registry.example' }), 'issuer failed key_unknown'],
    ['no document', () => told('did.json'), 'issuer failed did_document_malformed'],
    [
      'keys for logging in',
      () => told(saved({ assertionMethod: [] })),
      'issuer failed key_not_for_assertions',
    ],
    [
      'another key under the same name',
      async () => told(await impostor()),
      'signature failed signature_mismatch',
    ],
    [
      'a tenant’s DID',
      () => told(saved(), header('did:web:registry.example:acme#k')),
      'issuer failed issuer_not_did_web',
    ],
  ])('%s', async (_, run, expected) => {
    expect(await run()).toBe(`false: ${expected}`)
  })

  function header(kid: string): string {
    const head = Buffer.from(JSON.stringify({ alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid })).toString(
      'base64url',
    )
    return badge.replace(/^[^.]+/, head)
  }

  async function impostor() {
    const stranger = await createSigner(await generateSigningKeys())
    const [publicKeyJwk] = stranger.publicKeys
    const document = saved()
    const verificationMethod = document.verificationMethod.map((method) => ({ ...method, publicKeyJwk }))
    return { ...document, verificationMethod }
  }
})

test.each(['http://localhost:8787', 'http://127.0.0.1:9000', 'https://other.example'])(
  'a badge of %s is read with its own did.json',
  async (url) => {
    const { signer } = home.deps
    const kid = `${issuerOf(url)}#${signer.kid}`
    const jwt = await signer.sign(
      { alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid },
      { ...credentialOf(acme, url, start) },
    )
    expect(await told(didDocument(signer, url), jwt)).toBe('null: status unknown status_not_asked')
    expect(await told(saved(), jwt)).toBe('false: issuer failed did_document_of_another')
  },
)
