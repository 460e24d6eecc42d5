import { isWithin, sameName } from '#base/dns-name.ts'

/** Where a chain of CNAMEs first leaves the registrable domain; null when it stays inside. */
export function exitOf(chain: readonly string[], registrableDomain: string): string | null {
  return chain.find((target) => !isWithin(target, registrableDomain)) ?? null
}

/** A redirection that is not the name's own: the random name beside it is led on in the same way. */
export type SharedWay = {
  /** A wildcard CNAME has one target for every name; a DNAME (RFC 6672 §2.2) keeps what is before its own name. */
  readonly by: 'wildcard' | 'dname'
  readonly to: string
}

/**
 * Compares where a name and its random sibling are led. What stands there is its keeper's word, who may answer for
 * every name alike or otherwise each time, so values are not compared. `siblingName` is as it was asked.
 */
export function sharedWay(one: string | null, other: string | null, siblingName: string): SharedWay | null {
  if (one === null || other === null) return null
  if (sameName(one, other)) return { by: 'wildcard', to: one }
  // Nobody knew the random label, so that it is in the target means that it was carried over.
  const carriedOver = sameName(firstLabel(other), firstLabel(siblingName))
  return carriedOver && sameName(parentOf(one), parentOf(other)) ? { by: 'dname', to: parentOf(one) } : null
}

export function firstLabel(name: string): string {
  return name.split('.')[0] ?? ''
}

function parentOf(name: string): string {
  return name.split('.').slice(1).join('.')
}
