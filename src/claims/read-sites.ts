import type { Principal } from '#auth/authenticate.ts'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { reserveCheck } from '#brands/manual-check.ts'
import { ownedBrand, type BrandUnknown } from '#brands/owned.ts'
import { provedNames } from '#brands/proved-names.ts'
import { drawHopedFor } from '#jobs/budget.ts'
import { siteLooks } from '#listings/read-site.ts'
import { readAndStore } from './look-site.ts'

export type ReadSitesReason = BrandUnknown | 'domain_not_proved' | 'checked_too_soon' | 'target_busy'

/** Read at once; who has more domains has the others read by the schedule. */
const sitesMax = 10

/** Reads the sites of a brand's proved domains now, for the accounts that they list. */
export async function readSites(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'net'>,
  principal: Principal,
  brandId: string,
): Promise<Result<null, ReadSitesReason>> {
  const brand = await ownedBrand(deps, principal, brandId)
  if (!brand.ok) return brand
  const domains = (await provedNames(deps, brandId)).slice(0, sitesMax)
  if (domains.length === 0) {
    return refuse(
      'domain_not_proved',
      'Prove a domain of this brand first: only the site of a proved one is read.',
    )
  }
  const wait = await reserveCheck(deps, brandId, ['site'])
  if (wait > 0)
    return refuse('checked_too_soon', `The sites were read a moment ago. Ask again in ${wait} s.`, wait)
  for (const { registrableDomain } of domains) {
    const busy = await drawHopedFor(deps, principal.organisationId, registrableDomain, 'manual', siteLooks)
    if (busy > 0) {
      const detail = `${registrableDomain} is being looked at too often. Its site is read by ourselves when there is room.`
      return refuse('target_busy', detail, Math.ceil(busy / second))
    }
  }
  await Promise.all(domains.map((domain) => readAndStore(deps, domain)))
  return ok(null)
}
