import { Unreachable, type Dns, type Net } from '#net/net.ts'
import { tryToAsk } from './ask.ts'
import { missesAllowed } from './quorum.ts'

/**
 * The zone's name servers, lower case and sorted, as our resolvers see them together; null when they could not be
 * learnt, there are none, or the resolvers disagree.
 */
export async function nameServersOf(
  { resolvers }: Pick<Net, 'resolvers'>,
  zone: string,
): Promise<readonly string[] | null> {
  return agreed(await Promise.all(resolvers.map(({ dns }) => seenBy(dns, zone))))
}

/** What the first of them saw, when as many others saw the same as a finding would need. Pure. */
export function agreed(sets: readonly (readonly string[] | null)[]): readonly string[] | null {
  const [first = null, ...others] = sets
  if (first === null || others.length === 0) return null
  const told = first.join()
  const misses = others.filter((other) => other?.join() !== told).length
  return misses <= missesAllowed(others.length) ? first : null
}

async function seenBy(dns: Dns, zone: string): Promise<readonly string[] | null> {
  const answer = await tryToAsk(dns, zone, 'NS')
  if (answer instanceof Unreachable || answer.values.length === 0) return null
  return [...new Set(answer.values)].toSorted()
}
