import { minute } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { renewToken } from './keep-session.ts'
import type { Session } from './session.ts'

/** Showing again who one is counts for this long. */
const stepUpEnds = 10 * minute

/** Whether whoever sits there showed a moment ago who they are: what dangerous acts ask for. */
export function isSteppedUp(
  { clock }: Pick<Deps, 'clock'>,
  { steppedUpAt }: Pick<Session, 'steppedUpAt'>,
): boolean {
  return steppedUpAt > clock.now() - stepUpEnds
}

/** Takes down that a person showed again who they are. The session goes on under a new token (OWASP ASVS 5 §7.2.4). */
export async function stepUp(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  session: Pick<Session, 'id'>,
): Promise<string | null> {
  return await renewToken(deps, session.id, { steppedUpAt: deps.clock.now() })
}
