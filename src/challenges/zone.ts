import { Unreachable, type Dns } from '#net/net.ts'
import { tryToAsk } from './ask.ts'
import { namesUpTo } from './labels.ts'
import type { Challenge } from './method.ts'

/** Who answers for a name: the closest name above it, or itself, that has name servers. */
export type Zone = { readonly name: string; readonly nameServers: readonly string[] }

const questionsMax = 4

/** `unregistered` when the registrable domain itself is positively not there; null when it could not be learnt. */
export async function zoneOf(dns: Dns, challenge: Challenge): Promise<Zone | 'unregistered' | null> {
  const names = namesToAsk(challenge)
  const answers = await Promise.all(names.map((name) => tryToAsk(dns, name, 'NS')))
  const registrable = answers.at(-1)
  if (registrable === undefined || registrable instanceof Unreachable) return null
  if (registrable.kind === 'nxdomain') return 'unregistered'
  const zones = names.flatMap((name, index) => {
    const answer = answers[index]
    // Behind a CNAME they would be another name's.
    return answer === undefined ||
      answer instanceof Unreachable ||
      answer.values.length === 0 ||
      answer.chain.length > 0
      ? []
      : [{ name, nameServers: [...new Set(answer.values)].toSorted() }]
  })
  return zones[0] ?? null
}

/** The domain first, the registrable domain last, and what lies between as far as the number of questions allows. */
function namesToAsk({ domain, registrableDomain }: Challenge): readonly string[] {
  const below = namesUpTo(domain, registrableDomain).slice(0, -1)
  return [...below.slice(0, questionsMax - 1), registrableDomain]
}
