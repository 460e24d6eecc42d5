import { Unreachable, type Dns } from '#net/net.ts'
import { tryToAsk } from './ask.ts'

/** The zone's name servers, lower case and sorted; null when they could not be learnt or there are none. */
export async function nameServersOf(dns: Dns, zone: string): Promise<readonly string[] | null> {
  const answer = await tryToAsk(dns, zone, 'NS')
  if (answer instanceof Unreachable || answer.values.length === 0) return null
  return [...new Set(answer.values)].toSorted()
}
