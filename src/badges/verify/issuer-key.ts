import type { Deps } from '#base/deps.ts'
import { issuerOf } from '#badges/keys/did.ts'
import { findKey, publicKey, type PublicKey } from './did-keys.ts'
import { fetchSaid } from './fetch-said.ts'
import type { KeyName } from './jws.ts'
import { failed, passed, type Rung } from './ladder.ts'

const document = { bytesMax: 64 * 1_024, accept: 'application/json' }
const codes = { about: 'issuer', missing: 'did_document_missing', tooLarge: 'did_document_malformed' }

type Seams = Pick<Deps, 'db' | 'clock' | 'signer' | 'site' | 'net'>

/** Finds a key of one issuer by its name. */
export type KeyFinder = (name: KeyName) => Rung<PublicKey>

/** The issuer's public keys: our own from the signer, another's from its did.json, which is fetched once. */
export async function issuerKeys(deps: Seams, { did }: KeyName): Promise<Rung<KeyFinder>> {
  if (did === issuerOf(deps.site.publicUrl)) return passed('own_keys', await ownKeys(deps))
  const host = hostOf(did)
  const url = host === null ? null : URL.parse(`https://${host}/.well-known/did.json`)
  if (url === null) return failed('issuer_not_did_web')
  const said = await fetchSaid(deps, url, document, codes)
  return said.outcome === 'passed' ? readDocument(said.value, did, deps.clock.now()) : said
}

async function ownKeys({ signer }: Pick<Deps, 'signer'>): Promise<KeyFinder> {
  const { publicKeys, revokedKids } = await signer.current()
  return ({ fragment }) => {
    if (revokedKids.includes(fragment)) return failed('key_revoked')
    const jwk = publicKey.safeParse(publicKeys.find(({ kid }) => kid === fragment))
    return jwk.success ? passed('own_key', jwk.data) : failed('key_unknown')
  }
}

/** did:web of a whole host; one with a path speaks for a tenant, whom nobody asked. */
function hostOf(did: string): string | null {
  const [, host, port] = /^did:web:((?:[a-z\d-]+\.)+[a-z\d-]+)(?:%3A(\d{1,5}))?$/i.exec(did) ?? []
  if (host === undefined) return null
  return port === undefined ? host : `${host}:${port}`
}

function readDocument(body: string, did: string, now: number): Rung<KeyFinder> {
  let document: unknown
  try {
    document = JSON.parse(body)
  } catch {
    return failed('did_document_malformed')
  }
  return passed('issuer_resolved', ({ did: named, kid }) =>
    findKey(document, named === did ? did : '', kid, now),
  )
}
