import { expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { updateBrand } from '#brands/update-brand.ts'
import { brands, jobs } from '#db/schema.ts'
import { addBrand, openHome } from '#test/badges/fixture.ts'

const principal = {
  organisationId: 'org_br_acme',
  pseudonym: 'act_a',
  keyId: 'key_a',
  membershipId: null,
  role: null,
  scopes: [],
  expiresAt: null,
}

test.each([
  ['given', null, 'acme.com'],
  ['taken', 'acme.com', null],
])('a change of the name leaves an address alone that is %s meanwhile', async (_, before, after) => {
  const home = await openHome()
  await addBrand(home, { brand: { slug: before } })
  let isFirst = true
  const db = {
    ...home.db,
    write: async (statements: Parameters<typeof home.db.write>[0]) => {
      if (isFirst) await home.db.orm.update(brands).set({ slug: after })
      isFirst = false
      return await home.db.write(statements)
    },
  }
  const changed = await updateBrand({ ...home.deps, db }, principal, 'br_acme', { name: 'Bank' })
  expect(changed).toMatchObject({ ok: true, value: { name: 'Bank', slug: after } })
  expect(await home.db.orm.select().from(brands)).toMatchObject([{ name: 'Bank', slug: after }])
  const issuing = await home.db.orm.select().from(jobs).where(eq(jobs.kind, 'issue-badge'))
  expect(issuing).toHaveLength(after === null ? 0 : 1)
  home.close()
})
