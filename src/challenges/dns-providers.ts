import { isWithin } from '#base/dns-name.ts'
import { asia } from './providers/asia.ts'
import { clouds } from './providers/clouds.ts'
import { europe } from './providers/europe.ts'
import type { Provider } from './providers/provider.ts'
import { registrars } from './providers/registrars.ts'

export const providers: readonly Provider[] = [...clouds, ...registrars, ...europe, ...asia]

/**
 * The one provider that all the name servers are of. Null when one of them is unknown or two differ: which panel
 * fills the other's servers cannot be seen from here.
 */
export function providerOf(nameServers: readonly string[]): Provider | null {
  const [first, ...others] = nameServers.map(serverOf)
  return first !== undefined && others.every((other) => other === first) ? first : null
}

/** True when one of the suffixes, by whole labels, or anchored patterns is the server's. */
export function isServerOf(nameServers: Provider['nameServers'], server: string): boolean {
  return nameServers.some((known) =>
    typeof known === 'string' ? isWithin(server, known) : known.test(server.toLowerCase()),
  )
}

function serverOf(server: string): Provider | null {
  return providers.find(({ nameServers }) => isServerOf(nameServers, server)) ?? null
}
