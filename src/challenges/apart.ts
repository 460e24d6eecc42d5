import { unlearnt } from './finding.ts'
import type { UnlearntReason } from './method.ts'
import type { Report } from './report.ts'

/**
 * The remote reports as they may count: two from one network are one vantage point, so the second of them is a miss,
 * as is one from nobody knows where. Ours share a network by their nature, and say so; a remote is there to be elsewhere.
 */
export function apart(
  remotes: readonly Report[],
  ours: readonly Pick<Report, 'network'>[],
): readonly Report[] {
  const taken = new Set(ours.map(({ network }) => network))
  return remotes.map((report) => {
    const { perspective, network, finding } = report
    // A silent one takes nobody's place, and its own reason says more.
    if (finding.kind === 'unreachable') return report
    if (network === '') {
      return missed(report, 'perspective_unplaced', `Nobody knows from where ${perspective} looked.`)
    }
    if (taken.has(network)) {
      return missed(report, 'perspective_doubled', `${perspective} looked from ${network}, as another did.`)
    }
    taken.add(network)
    return report
  })
}

function missed(report: Report, reason: UnlearntReason, detail: string): Report {
  return { ...report, finding: unlearnt(reason, detail) }
}
