import { Unreachable, type Dns, type DnsAnswer, type RecordType } from '#net/net.ts'
import { nameCharactersMax } from './labels.ts'

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
): Promise<{ answer: DnsAnswer; beside: () => DnsAnswer }> {
  const [answer, beside] = await Promise.all([tryToAsk(dns, name, type), tryToAsk(dns, sibling, type)])
  return { answer: orThrow(answer), beside: () => orThrow(beside) }
}

export type Place<Reason extends string> = {
  readonly name: string
  readonly reason: Reason
  readonly advice: string
}

/** The first place, in the order given, whose records hold what we look for. One that cannot be asked is passed over. */
export async function findMisplaced<Reason extends string>(
  dns: Dns,
  type: RecordType,
  places: readonly Place<Reason>[],
  holds: (answer: DnsAnswer) => boolean,
): Promise<Place<Reason> | null> {
  const askable = places.filter(({ name }) => name.length <= nameCharactersMax)
  const answers = await Promise.all(askable.map(({ name }) => tryToAsk(dns, name, type)))
  const index = answers.findIndex((answer) => !(answer instanceof Unreachable) && holds(answer))
  return askable[index] ?? null
}

function orThrow(answer: DnsAnswer | Unreachable): DnsAnswer {
  if (answer instanceof Unreachable) throw answer
  return answer
}
