import type { Context } from 'hono'
import type { Deps } from '#base/deps.ts'
import { propose, type Proposing } from '#proposals/propose.ts'

/** Where the lock is on: what an owner just asked for is proposed instead, and their page says so. */
export async function proposeFor(
  c: Context,
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'queue' | 'site'>,
  wanted: Proposing,
): Promise<Response> {
  const by = { session: c.get('session'), acting: c.get('acting') }
  const proposed = await propose(deps, by, wanted)
  // Proposed already, it waits there all the same.
  const done = proposed.ok || proposed.refusal.reason === 'already_proposed' ? 'proposed' : ''
  return c.redirect(`/proposals?done=${done}`, 303)
}
