import { unlearnt } from './finding.ts'
import type { Finding } from './method.ts'
import type { Report } from './report.ts'

/** What is seen through one operator alone may be that operator's own doing. */
const resolversMin = 2

type Said = Pick<Report, 'perspective' | 'resolver' | 'finding'>

/**
 * One finding out of several perspectives', the primary's first (CA/B BR 3.2.2.9, Table "Quorum Requirements"):
 * at least two operators' resolvers say the same, and no more miss it than are allowed. A perspective that could
 * not look is `unreachable` here and so a miss.
 */
export function quorum(primary: Said, remotes: readonly Said[]): Finding {
  const { finding } = primary
  if (finding.kind === 'unreachable') return finding
  const all = [primary, ...remotes]
  const agreeing = all.filter((report) => report.finding.kind === finding.kind)
  const said = all.map((report) => `${report.perspective}: ${outcome(report.finding)}`).join('; ')
  if (all.length - agreeing.length > missesAllowed(remotes.length)) {
    return unlearnt(
      'perspectives_disagree',
      `The places we look from do not agree (${said}). ` +
        'A change may still be spreading, or servers differ. Nothing was decided; we shall look again.',
    )
  }
  if (new Set(agreeing.map(({ resolver }) => resolver)).size >= resolversMin) return finding
  return unlearnt(
    'not_corroborated',
    `Only one operator's resolver saw it (${said}), and a decision needs ${resolversMin}. ` +
      'Nothing was decided; we shall look again.',
  )
}

/** The name servers that the primary saw, when as many saw the same as a finding would need; else null. */
export function agreedNameServers(
  primary: Pick<Report, 'nameServers'>,
  remotes: readonly Pick<Report, 'nameServers'>[],
): readonly string[] | null {
  const { nameServers } = primary
  if (nameServers === null || remotes.length === 0) return null
  const told = nameServers.join()
  const misses = remotes.filter((remote) => remote.nameServers?.join() !== told).length
  return misses <= missesAllowed(remotes.length) ? nameServers : null
}

function missesAllowed(remotes: number): number {
  if (remotes >= 6) return 2
  return remotes >= 2 ? 1 : 0
}

function outcome(finding: Finding): string {
  return finding.kind === 'proved' ? 'proved' : `${finding.kind}, ${finding.reason}`
}
