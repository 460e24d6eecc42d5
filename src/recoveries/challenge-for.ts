import type { Deps } from '#base/deps.ts'
import { bind } from '#brands/challenge.ts'
import type { Challenge } from '#challenges/method.ts'
import type { Recovery } from './recovery.ts'

/** The token with the asking organisation and the domain that it is bound to. */
export function challengeFor(deps: Pick<Deps, 'site'>, recovery: Recovery): Challenge {
  const { id, domain: name, domainId, registrableDomain, organisationId } = recovery
  return bind(deps, { id: domainId, name, registrableDomain, organisationId }, { ...recovery, id })
}
