import { createLocalJWKSet, jwtVerify } from 'jose'
import type { DidDocument } from './did-document.ts'

export async function verify(didDocument: DidDocument, badge: string, now = new Date()) {
  const keys = didDocument.verificationMethod.map(({ id, publicKeyJwk }) => ({ ...publicKeyJwk, kid: id }))
  const { payload } = await jwtVerify(badge, createLocalJWKSet({ keys }), {
    algorithms: ['ES256'],
    typ: 'vc+jwt',
    issuer: didDocument.id,
    requiredClaims: ['exp'],
    currentDate: now,
  })
  return payload
}
