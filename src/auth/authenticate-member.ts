import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import type { AuthReason, Principal } from './authenticate.ts'
import { comesFromHere } from './from-here.ts'
import type { Scope } from './key.ts'
import { readSession } from './session.ts'

type Asked = {
  /** Of the session cookie. */
  readonly token: string | undefined
  readonly isSafe: boolean
  /** `Sec-Fetch-Site` and `Origin`, as the browser says. */
  readonly site: string | undefined
  readonly origin: string | undefined
}

/**
 * Tells for whom a browser asks that shows no key; null when nobody is signed in there who acts for an organisation.
 * What a page elsewhere asks in a visitor's name is nobody's, and to change something so is refused.
 */
export async function authenticateMember(
  deps: Pick<Deps, 'db' | 'clock' | 'site'>,
  { token, isSafe, ...from }: Asked,
  scope: Scope,
): Promise<Result<Principal, AuthReason> | null> {
  if (token === undefined) return null
  const isOurs = isSafe
    ? from.site === undefined || from.site === 'same-origin' || from.site === 'none'
    : comesFromHere(from, deps.site.publicUrl)
  if (!isOurs && isSafe) return null
  const session = await readSession(deps, token)
  if (session === null || session.acting === null) return null
  if (!isOurs) {
    return refuse(
      'origin_refused',
      'With a session this can be asked from the registry’s own pages alone. Use a key.',
    )
  }
  const { principal } = session.acting
  if (principal.scopes.includes(scope)) return ok(principal)
  return refuse('scope_missing', `Your role may not do that: it lacks the scope "${scope}".`)
}
