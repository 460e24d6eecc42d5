import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { readSession, type Acting, type Session } from '#auth/session.ts'
import type { Deps } from '#base/deps.ts'

declare module 'hono' {
  interface ContextVariableMap {
    session: Session
    acting: Acting
  }
}

export const sessionCookie = '__Host-session'

/** For pages of a person's own: whoever is not signed in goes to do so, and comes back. Says `no-store` of all. */
export function signedIn(deps: Pick<Deps, 'db' | 'clock'>): MiddlewareHandler {
  return async (c, next) => {
    const token = getCookie(c, sessionCookie)
    const session = token === undefined ? null : await readSession(deps, token)
    c.header('Cache-Control', 'no-store')
    if (session === null) return c.redirect(`/sign-in?next=${encodeURIComponent(wanted(c))}`, 303)
    c.set('session', session)
    return await next()
  }
}

/** For pages of an organisation: whoever is signed in and has none goes to make one. */
export function acting(deps: Pick<Deps, 'db' | 'clock'>): MiddlewareHandler {
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

/** Where to come back to: only what can be asked for again. */
function wanted(c: Context): string {
  const { pathname, search } = new URL(c.req.url)
  return c.req.method === 'GET' ? `${pathname}${search}` : '/dashboard'
}

/**
 * Refuses what another site's page sends in our visitor's name: each request that is not safe must say that it comes
 * from here. Browsers say so (Fetch §3.2, Fetch Metadata §2.2); programs with a key carry no cookie.
 */
export function isFromHere(c: Context, publicUrl: string): boolean {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  // A page without referrers has its forms say `Origin: null` (Fetch, "append a request Origin header").
  if (site !== undefined) return site === 'same-origin' && (origin === publicUrl || origin === 'null')
  return origin === publicUrl
}
