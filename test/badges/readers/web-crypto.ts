import type { DidDocument } from './did-document.ts'

const bytes = (text = '') =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  )
const json = (text?: string) => JSON.parse(new TextDecoder().decode(bytes(text)))

export async function verify(didDocument: DidDocument, badge: string, now = new Date()) {
  const [header, body, signature] = badge.split('.')
  const { alg, kid } = json(header)
  const method = didDocument.verificationMethod.find(({ id }) => id === kid)
  if (alg !== 'ES256' || method === undefined) throw new Error('No key of this issuer')
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('jwk', method.publicKeyJwk, curve, false, ['verify'])
  const signed = new TextEncoder().encode(`${header}.${body}`)
  const ecdsa = { name: 'ECDSA', hash: 'SHA-256' }
  if (!(await crypto.subtle.verify(ecdsa, key, bytes(signature), signed))) throw new Error('Forged')
  const payload = json(body)
  if (payload.iss !== didDocument.id) throw new Error('Somebody else issued this')
  if (payload.exp * 1000 <= now.getTime()) throw new Error('Expired')
  return payload
}
