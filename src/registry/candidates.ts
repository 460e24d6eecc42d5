import { and, asc } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { brands } from '#db/schema.ts'
import type { Candidate } from './answer.ts'
import { absencesOf, speaks } from './disavowals.ts'
import { findBrands } from './find-brand.ts'
import { brandMark, judge } from './judge.ts'
import { claimRecords, publicBrand } from './records.ts'
import { matching } from './search.ts'

const candidatesMax = 20

/** Who goes by a name: accounts of that very handle first, then brands called so. A name proves nothing. */
export async function findCandidates(
  seams: Pick<Deps, 'db' | 'clock'>,
  text: string,
): Promise<readonly Candidate[]> {
  const now = seams.clock.now()
  const handle = text.trim().replace(/^@/, '').toLowerCase()
  const accounts = (await claimRecords(seams, { handle })).flatMap((record): Candidate[] => {
    const { verdict, disputed: _, ...account } = judge(record, now)
    return verdict === 'unregistered'
      ? []
      : [{ brand: brandMark(record.brand), account, verdict, absentFrom: [] }]
  })
  const named = await findBrands(seams, and(matching(seams, text.replace(/^@/, '')), publicBrand), {
    orderBy: asc(brands.slug),
    limit: candidatesMax,
  })
  const absent = await absencesOf(
    seams,
    named.map(({ id }) => id),
  )
  const brandsOnly = named.map(({ verdict, ...brand }): Candidate => {
    const absentFrom = speaks(verdict) ? (absent.get(brand.id) ?? []) : []
    return { brand, account: null, verdict, absentFrom }
  })
  return [...accounts, ...brandsOnly].slice(0, candidatesMax)
}
