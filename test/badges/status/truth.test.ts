import fc from 'fast-check'
import { and, eq } from 'drizzle-orm'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { credentialOf } from '#badges/credential.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import { readBadge } from '#badges/read-badge.ts'
import { isSet } from '#badges/status/status-list.ts'
import type { Domain } from '#brands/domain.ts'
import { decide } from '#brands/settle-domain.ts'
import { day, hour, second } from '#base/clock.ts'
import { brands, claims, jobs, statusEntries } from '#db/schema.ts'
import { findBrand } from '#registry/find-brand.ts'
import { addAccount, addBrand, addDomain, openHome, publicUrl, type Home } from '#test/badges/fixture.ts'

type Subject = { readonly brandId: string; readonly [term: string]: unknown }
type Claims = {
  readonly exp: number
  readonly credentialSubject: Subject
  readonly credentialStatus: readonly { statusListIndex: string }[]
}

/** What a badge states, but for when it was seen. */
const stated = (subject: unknown) =>
  JSON.stringify(subject, (key, value: unknown) => (key === 'verifiedAt' ? undefined : value))

const ids = ['br_acme', 'br_new'] as const

/** One decision each, as its verb leaves the rows; domains by the real one, for addresses hang on it. */
function steps(home: Home) {
  const { orm } = home.db
  const settle = (id: string) => async (change: Partial<Domain>) => {
    const at = home.clock.now()
    await decide(home.deps, id, 'system', [], (before) => ({ ...before, ...change, updatedAt: at }))
  }
  const proved = (): Partial<Domain> => {
    const at = home.clock.now()
    return {
      state: 'proved',
      publicFrom: at,
      firstProvedAt: at,
      checkedAt: at,
      expiresAt: at + 10 * day,
      failingSince: null,
    }
  }
  const brand = (change: Partial<typeof brands.$inferInsert>) => async () => {
    await orm.update(brands).set(change).where(eq(brands.id, 'br_acme'))
  }
  const account = (change: Partial<typeof claims.$inferInsert>) => async () => {
    await orm.update(claims).set(change)
  }
  const [acme, german, rival] = ['dom_br_acme_acme.com', 'dom_br_acme_acme.de', 'dom_new'].map(settle)
  return {
    acme: brand({ name: 'Acme' }),
    bank: brand({ name: 'Bank' }),
    freeze: async () => await brand({ frozenAt: home.clock.now() })(),
    thaw: brand({ frozenAt: null }),
    lost: account({ accountState: 'ended' }),
    regained: account({ accountState: 'proved', state: 'open' }),
    reassigned: account({ state: 'suspended' }),
    prove: async () => await acme?.(proved()),
    fail: async () => await acme?.({ state: 'failing', failingSince: home.clock.now() }),
    lapse: async () => await acme?.({ state: 'lapsed' }),
    suspend: async () => await acme?.({ state: 'suspended' }),
    release: async () => await acme?.({ state: 'released' }),
    proveGerman: async () => await german?.(proved()),
    suspendGerman: async () => await german?.({ state: 'suspended' }),
    lapseGerman: async () => await german?.({ state: 'lapsed' }),
    proveRival: async () => {
      await acme?.({ state: 'lapsed' })
      await rival?.(proved())
    },
    passToRival: async () => await rival?.(proved()),
    lapseRival: async () => await rival?.({ state: 'lapsed' }),
    suspendRival: async () => await rival?.({ state: 'suspended' }),
  }
}

/** Their verbs ask for the badge in the same batch; these rows are changed without them. */
const byRow = new Set<string>(['acme', 'bank', 'freeze', 'thaw', 'lost', 'regained', 'reassigned'])

test('whatever is decided in whatever order, no badge goes on saying what the registry says no more', async () => {
  const names = [
    'acme',
    'bank',
    'freeze',
    'thaw',
    'lost',
    'regained',
    'reassigned',
    'prove',
    'fail',
    'lapse',
    'suspend',
    'release',
    'proveGerman',
    'suspendGerman',
    'lapseGerman',
    'proveRival',
    'passToRival',
    'lapseRival',
    'suspendRival',
  ] as const
  const step = fc.record({ name: fc.constantFrom(...names), wait: fc.constantFrom(second, hour, day) })
  const among = (...order: readonly (typeof names)[number][]) => order.map((name) => ({ name, wait: second }))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (history) => {
      const home = await openHome()
      try {
        await addBrand(home)
        await addAccount(home)
        await addDomain(home, { name: 'acme.de', state: 'pending', publicFrom: null })
        await addBrand(home, {
          brand: { id: 'br_new', slug: null, name: 'New' },
          domain: { id: 'dom_new', state: 'pending', publicFrom: null },
        })
        const made = steps(home)
        const issued = new Map<string, Claims>()
        const done: string[] = []
        for (const { name, wait } of [{ name: 'acme', wait: second } as const, ...history]) {
          home.clock.advance(wait)
          done.push(name)
          await made[name]()
          if (byRow.has(name)) await issueBadge(home.deps, 'br_acme')
          home.clock.advance(11 * second)
          const due = await home.db.orm.select().from(jobs).where(eq(jobs.kind, 'issue-badge'))
          for (const { subject, dueAt } of due)
            if (dueAt <= home.clock.now()) await issueBadge(home.deps, subject)
          for (const slug of ['acme.com', 'acme.de']) {
            const jwt = await readBadge(home.deps, slug)
            if (jwt !== null) issued.set(jwt, decodeJwt<Claims>(jwt))
          }
          const now = home.clock.now()
          const said = new Map<string, string>()
          for (const id of ids) {
            const brand = await findBrand(home.deps, id)
            const credential =
              brand === null || brand.frozenAt !== null ? null : credentialOf(brand, publicUrl, now)
            if (credential !== null) said.set(id, stated(credential.credentialSubject))
          }
          for (const { exp, credentialSubject, credentialStatus } of issued.values()) {
            if (exp * second <= now || said.get(credentialSubject.brandId) === stated(credentialSubject))
              continue
            const index = Number(credentialStatus[0]?.statusListIndex)
            const [taken] = await home.db.orm
              .select({ revokedAt: statusEntries.revokedAt })
              .from(statusEntries)
              .where(and(eq(statusEntries.index, index), isSet('suspension')))
            const [entry] = await home.db.orm
              .select()
              .from(statusEntries)
              .where(eq(statusEntries.index, index))
            expect(taken !== undefined || (entry?.revokedAt ?? null) !== null, done.join(' ')).toBe(true)
          }
        }
      } finally {
        home.close()
      }
    }),
    {
      numRuns: 12,
      examples: [
        [among('suspend', 'passToRival')],
        [among('freeze', 'lapse', 'passToRival', 'thaw')],
        [among('bank', 'acme', 'lost', 'regained', 'freeze', 'thaw')],
      ],
    },
  )
})
