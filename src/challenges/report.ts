import type { Corroboration, Evidence, PerspectiveFinding } from '#base/evidence.ts'
import type { Finding } from './method.ts'

/** What one perspective says of one look. */
export type Report = Pick<PerspectiveFinding, 'perspective' | 'resolver' | 'network'> & {
  readonly finding: Finding
  /** The zone's name servers, sorted; null unless the look proved and they could be learnt. */
  readonly nameServers: readonly string[] | null
  readonly evidence: Evidence
}

export function toldBy({ perspective, resolver, network, finding, evidence }: Report): PerspectiveFinding {
  const reason = finding.kind === 'proved' ? null : finding.reason
  return { perspective, resolver, network, outcome: finding.kind, reason, evidence }
}

/** Counts honestly what agreed, and what there was to look from: resolvers and networks once each. */
export function corroboration(
  perspectives: readonly PerspectiveFinding[],
  outcome: Finding['kind'],
): Corroboration {
  return {
    agreeing: perspectives.filter((one) => one.outcome === outcome).length,
    perspectives: perspectives.length,
    resolvers: new Set(perspectives.map(({ resolver }) => resolver)).size,
    networks: new Set(perspectives.map(({ network }) => network)).size,
  }
}
