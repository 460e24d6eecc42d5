import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { credentialOf } from '#badges/credential.ts'
import { didDocument } from '#badges/keys/did.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { listSize, statusEntriesOf } from '#badges/status/status-place.ts'
import { verifyBadge } from '#badges/verify/verify-badge.ts'
import { budget } from '#base/lifetimes.ts'
import { day, hour, rfc3339, second } from '#base/clock.ts'
import type { Signer } from '#base/signer.ts'
import { statusEntries } from '#db/schema.ts'
import { drawLooks } from '#jobs/budget.ts'
import { acme, did as ownDid, openHome, publicUrl, start, type Home } from '#test/badges/fixture.ts'

const url = 'https://other.example'
const did = 'did:web:other.example'
const revocations = `${url}/status/1`
const suspensions = `${url}/status/2`
const place = { list: 1, index: 4_242 }

let home: Home
let other: Signer
beforeEach(async () => {
  home = await openHome()
  other = await createSigner(await generateSigningKeys())
  home.world.web.page(`${url}/.well-known/did.json`, JSON.stringify(didDocument(other, url)))
})
afterEach(() => home.close())

type Change = Readonly<Record<string, unknown>>

const header = (kid = `${did}#${other.kid}`) => ({ alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid })

function packed(indexes: readonly number[] = [], size = listSize): string {
  const bytes = new Uint8Array(size / 8)
  for (const index of indexes) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (128 >> (index & 7))
  return `u${gzipSync(bytes).toString('base64url')}`
}

/** The list at a URL as an honest issuer would sign it, but for the changes. */
async function listAt(at: string, change: Change = {}, subject: Change = {}, signer = other, kid?: string) {
  return await signer.sign(header(kid), {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: at,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: did,
    validFrom: rfc3339(start),
    validUntil: rfc3339(start + hour),
    ...change,
    credentialSubject: {
      type: 'BitstringStatusList',
      statusPurpose: at === revocations ? 'revocation' : 'suspension',
      encodedList: packed(),
      ttl: 30_000,
      ...subject,
    },
  })
}

type Told = { readonly entries?: readonly Change[]; readonly suspension?: string }

async function told(revocation?: string, { entries, suspension }: Told = {}): Promise<string> {
  home.world.web.page(revocations, revocation ?? (await listAt(revocations)))
  home.world.web.page(suspensions, suspension ?? (await listAt(suspensions)))
  return await toldBy(entries)
}

async function toldBy(entries: readonly Change[] = statusEntriesOf(url, place)): Promise<string> {
  const credential = credentialOf(acme, url, start)
  const badge = await other.sign(header(), { ...credential, credentialStatus: entries })
  const { valid, steps } = await verifyBadge(home.deps, { badge })
  const step = steps.find((each) => each.step === 'status') ?? steps.at(-1)
  return `${valid}: ${step?.step} ${step?.outcome} ${step?.code}`
}

describe('the status of a badge of another registry', () => {
  test('does not have us ask for list after list', async () => {
    const many = Array.from({ length: 50 }, (_, n) => statusEntriesOf(url, { list: n + 1, index: 1 })).flat()
    for (const { statusListCredential: at, statusPurpose } of many) {
      home.world.web.page(at, await listAt(at, {}, { statusPurpose }))
    }
    expect(await toldBy(many)).toBe('false: claims failed claims_malformed')
    expect(home.world.asked).toHaveLength(1)
  })

  test('is read from its lists, each fetched once from its own host', async () => {
    expect(await told()).toBe('null: status passed not_revoked')
    expect(home.world.asked).toEqual([
      `primary.test GET ${url}/.well-known/did.json`,
      `primary.test GET ${revocations}`,
      `primary.test GET ${suspensions}`,
    ])
  })

  test('is revoked when its bit is set, and not when its neighbours’ are', async () => {
    const { index } = place
    const set = async (...indexes: readonly number[]) =>
      await told(await listAt(revocations, {}, { encodedList: packed(indexes) }))
    expect(await set(index)).toBe('false: status failed revoked')
    expect(await set(index - 1, index + 1, 0, listSize - 1)).toBe('null: status passed not_revoked')
  })

  test('is suspended when its bit in the other list is set', async () => {
    const suspension = await listAt(suspensions, {}, { encodedList: packed([place.index]) })
    expect(await told(undefined, { suspension })).toBe('false: status failed suspended')
  })

  test('may stand in a list of both purposes', async () => {
    const both = await listAt(revocations, {}, { statusPurpose: ['revocation', 'suspension'] })
    expect(await told(both)).toBe('null: status passed not_revoked')
  })

  const unsigned = async () => (await listAt(revocations)).replace(/[^.]*$/, '')
  const none = async () => {
    const [, body] = (await listAt(revocations)).split('.')
    const head = Buffer.from(JSON.stringify({ ...header(), alg: 'none' })).toString('base64url')
    return `${head}.${body}.AAAA`
  }
  const altered = async () => {
    const [head, , signature] = (await listAt(revocations, {}, { encodedList: packed([place.index]) })).split(
      '.',
    )
    const [, clean] = (await listAt(revocations)).split('.')
    return `${head}.${clean}.${signature}`
  }
  const stranger = async () => await createSigner(await generateSigningKeys())
  const bomb = () => `u${gzipSync(new Uint8Array(8_000_000)).toString('base64url')}`

  test.each<[string, () => Promise<string>, string]>([
    ['without a signature', unsigned, 'status_list_unsigned'],
    ['signed with "none"', none, 'status_list_unsigned'],
    ['that is a page', async () => '<html>', 'status_list_unsigned'],
    ['whose bits were changed', altered, 'status_list_forged'],
    [
      'of an unknown key',
      async () => await listAt(revocations, {}, {}, other, `${did}#k`),
      'status_list_key_unknown',
    ],
    [
      'by a stranger in its name',
      async () => await listAt(revocations, {}, {}, await stranger()),
      'status_list_forged',
    ],
    [
      'of our own',
      async () => await listAt(revocations, {}, {}, home.deps.signer, `${ownDid}#${home.deps.signer.kid}`),
      'status_list_of_another',
    ],
    [
      'of another issuer',
      async () => await listAt(revocations, { issuer: ownDid }),
      'status_list_of_another',
    ],
    [
      'that is another list',
      async () => await listAt(revocations, { id: `${url}/status/3` }),
      'status_list_of_another',
    ],
    [
      'that is no list',
      async () => await listAt(revocations, { type: ['VerifiableCredential'] }),
      'status_list_malformed',
    ],
    [
      'that has ended',
      async () => await listAt(revocations, { validUntil: rfc3339(start) }),
      'status_list_expired',
    ],
    [
      'whose exp has passed',
      async () => await listAt(revocations, { exp: start / second }),
      'status_list_expired',
    ],
    [
      'without an end',
      async () => await listAt(revocations, { validUntil: undefined }),
      'status_list_malformed',
    ],
    [
      'of tomorrow',
      async () => await listAt(revocations, { validFrom: rfc3339(start + day) }),
      'status_list_not_yet_valid',
    ],
    [
      'of another purpose',
      async () => await listAt(revocations, {}, { statusPurpose: 'suspension' }),
      'status_purpose_mismatch',
    ],
    [
      'that is short',
      async () => await listAt(revocations, {}, { encodedList: packed([], listSize - 8) }),
      'status_list_too_short',
    ],
    [
      'that is no gzip',
      async () => await listAt(revocations, {}, { encodedList: 'uAAAA' }),
      'status_list_malformed',
    ],
    [
      'of another multibase',
      async () => await listAt(revocations, {}, { encodedList: packed().replace('u', 'z') }),
      'status_list_malformed',
    ],
    [
      'that is a bomb',
      async () => await listAt(revocations, {}, { encodedList: bomb() }),
      'status_list_too_large',
    ],
    ['that is too long', async () => 'A'.repeat(300_000), 'status_list_too_large'],
  ])('fails with a list %s', async (_, list, code) => {
    expect(await told(await list())).toBe(`false: status failed ${code}`)
  })

  test('fails with every list of which a character was flipped', async () => {
    const list = await listAt(revocations)
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (let at = 0; at < list.length; at += 17) {
      const flipped = alphabet[alphabet.indexOf(list.charAt(at)) ^ 1]
      if (list.charAt(at) === '.') continue
      const text = `${list.slice(0, at)}${flipped}${list.slice(at + 1)}`
      await home.db.client.execute('delete from budgets')
      expect(await told(text), `at ${at}`).toMatch(/^false: status failed status_list_/)
    }
  })

  const entriesWith = (change: Change) =>
    statusEntriesOf(url, place).map((entry) => ({ ...entry, ...change }))

  test.each([
    ['beyond the list', { statusListIndex: String(listSize) }, 'status_index_out_of_range'],
    ['negative', { statusListIndex: '-1' }, 'status_index_malformed'],
    ['with a zero in front', { statusListIndex: '042' }, 'status_index_malformed'],
    ['in hex', { statusListIndex: '0x10' }, 'status_index_malformed'],
    ['empty', { statusListIndex: '' }, 'status_index_malformed'],
    [
      'in a list elsewhere',
      { statusListCredential: 'https://evil.example/status/1' },
      'status_list_elsewhere',
    ],
  ])('fails with an index %s', async (_, change, code) => {
    expect(await told(undefined, { entries: entriesWith(change) })).toBe(`false: status failed ${code}`)
  })

  test.each([[[]], [statusEntriesOf(url, place).slice(1)]])(
    'is not known when no list of revocations is named: %j',
    async (entries) => {
      expect(await told(undefined, { entries })).toBe('null: status unknown status_not_stated')
    },
  )

  test.each([401, 403, 429, 500, 503])('is not known when the list answers %i', async (status) => {
    home.world.web.status(revocations, status)
    home.world.web.page(suspensions, await listAt(suspensions))
    expect(await toldBy()).toBe('null: status unknown status_list_unreachable')
  })

  test.each([404, 410])('fails when the list answers %i', async (status) => {
    home.world.web.status(revocations, status)
    expect(await toldBy()).toBe('false: status failed status_list_missing')
  })

  test('is not known when the list is elsewhere by now', async () => {
    home.world.web.redirect(revocations, `${url}/lists/1`)
    home.world.web.page(`${url}/lists/1`, await listAt(revocations))
    home.world.web.page(suspensions, await listAt(suspensions))
    expect(await toldBy()).toBe('null: status unknown status_list_redirects')
  })

  test('draws on the budget that its host has with everybody', async () => {
    await drawLooks(home.deps, 'other.example', 'verify', budget.looks.verify - 1)
    expect(await told()).toBe('null: status unknown status_list_busy')
  })
})

describe('the status of our own badge', () => {
  const entriesOfOurs = (change: Change) =>
    statusEntriesOf(publicUrl, place).map((entry) => ({ ...entry, ...change }))

  test.each([
    ['a place that nobody has', {}, 'status_index_of_another'],
    ['the wrong list', { statusListCredential: `${publicUrl}/status/2` }, 'status_purpose_mismatch'],
    ['a list elsewhere', { statusListCredential: 'https://evil.example/status/1' }, 'status_list_elsewhere'],
    ['no list', { statusListCredential: `${publicUrl}/status/x` }, 'status_list_elsewhere'],
    ['no place of a list', { statusListIndex: '131072' }, 'status_index_out_of_range'],
  ])('fails with %s', async (_, change, code) => {
    expect(await lastStep(change)).toEqual({ step: 'status', outcome: 'failed', code })
    expect(home.world.asked).toEqual([])
  })

  test('fails with a place that is another brand’s, revoked or not', async () => {
    const code = 'status_index_of_another'
    await home.db.orm.insert(statusEntries).values({ ...place, brandId: 'br_other', expiresAt: start + day })
    expect(await lastStep()).toEqual({ step: 'status', outcome: 'failed', code })
    await home.db.orm.update(statusEntries).set({ revokedAt: start })
    expect(await lastStep()).toEqual({ step: 'status', outcome: 'failed', code })
  })

  async function lastStep(change: Change = {}) {
    const { signer } = home.deps
    const credential = credentialOf(acme, publicUrl, start)
    const badge = await signer.sign(header(`${ownDid}#${signer.kid}`), {
      ...credential,
      credentialStatus: entriesOfOurs(change),
    })
    return (await verifyBadge(home.deps, { badge })).steps.at(-1)
  }
})
