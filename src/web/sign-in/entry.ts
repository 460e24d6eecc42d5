import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { enter } from '#auth/enter.ts'
import { endSession } from '#auth/end-sessions.ts'
import { networkOf } from '#auth/network.ts'
import { readSession, sessionCookie, sessionEnds } from '#auth/session.ts'
import type { Deps } from '#base/deps.ts'
import { ownPath } from '#web/own-path.ts'
import { dropTicket, setSessionCookie } from './cookies.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'site'>

/** Signs a person in and leads on. Whoever was signed in in this browser before is no more. */
export async function letIn(
  c: Context,
  deps: Seams,
  {
    personId,
    method,
    next,
  }: { readonly personId: string; readonly method: 'email' | 'passkey'; readonly next: string },
): Promise<Response> {
  const before = getCookie(c, sessionCookie)
  const old = before === undefined ? null : await readSession(deps, before)
  if (old !== null) await endSession(deps, old.personId, old.id)
  const userAgent = c.req.header('user-agent') ?? ''
  const { token } = await enter(deps, personId, { method, userAgent })
  setSessionCookie(c, token, sessionEnds)
  dropTicket(c)
  return c.redirect(ownPath(next, deps.site.publicUrl), 303)
}

export function networkIn(c: Context, { clientAddress }: Pick<Deps, 'clientAddress'>): string | null {
  return networkOf(clientAddress(c.req.raw, c.env))
}

export function nextIn(c: Context, { site }: Pick<Deps, 'site'>): string {
  return ownPath(c.req.query('next'), site.publicUrl)
}
