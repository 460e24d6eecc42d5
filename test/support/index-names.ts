import type { Db } from '#db/open.ts'
import { brands, brandWords, claims, domains } from '#db/schema.ts'
import { keepAccountName, keepBrandNames, keepDomainName } from '#lookalikes/keep-names.ts'
import { keepWords } from '#lookalikes/keep-words.ts'

/** Indexes the names of rows that a test has put there itself. */
export async function indexNames(db: Pick<Db, 'orm' | 'write'>): Promise<void> {
  const words = await db.orm.select().from(brandWords)
  const written = await db.write([
    ...keepWords(words.map(({ word }) => word)),
    ...(await db.orm.select().from(brands)).flatMap(keepBrandNames),
    ...(await db.orm.select().from(domains)).flatMap(keepDomainName),
    ...(await db.orm.select().from(claims)).flatMap(keepAccountName),
  ])
  if (!written.written) throw new Error(`The test's own names violate ${written.violated}`)
}
