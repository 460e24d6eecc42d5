import type { Look } from './look.ts'

const secondsMin = 5
const secondsMax = 3_600
const secondsDefault = 30

/**
 * Seconds until looking again can tell something new; null when a method proved and there is nothing to wait for.
 * Resolvers keep a "no" for the zone's negative TTL (RFC 2308 §5), and asking sooner only hears it again.
 */
export function adviseRetry(looks: readonly Pick<Look, 'finding'>[]): number | null {
  if (looks.some(({ finding }) => finding.kind === 'proved')) return null
  const seconds = longestNegativeTtl(looks) ?? secondsDefault
  return Math.min(secondsMax, Math.max(secondsMin, Math.ceil(seconds)))
}

/** Seconds for which resolvers keep what these looks were refused; null when none said so. */
export function longestNegativeTtl(looks: readonly Pick<Look, 'finding'>[]): number | null {
  const kept = looks.flatMap(({ finding }) =>
    finding.kind === 'refused' && finding.negativeTtl !== undefined ? [finding.negativeTtl] : [],
  )
  return kept.length === 0 ? null : Math.max(...kept)
}
