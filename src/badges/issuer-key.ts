import type { Deps } from '#base/deps.ts'
import { registrable } from '#base/registrable.ts'
import { drawLooks } from '#jobs/budget.ts'
import { Unreachable, type Page } from '#net/net.ts'
import { issuerOf } from './did.ts'
import { findKey, publicKey, type PublicKey } from './did-keys.ts'
import type { KeyName } from './jws.ts'
import { failed, passed, unknown, type Rung } from './ladder.ts'

const documentBytesMax = 64 * 1_024

type Seams = Pick<Deps, 'db' | 'clock' | 'signer' | 'site' | 'net'>

/** The issuer's public key: our own from the signer, another's from its did.json. */
export async function issuerKey(deps: Seams, name: KeyName): Promise<Rung<PublicKey>> {
  if (name.did === issuerOf(deps.site.publicUrl)) return await ownKey(deps, name)
  const host = hostOf(name.did)
  return host === null ? failed('issuer_not_did_web') : await resolve(deps, name, host)
}

async function ownKey({ signer }: Pick<Deps, 'signer'>, { fragment }: KeyName): Promise<Rung<PublicKey>> {
  const { publicKeys, revokedKids } = await signer.current()
  if (revokedKids.includes(fragment)) return failed('key_revoked')
  const jwk = publicKey.safeParse(publicKeys.find(({ kid }) => kid === fragment))
  return jwk.success ? passed('own_key', jwk.data) : failed('key_unknown')
}

/** did:web of a whole host; one with a path speaks for a tenant, whom nobody asked. */
function hostOf(did: string): string | null {
  const [, host, port] = /^did:web:((?:[a-z\d-]+\.)+[a-z\d-]+)(?:%3A(\d{1,5}))?$/i.exec(did) ?? []
  if (host === undefined) return null
  return port === undefined ? host : `${host}:${port}`
}

async function resolve(deps: Seams, { did, kid }: KeyName, host: string): Promise<Rung<PublicKey>> {
  const url = URL.parse(`https://${host}/.well-known/did.json`)
  const [primary] = deps.net.perspectives
  if (url === null || primary === undefined) return failed('issuer_not_did_web')
  const target = registrable(url.hostname)
  // Anybody may ask, about any host: without the budget this would be an engine against that host.
  if ((await drawLooks(deps, target, 'verify', 1)) > 0) return unknown('issuer_busy')
  let page: Page
  try {
    page = await primary.get(url.href, { bytesMax: documentBytesMax, target, accept: 'application/json' })
  } catch (error) {
    if (error instanceof Unreachable) return unknown('issuer_unreachable')
    throw error
  }
  // did:web trusts the host's TLS; a hop elsewhere, or without TLS, is somebody else's word.
  if (page.redirects.length > 0) return unknown('issuer_redirects')
  if (page.status === 404 || page.status === 410) return failed('did_document_missing')
  if (page.status !== 200) return unknown('issuer_unreachable')
  return page.truncated
    ? failed('did_document_malformed')
    : readDocument(page.body, did, kid, deps.clock.now())
}

function readDocument(body: string, did: string, kid: string, now: number): Rung<PublicKey> {
  let document: unknown
  try {
    document = JSON.parse(body)
  } catch {
    return failed('did_document_malformed')
  }
  return findKey(document, did, kid, now)
}
