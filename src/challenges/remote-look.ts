import type { Clock } from '#base/clock.ts'
import { type Remote, Unreachable, type UnreachableReason } from '#net/net.ts'
import { unlearnt } from './finding.ts'
import { reportFromWire, requestOf } from './look-wire.ts'
import type { Challenge, MethodName } from './method.ts'
import type { Report } from './report.ts'

/** What a place elsewhere reports of its own whole look. Silence and whatever is no report are a miss. */
export async function askRemote(
  clock: Clock,
  remote: Remote,
  method: MethodName,
  challenge: Challenge,
): Promise<Report> {
  const { name: perspective } = remote
  const startedAt = clock.now()
  const missed = (reason: UnreachableReason, detail: string): Report => ({
    perspective,
    resolver: '',
    network: remote.network ?? '',
    finding: unlearnt(reason, detail),
    evidence: { startedAt, endedAt: clock.now(), questions: [], pages: [] },
  })
  try {
    const report = reportFromWire(await remote.look(requestOf(method, challenge)))
    if (report === null)
      return missed('perspective_failed', `What ${perspective} sent is no report of a look.`)
    return { ...report, perspective, network: remote.network ?? report.network }
  } catch (error) {
    if (error instanceof Unreachable) return missed(error.reason, error.message)
    throw error
  }
}
