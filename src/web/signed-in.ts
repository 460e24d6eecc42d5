import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { comesFromHere } from '#auth/from-here.ts'
import { keepSession } from '#auth/keep-session.ts'
import { sessionCookie, type Acting, type Session } from '#auth/session.ts'
import { isSteppedUp } from '#auth/step-up.ts'
import type { Deps } from '#base/deps.ts'
import { setSessionCookie } from './sign-in/cookies.ts'

declare module 'hono' {
  interface ContextVariableMap {
    session: Session
    acting: Acting
  }
}

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/** Who is signed in, if anybody; a token that is due is followed by the next. */
export async function sessionIn(c: Context, deps: Seams): Promise<Session | null> {
  const token = getCookie(c, sessionCookie)
  const kept = token === undefined ? null : await keepSession(deps, token)
  if (kept === null) return null
  if (kept.token !== null) setSessionCookie(c, kept.token, kept.session.expiresAt - deps.clock.now())
  return kept.session
}

/** For pages of a person's own: whoever is not signed in goes to do so, and comes back. Says `no-store` of all. */
export function signedIn(deps: Seams): MiddlewareHandler {
  return async (c, next) => {
    c.header('Cache-Control', 'no-store')
    const session = await sessionIn(c, deps)
    if (session === null) return c.redirect(`/sign-in?next=${encodeURIComponent(wanted(c))}`, 303)
    c.set('session', session)
    return await next()
  }
}

/** For pages of an organisation: whoever is signed in and has none goes to make one. */
export function acting(deps: Seams): MiddlewareHandler {
  const enter = signedIn(deps)
  return async (c, next) =>
    await enter(c, async () => {
      const { acting: member } = c.get('session')
      if (member === null) {
        c.res = c.redirect(`/organisations/new?next=${encodeURIComponent(wanted(c))}`, 303)
        return
      }
      c.set('acting', member)
      await next()
    })
}

/**
 * For dangerous acts, behind `signedIn` or `acting`: whoever did not show a moment ago who they are does so first, and
 * then comes to `back`, or to the same page where it can be asked for again.
 */
export function steppedUp(deps: Pick<Deps, 'clock'>, back?: string): MiddlewareHandler {
  return async (c, next) => {
    if (isSteppedUp(deps, c.get('session'))) return await next()
    return c.redirect(`/step-up?next=${encodeURIComponent(back ?? wanted(c))}`, 303)
  }
}

/** Where to come back to: only what can be asked for again. */
function wanted(c: Context): string {
  const { pathname, search } = new URL(c.req.url)
  return c.req.method === 'GET' ? `${pathname}${search}` : '/dashboard'
}

/** Refuses what another site's page sends in our visitor's name: each request that is not safe must pass it. */
export function isFromHere(c: Context, publicUrl: string): boolean {
  return comesFromHere({ site: c.req.header('sec-fetch-site'), origin: c.req.header('origin') }, publicUrl)
}
