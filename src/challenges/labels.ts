import type { Challenge } from './method.ts'

/** `_veramarca-challenge.<domain>` TXT; `_veramarca.<domain>` CNAME: a CNAME suffers no other record at its name. */
export const txtLabel = '_veramarca-challenge'
export const cnameLabel = '_veramarca'
export const policyLabel = '_veramarca-policy'

/** RFC 1035 §2.3.4: octets on the wire include a length octet and the root, so 253 characters are left. */
export const nameCharactersMax = 253
export const labelCharactersMax = 63

/** Room that the longest challenge name needs before the domain, its dot included. */
export const prefixCharacters = Math.max(txtLabel.length, cnameLabel.length) + 1

export function txtName(domain: string): string {
  return `${txtLabel}.${domain}`
}

export function cnameName(domain: string): string {
  return `${cnameLabel}.${domain}`
}

/** What a panel of the zone wants typed: the name without the zone, which panels append. */
export function relativeHost(
  label: string,
  { domain, registrableDomain }: Pick<Challenge, 'domain' | 'registrableDomain'>,
  zone = registrableDomain,
): string {
  return domain === zone ? label : `${label}.${domain.slice(0, -zone.length - 1)}`
}

/** The random name beside the challenge's: only a wildcard answers it. Shorter than the longest challenge name. */
export function siblingName(sibling: string, domain: string): string {
  return `_${sibling}.${domain}`
}

/** The name itself first, then each parent, the registrable domain last. */
export function namesUpTo(name: string, registrableDomain: string): readonly string[] {
  const labels = name.split('.')
  const surplus = labels.length - registrableDomain.split('.').length
  return Array.from({ length: surplus + 1 }, (_, index) => labels.slice(index).join('.'))
}
