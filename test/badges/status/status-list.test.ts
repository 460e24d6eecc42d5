import { createPublicKey, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { issueBadge } from '#badges/issue-badge.ts'
import { readBadge } from '#badges/read-badge.ts'
import { statusList } from '#badges/status/status-list.ts'
import { drawPlaces, listSize } from '#badges/status/status-place.ts'
import { verifyBadge } from '#badges/verify/verify-badge.ts'
import type { Domain } from '#brands/domain.ts'
import { decide as settleDomain } from '#brands/settle-domain.ts'
import { day, hour, rfc3339, second } from '#base/clock.ts'
import { accountProofs, badges, brands, claims, domains, jobs, statusEntries } from '#db/schema.ts'
import { addAccount, addBrand, did, openHome, publicUrl, start, type Home } from '#test/badges/fixture.ts'

let home: Home
beforeEach(async () => {
  home = await openHome()
  await addBrand(home)
  await addAccount(home)
  await issueBadge(home.deps, 'br_acme')
})
afterEach(() => home.close())

type Entry = { id: string; statusPurpose: string; statusListIndex: string; statusListCredential: string }

const badge = async () => (await readBadge(home.deps, 'acme.com')) ?? ''
const entriesOf = (jwt: string) => decodeJwt<{ credentialStatus: Entry[] }>(jwt).credentialStatus

async function listOf(n: number) {
  const jwt = (await statusList(home.deps, n)) ?? ''
  const payload = decodeJwt<{ credentialSubject: { encodedList: string; ttl: number } }>(jwt)
  const bytes = gunzipSync(Buffer.from(payload.credentialSubject.encodedList.slice(1), 'base64url'))
  return { jwt, payload, bytes }
}

/** What the two lists say of a badge, read by node:zlib: `revocation suspension`. */
async function bitsOf(jwt: string): Promise<string> {
  const bits = await Promise.all(
    entriesOf(jwt).map(async ({ statusListCredential, statusListIndex }) => {
      const { bytes } = await listOf(Number(statusListCredential.split('/').at(-1)))
      const index = Number(statusListIndex)
      return ((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1
    }),
  )
  return bits.join(' ')
}

async function told(jwt: string): Promise<string> {
  const { valid, steps } = await verifyBadge(home.deps, { badge: jwt })
  return `${valid}: ${steps.at(-1)?.step} ${steps.at(-1)?.code}`
}

async function decide(change: Partial<typeof brands.$inferInsert>): Promise<void> {
  await home.db.orm.update(brands).set(change)
  await issueBadge(home.deps, 'br_acme')
}

async function settle(id: string, change: Partial<Domain>): Promise<void> {
  await settleDomain(home.deps, id, 'system', [], (before) => ({
    ...before,
    ...change,
    updatedAt: home.clock.now(),
  }))
}

/** Does what is due of issuing. */
async function runIssues(): Promise<void> {
  for (const { kind, subject, dueAt } of await home.db.orm.select().from(jobs)) {
    if (kind === 'issue-badge' && dueAt <= home.clock.now()) await issueBadge(home.deps, subject)
  }
}

describe('a badge of a suspended domain', () => {
  test('is taken back for good when another brand proves the name', async () => {
    const before = await badge()
    const acme = 'dom_br_acme_acme.com'
    await settle(acme, { state: 'suspended', stateReason: 'registration_changed' })
    await issueBadge(home.deps, 'br_acme')
    expect(await bitsOf(before)).toBe('0 1')
    const { createdAt } = (await home.db.orm.select().from(domains))[0] ?? { createdAt: start }
    await addBrand(home, {
      brand: { id: 'br_new', slug: null, name: 'New' },
      domain: { id: 'dom_new', state: 'pending', publicFrom: null, expiresAt: null, createdAt },
    })
    home.clock.advance(hour)
    const at = home.clock.now()
    await settle('dom_new', { state: 'proved', publicFrom: at, checkedAt: at, expiresAt: at + 10 * day })
    await runIssues()
    expect(await bitsOf(before)).toBe('1 0')
  })
})

describe('a badge', () => {
  test('names its place in a list of revocations and one of suspensions', async () => {
    const [revocation, suspension] = entriesOf(await badge())
    const index = revocation?.statusListIndex ?? ''
    expect(index).toMatch(/^\d+$/)
    expect(revocation).toEqual({
      id: `${publicUrl}/status/1#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: index,
      statusListCredential: `${publicUrl}/status/1`,
    })
    expect(suspension).toMatchObject({
      statusPurpose: 'suspension',
      statusListIndex: index,
      statusListCredential: `${publicUrl}/status/2`,
    })
  })

  test('is neither revoked nor suspended at first', async () => {
    expect(await bitsOf(await badge())).toBe('0 0')
  })

  test('that is replaced is revoked, and its successor has another place', async () => {
    const old = await badge()
    await decide({ name: 'Acme Two' })
    expect(await bitsOf(old)).toBe('1 0')
    expect(await bitsOf(await badge())).toBe('0 0')
    expect(await told(old)).toBe('false: status revoked')
    expect(await told(await badge())).toBe('true: standing stands')
  })

  test('that says the same as before stays, with its place', async () => {
    const old = await badge()
    await issueBadge(home.deps, 'br_acme')
    expect(await badge()).toBe(old)
    expect(await bitsOf(old)).toBe('0 0')
  })

  test('that is renewed takes nothing back of the one before, until what both say changes', async () => {
    const first = await badge()
    home.clock.advance(5 * day)
    const seen = { checkedAt: home.clock.now(), expiresAt: home.clock.now() + 10 * day }
    await home.db.orm.update(domains).set(seen)
    await home.db.orm.update(accountProofs).set(seen)
    await issueBadge(home.deps, 'br_acme')
    const second = await badge()
    expect(second).not.toBe(first)
    expect([await bitsOf(first), await bitsOf(second)]).toEqual(['0 0', '0 0'])
    expect(await told(first)).toBe('true: standing stands')
    await home.db.orm.update(claims).set({ accountState: 'ended' })
    await issueBadge(home.deps, 'br_acme')
    expect([await bitsOf(first), await bitsOf(second), await bitsOf(await badge())]).toEqual([
      '1 0',
      '1 0',
      '0 0',
    ])
  })

  test('of before statements were kept stays while it is the newest, and is revoked when it is replaced', async () => {
    const old = await badge()
    await home.db.orm.update(statusEntries).set({ statement: null })
    await issueBadge(home.deps, 'br_acme')
    expect(await bitsOf(old)).toBe('0 0')
    await decide({ name: 'Acme Two' })
    expect(await bitsOf(old)).toBe('1 0')
  })

  test('as pictures carry it has the same place, and verifies by itself', async () => {
    const [row] = await home.db.orm.select({ jwt: badges.pictureJwt }).from(badges)
    const small = row?.jwt ?? ''
    expect(entriesOf(small)).toEqual(entriesOf(await badge()))
    expect(await told(small)).toBe('true: standing stands')
    await home.db.orm.update(brands).set({ frozenAt: start })
    expect(await told(small)).toBe('false: status suspended')
  })

  test.each(['lapsed', 'released', 'revoked'] as const)(
    'of a domain that is %s is revoked for good',
    async (state) => {
      const old = await badge()
      await home.db.orm.update(domains).set({ state })
      await issueBadge(home.deps, 'br_acme')
      expect(await bitsOf(old)).toBe('1 0')
      await home.db.orm.update(domains).set({ state: 'proved' })
      await issueBadge(home.deps, 'br_acme')
      expect(await bitsOf(old)).toBe('1 0')
      expect(await bitsOf(await badge())).toBe('0 0')
    },
  )

  test('of a deleted brand is revoked', async () => {
    const old = await badge()
    await decide({ deletedAt: start, slug: null })
    expect(await bitsOf(old)).toBe('1 0')
  })

  test('of a frozen brand is suspended, not revoked, until the brand is thawed', async () => {
    const old = await badge()
    await home.db.orm.update(brands).set({ frozenAt: start })
    expect(await bitsOf(old)).toBe('0 1')
    expect(await told(old)).toBe('false: status suspended')
    await issueBadge(home.deps, 'br_acme')
    const during = await badge()
    expect(await bitsOf(old)).toBe('0 1')
    expect(await bitsOf(during)).toBe('0 1')
    await home.db.orm.update(brands).set({ frozenAt: null })
    expect(await bitsOf(during)).toBe('0 0')
    await issueBadge(home.deps, 'br_acme')
    expect(await bitsOf(during)).toBe('1 0')
    expect(await bitsOf(old)).toBe('0 0')
    expect(await told(await badge())).toBe('true: standing stands')
  })

  test('of before a freeze is revoked after it when an account was lost meanwhile', async () => {
    const old = await badge()
    await decide({ frozenAt: start })
    await home.db.orm.update(claims).set({ accountState: 'ended' })
    await decide({ frozenAt: null })
    expect(await bitsOf(old)).toBe('1 0')
    expect(await bitsOf(await badge())).toBe('0 0')
  })

  test('of a suspended domain is suspended, and revoked once it has lapsed', async () => {
    const old = await badge()
    await home.db.orm.update(domains).set({ state: 'suspended' })
    await issueBadge(home.deps, 'br_acme')
    expect(await bitsOf(old)).toBe('0 1')
    await home.db.orm.update(domains).set({ state: 'lapsed' })
    await issueBadge(home.deps, 'br_acme')
    expect(await bitsOf(old)).toBe('1 0')
  })
})

describe('a list', () => {
  test('is a credential of its own, signed as badges are, for an hour', async () => {
    const { jwt, payload } = await listOf(2)
    expect(decodeProtectedHeader(jwt)).toEqual({
      alg: 'ES256',
      typ: 'vc+jwt',
      cty: 'vc',
      kid: `${did}#${home.deps.signer.kid}`,
    })
    expect(payload).toEqual({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: `${publicUrl}/status/2`,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: did,
      iss: did,
      iat: start / second,
      exp: (start + hour) / second,
      validFrom: rfc3339(start),
      validUntil: rfc3339(start + hour),
      credentialSubject: {
        id: `${publicUrl}/status/2#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'suspension',
        encodedList: expect.stringMatching(/^u[\w-]+$/),
        ttl: 30_000,
      },
    })
  })

  test('verifies with jose and with node:crypto', async () => {
    const { jwt } = await listOf(1)
    const [jwk = {}] = home.deps.signer.publicKeys
    const key = await importJWK(jwk, 'ES256')
    await expect(jwtVerify(jwt, key, { currentDate: new Date(start) })).resolves.toHaveProperty('payload')
    const [head, body, signature = ''] = jwt.split('.')
    const given = {
      key: createPublicKey({ key: { ...jwk }, format: 'jwk' }),
      dsaEncoding: 'ieee-p1363' as const,
    }
    const raw = Buffer.from(signature, 'base64url')
    expect(verify('sha256', Buffer.from(`${head}.${body}`), given, raw)).toBe(true)
  })

  test('has 131,072 places, whose first is the leftmost bit', async () => {
    await home.db.orm.delete(statusEntries)
    const rows = [0, 9, listSize - 1].map((index) => ({
      list: 1,
      index,
      brandId: 'br_old',
      expiresAt: start,
      revokedAt: start,
    }))
    await home.db.orm.insert(statusEntries).values(rows)
    const { bytes } = await listOf(1)
    expect(bytes).toHaveLength(16_384)
    expect([bytes[0], bytes[1], bytes.at(-1)]).toEqual([0x80, 0x40, 0x01])
    expect(bytes.reduce((sum, byte) => sum + byte, 0)).toBe(0x80 + 0x40 + 1)
  })

  test('of which there is none yet is not served', async () => {
    expect(await statusList(home.deps, 3)).toBeNull()
  })
})

describe('places', () => {
  test('are all different, spread over the list, and never given again', async () => {
    const places = await drawPlaces(home.deps, 2_000)
    expect(new Set(places.map(({ index }) => index)).size).toBe(2_000)
    const mean = places.reduce((sum, { index }) => sum + index, 0) / 2_000
    expect(Math.abs(mean - listSize / 2)).toBeLessThan(listSize / 20)
    await home.db.orm
      .insert(statusEntries)
      .values(places.map((place) => ({ ...place, brandId: 'br_x', expiresAt: start })))
      .onConflictDoNothing()
    const taken = new Set(places.map(({ index }) => index))
    const more = await drawPlaces(home.deps, 2_000)
    expect(more.filter(({ list, index }) => list === 1 && taken.has(index))).toEqual([])
  })

  test('of a full list are in the next', async () => {
    await home.db.client.execute(`insert or ignore into status_entries (list, "index", brand_id, expires_at)
      with recursive n(i) as (select 0 union all select i + 1 from n where i < ${listSize - 1})
      select 1, i, 'br_x', 0 from n`)
    expect(await drawPlaces(home.deps, 3)).toMatchObject([{ list: 2 }, { list: 2 }, { list: 2 }])
    await decideName('Acme Two')
    expect(entriesOf(await badge()).map((entry) => entry.statusListCredential)).toEqual([
      `${publicUrl}/status/3`,
      `${publicUrl}/status/4`,
    ])
    expect(await told(await badge())).toBe('true: standing stands')
  })

  test('that another takes at the same moment are drawn again', async () => {
    const { random } = home.deps
    const places = entriesOf(await badge()).map(({ statusListIndex }) => Number(statusListIndex))
    let stolen = false
    const db = {
      ...home.db,
      write: async (statements: Parameters<typeof home.db.write>[0]) => {
        const isBadge = statements.some((each) => each.toSQL().sql.includes('status_entries'))
        if (!stolen && isBadge) {
          stolen = true
          const params = statements.flatMap((each) => {
            const { sql, params } = each.toSQL()
            return sql.startsWith('insert into "status_entries"') ? params : []
          })
          const place = { list: Number(params[0]), index: Number(params[1]) }
          await home.db.orm.insert(statusEntries).values({ ...place, brandId: 'br_x', expiresAt: start })
        }
        return await home.db.write(statements)
      },
    }
    await home.db.orm.update(brands).set({ name: 'Acme Two' })
    await issueBadge({ ...home.deps, db, random }, 'br_acme')
    expect(stolen).toBe(true)
    expect(entriesOf(await badge()).map(({ statusListIndex }) => Number(statusListIndex))).not.toEqual(places)
    expect(await told(await badge())).toBe('true: standing stands')
  })
})

async function decideName(name: string): Promise<void> {
  await decide({ name })
}
