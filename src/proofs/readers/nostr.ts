import { schnorr } from '@noble/curves/secp256k1.js'
import { bech32, hex } from '@scure/base'
import { z } from 'zod'
import { findPlatform } from '#accounts/find-platform.ts'
import { plainHttps } from '#proofs/fediverse/object.ts'
import { askJson } from '#proofs/ask.ts'
import { unexpected } from '#proofs/platform-silent.ts'
import type { PostReading, Profile } from '#proofs/profile.ts'
import type { Read, Reader, Sight } from '#proofs/reader.ts'

const digits = (count: number) => z.string().regex(new RegExp(`^[\\da-f]{${count}}$`))

// NIP-01.
const eventShape = z.object({
  id: digits(64),
  pubkey: digits(64),
  created_at: z.number().int(),
  kind: z.number().int(),
  tags: z.array(z.array(z.string())),
  content: z.string(),
  sig: digits(128),
})

/** The author is whose key signed it, wherever it is found; the time in it is only his own word. */
async function readEvent({ get }: Sight, url: URL): Promise<Read<PostReading>> {
  const answer = await askJson(get, { url: url.href }, eventShape)
  if (answer.kind === 'missing') return answer
  const { id, pubkey, created_at: created, kind, tags, content, sig } = answer.value
  const signed = JSON.stringify([0, pubkey, created, kind, tags, content])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signed))
  // BIP 340, as NIP-01 has it.
  if (hex.encode(new Uint8Array(digest)) !== id || !schnorr.verify(sig, id, pubkey)) {
    throw unexpected(url.hostname, 'the event is not signed by its author')
  }
  const author = { handle: bech32.encodeFromBytes('npub', hex.decode(pubkey)), platformId: pubkey }
  return { kind: 'read', value: { url: url.href, author, text: content, at: null } }
}

const namesShape = z.object({ names: z.record(z.string(), digits(64)) })

/**
 * A name at a domain (NIP-05) is what the domain says it is. With another key it is another account, but any domain may
 * give anybody's key: its id is name and key together, so that it neither takes a key from its owner nor vouches for it.
 * A bare key shows its profile on relays alone, which are not asked.
 */
async function readName({ get }: Sight, handle: string): Promise<Read<Profile>> {
  const [name = '', domain] = handle.split('@')
  if (domain === undefined) throw unexpected('A relay', 'the profile of a key is not asked for')
  const url = `https://${domain}/.well-known/nostr.json?name=${encodeURIComponent(name)}`
  const answer = await askJson(get, { url }, namesShape)
  if (answer.kind === 'missing') return answer
  const key = Object.hasOwn(answer.value.names, name) ? answer.value.names[name] : undefined
  if (key === undefined) return { kind: 'missing' }
  return { kind: 'read', value: { handle, platformId: `${handle}:${key}`, websites: [], bio: null } }
}

/**
 * A domain's `nostr.json` (NIP-05) is the domain's word about a key, so it proves the domain's own name, `_@acme.com`,
 * and no key. A key's own word is what it signs: a signed note proves it, on whatever address its owner shows it.
 */
export const nostr: Reader = {
  host: (handle) => handle.split('@')[1] ?? 'nostr.invalid',
  profile: readName,
  post: (sight, pasted) => {
    const url = plainHttps(pasted)
    if (url === null || findPlatform(url.hostname) !== null) return null
    url.hash = ''
    return readEvent(sight, url)
  },
  help: { post: 'Put the signed JSON (NIP-01) of a note of yours on any https address, and in its content' },
}
