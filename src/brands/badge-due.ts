import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { Statement } from '#db/open.ts'
import { enqueue } from '#jobs/queue.ts'

/** The surface issues at once; the schedule only steps in behind a crash. */
const afterTheSurface = 10 * second

/** What changes a badge asks for a new one in the same batch, so that no crash leaves an old one standing. */
export function issueBadgeLater(deps: Pick<Deps, 'db' | 'clock' | 'random'>, brandId: string): Statement {
  const dueAt = deps.clock.now() + afterTheSurface
  return enqueue(deps, { kind: 'issue-badge', subject: brandId, target: null, dueAt })
}
