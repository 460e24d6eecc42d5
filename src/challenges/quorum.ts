import { unlearnt } from './finding.ts'
import type { Finding } from './method.ts'

export type Report = { readonly perspective: string; readonly finding: Finding }

/**
 * One finding out of several perspectives', the primary's first (CA/B BR 3.2.2.9, Table "Quorum Requirements").
 * A perspective that could not look is `unreachable` here and so a miss. Alone, the primary decides alone.
 */
export function quorum(primary: Report, remotes: readonly Report[]): Finding {
  const { finding } = primary
  if (finding.kind === 'unreachable') return finding
  const misses = remotes.filter((remote) => remote.finding.kind !== finding.kind).length
  if (misses <= missesAllowed(remotes.length)) return finding
  const said = [primary, ...remotes].map((report) => `${report.perspective}: ${outcome(report.finding)}`)
  return unlearnt(
    'perspectives_disagree',
    `The places we look from do not agree (${said.join('; ')}). ` +
      'A change may still be spreading, or servers differ. Nothing was decided; we shall look again.',
  )
}

function missesAllowed(remotes: number): number {
  if (remotes >= 6) return 2
  return remotes >= 2 ? 1 : 0
}

function outcome(finding: Finding): string {
  return finding.kind === 'proved' ? 'proved' : `${finding.kind}, ${finding.reason}`
}
