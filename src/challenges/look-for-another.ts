import type { Deps } from '#base/deps.ts'
import type { DomainName } from './domain-name.ts'
import { lookFrom } from './look.ts'
import { reportOnWire, type LookReport, type LookRequest } from './look-wire.ts'
import { methods } from './methods/index.ts'

/**
 * One look that another Veramarca asked for, from our primary perspective alone: its quorum is its own. `domain` is
 * the request's name as we parsed it ourselves.
 */
export async function lookForAnother(
  deps: Pick<Deps, 'net' | 'random' | 'clock'>,
  request: LookRequest,
  { name, registrableDomain }: DomainName,
): Promise<LookReport> {
  const [primary] = deps.net.perspectives
  if (primary === undefined) throw new Error('A look needs a perspective')
  const challenge = {
    id: request.challenge_id,
    domain: name,
    registrableDomain,
    organisationId: request.organisation_id,
    domainId: request.domain_id,
    token: request.token,
    expiresAt: Date.parse(request.expires_at),
    issuerHost: request.issuer_host,
  }
  return reportOnWire(await lookFrom(deps, primary, methods[request.method], challenge))
}
