import { schnorr } from '@noble/curves/secp256k1.js'
import { bech32, hex } from '@scure/base'
import { z } from 'zod'
import { findPlatform } from '#accounts/find-platform.ts'
import { plainHttps } from '#proofs/fediverse/object.ts'
import { askJson } from '#proofs/ask.ts'
import { unexpected } from '#proofs/platform-silent.ts'
import type { PostReading } from '#proofs/profile.ts'
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

/**
 * A domain's `nostr.json` (NIP-05) is the domain's word about a key. The key's own word is what it signs, so a signed
 * note proves the account, on whatever address its owner shows it.
 */
export const nostr: Reader = {
  host: () => 'nostr.invalid',
  post: (sight, pasted) => {
    const url = plainHttps(pasted)
    if (url === null || findPlatform(url.hostname) !== null) return null
    url.hash = ''
    return readEvent(sight, url)
  },
  help: { post: 'Put the signed JSON (NIP-01) of a note of yours on any https address, and in its content' },
}
