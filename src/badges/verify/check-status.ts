import { and, eq, sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { statusEntries } from '#db/schema.ts'
import { statusCodes, type BrandCredential, type StatusEntry } from '#badges/credential-shape.ts'
import { checkForeignStatus } from './foreign-status.ts'
import type { KeyFinder } from './issuer-key.ts'
import { failed, passed, unknown, type Rung } from './ladder.ts'
import { isSet } from '#badges/status/status-list.ts'
import { listOfNumber, listSize } from '#badges/status/status-place.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'net'>
type Issuer = { readonly url: string; readonly isOwn: boolean; readonly keys: KeyFinder }

/** Has the issuer taken the badge back, for good or for now? Whatever is wrong with a list is no "no". */
export async function checkStatus(
  deps: Seams,
  { credentialStatus, credentialSubject }: BrandCredential,
  issuer: Issuer,
): Promise<Rung> {
  const entries = credentialStatus ?? []
  // A badge that names no list of revocations could never be taken back.
  if (!entries.some(({ statusPurpose }) => statusPurpose === 'revocation'))
    return unknown('status_not_stated')
  const rungs: Rung[] = []
  for (const entry of entries) {
    const index = readIndex(entry)
    const rung =
      index === null
        ? failed('status_index_malformed')
        : issuer.isOwn
          ? await checkOwn(deps, entry, index, { ...issuer, brandId: credentialSubject.brandId })
          : await checkForeignStatus(deps, entry, index, issuer)
    if (rung.outcome === 'failed') return rung
    rungs.push(rung)
  }
  return rungs.find(({ outcome }) => outcome === 'unknown') ?? passed('not_revoked')
}

function readIndex({ statusListIndex }: StatusEntry): number | null {
  return /^(?:0|[1-9]\d{0,8})$/.test(statusListIndex) ? Number(statusListIndex) : null
}

async function checkOwn(
  { db }: Seams,
  { statusListCredential, statusPurpose }: StatusEntry,
  index: number,
  { url, brandId }: { readonly url: string; readonly brandId: string },
): Promise<Rung> {
  const start = `${url}/status/`
  const number = statusListCredential.slice(start.length)
  if (!statusListCredential.startsWith(start) || !/^[1-9]\d{0,8}$/.test(number)) {
    return failed('status_list_elsewhere')
  }
  const { list, purpose } = listOfNumber(Number(number))
  if (purpose !== statusPurpose) return failed('status_purpose_mismatch')
  if (index >= listSize) return failed('status_index_out_of_range')
  const [entry] = await db.orm
    .select({ brandId: statusEntries.brandId, isSet: sql<number>`${isSet(purpose)}` })
    .from(statusEntries)
    .where(and(eq(statusEntries.list, list), eq(statusEntries.index, index)))
  if (entry?.brandId !== brandId) return failed('status_index_of_another')
  return entry.isSet === 1 ? failed(statusCodes[purpose]) : passed('not_revoked')
}
