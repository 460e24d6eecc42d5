import type { Corroboration, Evidence, PerspectiveFinding } from '#base/evidence.ts'
import type { Finding } from './method.ts'

/** What one perspective says of one look. */
export type Report = Pick<PerspectiveFinding, 'perspective' | 'resolver' | 'network'> & {
  readonly finding: Finding
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
    resolvers: known(perspectives.map(({ resolver }) => resolver)),
    networks: known(perspectives.map(({ network }) => network)),
  }
}

/** Nobody knows what a silent remote looks through, or whence one that cannot say. */
function known(names: readonly string[]): number {
  return new Set(names.filter((name) => name !== '')).size
}
