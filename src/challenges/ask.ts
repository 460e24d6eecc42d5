import { Unreachable, type Dns, type DnsAnswer, type RecordType } from '#net/net.ts'
import { nameCharactersMax } from './labels.ts'
import type { RefusedReason } from './method.ts'

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
}

/** Questions that one diagnosis may cost. */
const placesMax = 10

/** The first place, in the order given, that holds what we look for. One that cannot be asked is passed over. */
export async function findMisplaced(dns: Dns, places: readonly Place[]): Promise<Place | null> {
  const askable = places.filter(({ name }) => name.length <= nameCharactersMax).slice(0, placesMax)
  const answers = await Promise.all(askable.map(({ name, type }) => tryToAsk(dns, name, type)))
  const index = answers.findIndex(
    (answer, at) => !(answer instanceof Unreachable) && askable[at]?.holds(answer),
  )
  return askable[index] ?? null
}

function orThrow(answer: DnsAnswer | Unreachable): DnsAnswer {
  if (answer instanceof Unreachable) throw answer
  return answer
}
