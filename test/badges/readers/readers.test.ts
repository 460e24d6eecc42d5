import { decodeJwt, type JWTPayload } from 'jose'
import jsonld from 'jsonld'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contextDocument, contextUrl } from '#badges/context.ts'
import { didDocument } from '#badges/keys/did.ts'
import { verifyOffline } from '#badges/verify/verify-offline.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import { readBadge } from '#badges/read-badge.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { statusList } from '#badges/status/status-list.ts'
import { day, second } from '#base/clock.ts'
import { badges, brands } from '#db/schema.ts'
import { addAccount, addBrand, openHome, publicUrl, start, type Home } from '#test/badges/fixture.ts'
import { purposesSet } from './bitstring.ts'
import type { DidDocument } from './did-document.ts'
import * as didJwt from './did-jwt.ts'
import * as jose from './jose.ts'
import { expand, loaderOf } from './json-ld.ts'
import * as webCrypto from './web-crypto.ts'

/** Our own, as a reader that needs no registry: it never says "valid". */
async function verifyOurs(didDocument: DidDocument, jwt: string, now: Date) {
  const { valid, steps, credential } = await verifyOffline(didDocument, jwt, now.getTime())
  if (valid === false) throw new Error(steps.at(-1)?.code)
  return credential
}

/** Of the body, how many characters one flip stands for: did-jwt takes 50 ms for each, in which it hashes them all. */
const readers = [
  ['jose', jose.verify, 1],
  ['WebCrypto', webCrypto.verify, 1],
  ['did-jwt', didJwt.verify, 8],
  ['our own reader', verifyOurs, 1],
] as const

let home: Home
let badge = ''
let did: DidDocument
beforeEach(async () => {
  home = await openHome()
  await addBrand(home)
  await addAccount(home)
  await issueBadge(home.deps, 'br_acme')
  badge = (await readBadge(home.deps, 'acme.com')) ?? ''
  // As it comes over the wire.
  did = JSON.parse(JSON.stringify(didDocument(await home.deps.signer.current(), publicUrl)))
})
afterEach(() => home.close())

const list = async (n: number) => (await statusList(home.deps, n)) ?? ''
async function pictureBadge(): Promise<string> {
  const [row] = await home.db.orm.select({ jwt: badges.pictureJwt }).from(badges)
  return row?.jwt ?? ''
}

const now = new Date(start)
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

describe.each(readers)('%s, from did.json alone', (_, verify, step) => {
  test('reads a badge and the one of its picture', async () => {
    for (const jwt of [badge, await pictureBadge()]) {
      expect(await verify(did, jwt, now)).toEqual(decodeJwt(jwt))
    }
  })

  test('refuses every flipped character', async () => {
    const taken: number[] = []
    const [bodyStart, bodyEnd] = [badge.indexOf('.') + 1, badge.lastIndexOf('.')]
    for (let at = badge.length - 1; at >= 0; at -= at > bodyStart && at < bodyEnd ? step : 1) {
      // What is no letter of base64url, and the letter that differs in the last bit that counts.
      const letter = badge.charAt(at)
      const flipped = letter === '.' ? 'A' : alphabet[alphabet.indexOf(letter) ^ 32]
      const changed = `${badge.slice(0, at)}${flipped}${badge.slice(at + 1)}`
      const refused = await verify(did, changed, now).then(
        () => false,
        () => true,
      )
      if (!refused) taken.push(at)
    }
    expect(taken).toEqual([])
    expect(badge.length).toBeGreaterThan(2_000)
  })

  test('refuses it after its end, under a stranger’s key, and from a stranger', async () => {
    const { exp = 0 } = decodeJwt(badge)
    await expect(verify(did, badge, new Date((exp - 1) * second))).resolves.toBeDefined()
    await expect(verify(did, badge, new Date(start + 11 * day))).rejects.toThrow()
    const stranger = await createSigner(await generateSigningKeys())
    const theirs: DidDocument = JSON.parse(JSON.stringify(didDocument(await stranger.current(), publicUrl)))
    await expect(verify(theirs, badge, now)).rejects.toThrow()
    await expect(verify({ ...did, id: 'did:web:other.example' }, badge, now)).rejects.toThrow()
  })
})

test.each(readers.slice(0, 3))(
  '%s reads the status lists, which are signed as badges are',
  async (_, verify) => {
    for (const n of [1, 2]) expect(await verify(did, await list(n), now)).toEqual(decodeJwt(await list(n)))
  },
)

describe('Digital Bazaar’s reader of status lists', () => {
  const listAt = async (url: string): Promise<JWTPayload> =>
    await jose.verify(did, await list(Number(url.split('/').at(-1))), now)

  test('finds neither bit of a standing badge, and the right one after each decision', async () => {
    const set = async () => await purposesSet(await jose.verify(did, badge, now), listAt)
    expect(await set()).toEqual([])
    await home.db.orm.update(brands).set({ frozenAt: start })
    expect(await set()).toEqual(['suspension'])
    await home.db.orm.update(brands).set({ frozenAt: null, name: 'Acme Two' })
    await issueBadge(home.deps, 'br_acme')
    expect(await set()).toEqual(['revocation'])
  })
})

/** To JSON-LD a list of one is the same as the one alone. */
function alike(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? alike(value[0]) : value.map(alike)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([term, said]) => [term, alike(said)]))
}

describe('jsonld in safe mode', () => {
  const documentLoader = loaderOf({
    url: contextUrl(publicUrl),
    document: JSON.parse(JSON.stringify(contextDocument(publicUrl))),
  })

  test.each([
    ['the badge', async () => badge],
    ['the badge of a picture', pictureBadge],
    ['the list of revocations', async () => await list(1)],
    ['the list of suspensions', async () => await list(2)],
  ])('expands %s and drops no term: what is compacted again is the whole of it', async (_, jwt) => {
    const [, body = ''] = (await jwt()).split('.')
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString())
    const again = await jsonld.compact([...(await expand(payload, documentLoader))], payload, {
      documentLoader,
    })
    expect(alike(again)).toEqual(alike(payload))
  })

  test('refuses a term that no context has', async () => {
    await expect(expand({ ...decodeJwt(badge), surplus: 1 }, documentLoader)).rejects.toThrow('Safe mode')
  })
})
