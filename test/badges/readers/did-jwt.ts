import { verifyJWT } from 'did-jwt'
import { Resolver } from 'did-resolver'
import type { DidDocument } from './did-document.ts'

export async function verify(didDocument: DidDocument, badge: string, now = new Date()) {
  const resolved = { didDocument, didDocumentMetadata: {}, didResolutionMetadata: {} }
  const resolver = new Resolver({ web: async () => resolved })
  const policies = { now: Math.floor(now.getTime() / 1000) }
  const { payload } = await verifyJWT(badge, { resolver, proofPurpose: 'assertionMethod', policies })
  if (payload.iss !== didDocument.id) throw new Error('Somebody else issued this')
  return payload
}
