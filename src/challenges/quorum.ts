import { unlearnt } from './finding.ts'
import type { Finding } from './method.ts'
import type { Report } from './report.ts'

/** What is seen through one operator alone may be that operator's own doing. */
const resolversMin = 2

type Said = Pick<Report, 'perspective' | 'resolver' | 'network' | 'finding'>

/**
 * One finding out of several perspectives', the primary's first (CA/B BR 3.2.2.9, Table "Quorum Requirements"):
 * at least two operators' resolvers say the same, from two networks where there are as many, and no more miss it
 * than are allowed. A perspective that could not look is `unreachable` here and so a miss.
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
  if (new Set(agreeing.map(({ resolver }) => resolver)).size < resolversMin) {
    return unlearnt(
      'not_corroborated',
      `Only one operator's resolver saw it (${said}), and a decision needs ${resolversMin}. ` +
        'Nothing was decided; we shall look again.',
    )
  }
  // However many resolvers are asked from here, one who sits between us and the Internet answers for all of them.
  const isElsewhere = ({ network }: Said) => network !== primary.network
  if (!all.some(isElsewhere) || agreeing.some(isElsewhere)) return finding
  return unlearnt(
    'not_corroborated',
    `It was seen from one network alone (${said}), and a decision needs another. ` +
      'Nothing was decided; we shall look again.',
  )
}

/** Of so many others beside the primary. */
export function missesAllowed(remotes: number): number {
  if (remotes >= 6) return 2
  return remotes >= 2 ? 1 : 0
}

function outcome(finding: Finding): string {
  return finding.kind === 'proved' ? 'proved' : `${finding.kind}, ${finding.reason}`
}
