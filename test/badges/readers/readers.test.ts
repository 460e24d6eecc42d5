import { decodeJwt, type JWTPayload } from 'jose'
import jsonld from 'jsonld'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contextDocument, contextUrl } from '#badges/context.ts'
import { didDocument } from '#badges/did.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import { readBadge } from '#badges/read-badge.ts'
import { createSigner, generateSigningKeys } from '#badges/signer.ts'
import { statusList } from '#badges/status-list.ts'
import { day, second } from '#base/clock.ts'
import { brands } from '#db/schema.ts'
import { addAccount, addBrand, openHome, publicUrl, start, type Home } from '#test/badges/fixture.ts'
import { purposesSet } from './bitstring.ts'
import type { DidDocument } from './did-document.ts'
import * as didJwt from './did-jwt.ts'
import * as jose from './jose.ts'
import { expand, loaderOf } from './json-ld.ts'
import * as webCrypto from './web-crypto.ts'

const readers = { jose, 'did-jwt': didJwt, 'web-crypto': webCrypto }

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
const now = new Date(start)
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

describe.each(Object.entries(readers))('%s, from did.json alone', (_, { verify }) => {
  test('reads a badge and a status list', async () => {
    expect(await verify(did, badge, now)).toEqual(decodeJwt(badge))
    for (const n of [1, 2]) expect(await verify(did, await list(n), now)).toEqual(decodeJwt(await list(n)))
  })

  test('refuses every flipped character', async () => {
    const taken: number[] = []
    for (let at = 0; at < badge.length; at += 1) {
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

describe('jsonld in safe mode', () => {
  const documentLoader = loaderOf({
    url: contextUrl(publicUrl),
    document: JSON.parse(JSON.stringify(contextDocument(publicUrl))),
  })

  test.each([
    ['the badge', async () => badge],
    ['the list of revocations', async () => await list(1)],
    ['the list of suspensions', async () => await list(2)],
  ])('expands %s and drops no term: what is compacted again is the whole of it', async (_, jwt) => {
    const [, body = ''] = (await jwt()).split('.')
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString())
    const again = await jsonld.compact([...(await expand(payload, documentLoader))], payload, {
      documentLoader,
    })
    // A context alone is the same as a list of one.
    expect({ ...again, '@context': payload['@context'] }).toEqual(payload)
  })

  test('refuses a term that no context has', async () => {
    await expect(expand({ ...decodeJwt(badge), surplus: 1 }, documentLoader)).rejects.toThrow('Safe mode')
  })
})
