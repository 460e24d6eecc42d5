import { sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import type { Random } from '#base/random.ts'
import { statusEntries } from '#db/schema.ts'
import { statusPurposes, type StatusEntry, type StatusPurpose } from '#badges/credential-shape.ts'

/** Bitstring Status List §6.1: at least 131,072 entries, so that one of them tells nothing of whom it is about. */
export const listSize = 131_072

/** A badge has one place in both lists of a pair: revocations are in the odd one, suspensions in the even one. */
export type Place = { readonly list: number; readonly index: number }

export function statusEntriesOf(publicUrl: string, place: Place): StatusEntry[] {
  return statusPurposes.map((statusPurpose) => {
    const statusListCredential = listUrl(publicUrl, place.list, statusPurpose)
    const statusListIndex = String(place.index)
    return {
      id: `${statusListCredential}#${statusListIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex,
      statusListCredential,
    }
  })
}

function listUrl(publicUrl: string, list: number, purpose: StatusPurpose): string {
  return `${publicUrl}/status/${list * 2 - (purpose === 'revocation' ? 1 : 0)}`
}

/** Which pair, and which of its two, a number in `/status/{n}` means. */
export function listOfNumber(n: number): { readonly list: number; readonly purpose: StatusPurpose } {
  return { list: Math.ceil(n / 2), purpose: n % 2 === 1 ? 'revocation' : 'suspension' }
}

/**
 * Random places that nobody has had (Bitstring Status List §5.4), in the newest list, or in the next one when it is so
 * full that draws fail. Whoever stores one meanwhile makes our storing fail, and we draw again.
 */
export async function drawPlaces(
  { db, random }: Pick<Deps, 'db' | 'random'>,
  count: number,
): Promise<readonly Place[]> {
  const [newest] = await db.orm
    .select({ list: sql<number | null>`max(${statusEntries.list})` })
    .from(statusEntries)
  const places: Place[] = []
  for (let list = newest?.list ?? 1; places.length < count; list += 1) {
    const drawn = drawIndexes(random, 8 + 4 * (count - places.length))
    const used = new Set(await usedOf({ db }, list, drawn))
    const free = drawn.filter((index) => !used.has(index)).map((index) => ({ list, index }))
    places.push(...free.slice(0, count - places.length))
  }
  return places
}

/** 17 bits each, so none is likelier than another. */
function drawIndexes(random: Random, count: number): readonly number[] {
  const bytes = random.bytes(count * 3)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const indexes = Array.from(
    { length: count },
    (_, at) => ((view.getUint8(at * 3) & 1) << 16) | view.getUint16(at * 3 + 1),
  )
  return [...new Set(indexes)]
}

async function usedOf(
  { db }: Pick<Deps, 'db'>,
  list: number,
  indexes: readonly number[],
): Promise<readonly number[]> {
  const among = sql`(select value from json_each(${JSON.stringify(indexes)}))`
  const rows = await db.orm
    .select({ index: statusEntries.index })
    .from(statusEntries)
    .where(sql`${statusEntries.list} = ${list} and ${statusEntries.index} in ${among}`)
  return rows.map(({ index }) => index)
}
