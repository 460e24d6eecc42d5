import { getDomain } from 'tldts'

/** A tenant of a private suffix (acme.github.io) is its own domain; a bare suffix stands for itself. */
export function registrable(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '')
  return getDomain(name, { allowPrivateDomains: true }) ?? name
}
