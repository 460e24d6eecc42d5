import { Unreachable, type Dns, type Net } from '#net/net.ts'
import { tryToAsk } from './ask.ts'
import type { DomainName } from './domain-name.ts'
import { namesUpTo } from './labels.ts'
import { missesAllowed } from './quorum.ts'

/**
 * Every name server that a name depends on, lower case and sorted, as our resolvers see them together: the registrable
 * domain's and those of each zone below it down to the name. Null when they could not be learnt, the registrable domain
 * has none, or the resolvers disagree.
 */
export async function nameServersOf(
  { resolvers }: Pick<Net, 'resolvers'>,
  { name, registrableDomain }: Pick<DomainName, 'name' | 'registrableDomain'>,
): Promise<readonly string[] | null> {
  const zones = namesUpTo(name, registrableDomain)
  return agreed(await Promise.all(resolvers.map(({ dns }) => seenBy(dns, zones))))
}

/** What the first of them saw, when as many others saw the same as a finding would need. Pure. */
export function agreed(sets: readonly (readonly string[] | null)[]): readonly string[] | null {
  const [first = null, ...others] = sets
  if (first === null || others.length === 0) return null
  const told = first.join()
  const misses = others.filter((other) => other?.join() !== told).length
  return misses <= missesAllowed(others.length) ? first : null
}

/** The last of the zones is the registrable domain, which must have name servers. */
async function seenBy(dns: Dns, zones: readonly string[]): Promise<readonly string[] | null> {
  const answers = await Promise.all(zones.map((zone) => tryToAsk(dns, zone, 'NS')))
  const sets = answers.map((answer) => {
    if (answer instanceof Unreachable) return null
    // What lies behind a CNAME is another zone's.
    return answer.chain.length > 0 ? [] : answer.values
  })
  const all = sets.flatMap((set) => set ?? [])
  const last = sets.at(-1) ?? null
  if (sets.includes(null) || last === null || last.length === 0) return null
  return [...new Set(all)].toSorted()
}
