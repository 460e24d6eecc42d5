import { Unreachable, type Dns, type DnsAnswer, type RecordType } from '#net/net.ts'
import { nameCharactersMax } from './labels.ts'
import type { RefusedReason } from './reasons.ts'

/**
 * An answer, or the Unreachable that came instead of it, so that questions can run side by side and
 * only those that matter in the end are judged. Faults are still thrown.
 */
export async function tryToAsk(dns: Dns, name: string, type: RecordType): Promise<DnsAnswer | Unreachable> {
  try {
    return await dns.ask(name, type)
  } catch (error) {
    if (error instanceof Unreachable) return error
    throw error
  }
}

/** The record's own name and its random sibling, asked at once: a proof needs both answers, a refusal only the first. */
export async function askWithSibling(
  dns: Dns,
  name: string,
  sibling: string,
  type: RecordType,
): Promise<{ answer: DnsAnswer; beside: () => DnsAnswer; besideIfKnown: DnsAnswer | null }> {
  const [answer, beside] = await Promise.all([tryToAsk(dns, name, type), tryToAsk(dns, sibling, type)])
  return {
    answer: orThrow(answer),
    beside: () => orThrow(beside),
    besideIfKnown: beside instanceof Unreachable ? null : beside,
  }
}

/** Where people put a record by mistake, and what to tell them when it is there. */
export type Place = {
  readonly name: string
  readonly type: RecordType
  readonly holds: (answer: DnsAnswer) => boolean
  readonly reason: RefusedReason
  readonly advice: string
  /** Costs one question more: a CNAME there is not followed, since what it leads to is no matter of the owner's. */
  readonly unlessCname?: boolean
}

/** Questions that one diagnosis may cost. */
const questionsMax = 10

/** The first place, in the order given, that holds what we look for. One that cannot be asked is passed over. */
export async function findMisplaced(dns: Dns, places: readonly Place[]): Promise<Place | null> {
  const askable = places.filter(({ name }) => name.length <= nameCharactersMax)
  const affordable = askable.filter((_, index) => costOf(askable.slice(0, index + 1)) <= questionsMax)
  const held = await Promise.all(affordable.map((place) => isHeldAt(dns, place)))
  return affordable[held.indexOf(true)] ?? null
}

function costOf(places: readonly Place[]): number {
  return places.length + places.filter(({ unlessCname = false }) => unlessCname).length
}

async function isHeldAt(dns: Dns, { name, type, holds, unlessCname = false }: Place): Promise<boolean> {
  if (unlessCname) {
    const alias = await tryToAsk(dns, name, 'CNAME')
    if (alias instanceof Unreachable || alias.kind !== 'nodata') return false
  }
  const answer = await tryToAsk(dns, name, type)
  return !(answer instanceof Unreachable) && holds(answer)
}

function orThrow(answer: DnsAnswer | Unreachable): DnsAnswer {
  if (answer instanceof Unreachable) throw answer
  return answer
}
