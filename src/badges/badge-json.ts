import { rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { badgeVerdict } from './credential.ts'
import { ownVerified } from './identities.ts'
import { brandAt, storedBadge } from './read-badge.ts'

/**
 * What `/badges/{slug}.json` serves; null when no brand has this address. A brand whose proof is over still has
 * this view, with its verdict, and nothing signed.
 */
export async function badgeJson(deps: Pick<Deps, 'db' | 'clock' | 'site'>, slug: string) {
  const brand = await brandAt(deps, slug.toLowerCase())
  if (brand === null) return null
  const badge = await storedBadge(deps, slug)
  const { publicUrl } = deps.site
  const address = `${publicUrl}/badges/${brand.slug}`
  return {
    slug: brand.slug,
    domain: brand.slug,
    verdict: badgeVerdict(brand),
    name: brand.name,
    name_state: brand.nameState,
    accounts: ownVerified(brand.accounts).map(({ platform, handle, platformId, url, relation }) => {
      return { platform, handle, platform_id: platformId, url, relation }
    }),
    jwt: badge === null ? null : `${address}.jwt`,
    svg: `${address}.svg`,
    png: `${address}.png`,
    url: `${publicUrl}/b/${brand.slug}`,
    about: `${publicUrl}/what-a-badge-says`,
    issued_at: badge === null ? null : rfc3339(badge.issuedAt),
    expires_at: badge === null ? null : rfc3339(badge.expiresAt),
    as_of: rfc3339(brand.asOf),
  }
}
