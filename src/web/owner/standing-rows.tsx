import { platformName } from '#accounts/platforms/index.ts'
import type { OwnedDomain } from '#brands/show-domain.ts'
import type { OwnedClaim } from '#claims/show-claims.ts'
import { usePage } from '#web/page.ts'
import { MarkTag } from '#web/parts/mark.tsx'
import { Term } from '#web/parts/text.tsx'
import { claimHealth, domainHealth, leftIn, markOf, type Health } from './health.ts'

/** Domains and accounts in a line each: what, how it stands, how long yet. */
export function DomainRows({
  domains,
  now,
}: {
  readonly domains: readonly OwnedDomain[]
  readonly now: number
}) {
  return (
    <ul class="rows">
      {domains.map(({ domain, challengeExpiresAt }) => (
        <li>
          <a class="domain" href={`/dashboard/domains/${domain.id}`}>
            <Term>{domain.name}</Term>
          </a>
          <Standing health={domainHealth(domain, challengeExpiresAt, now)} now={now} />
        </li>
      ))}
    </ul>
  )
}

export function ClaimRows({ claims, now }: { readonly claims: readonly OwnedClaim[]; readonly now: number }) {
  return (
    <ul class="rows">
      {claims.map((owned) => (
        <li>
          <a class="account" href={`/dashboard/claims/${owned.claim.id}`}>
            <span class="platform">{platformName(owned.claim.platform)}</span>{' '}
            <Term>{owned.claim.handle}</Term>
          </a>
          <Standing health={claimHealth(owned)} now={now} />
        </li>
      ))}
    </ul>
  )
}

function Standing({ health, now }: { readonly health: Health; readonly now: number }) {
  const { language } = usePage()
  return (
    <span class="marks">
      <MarkTag mark={markOf(language, health)} />
      <Left health={health} now={now} />
    </span>
  )
}

/** How long something stands if nobody looks again. */
export function Left({ health, now }: { readonly health: Health; readonly now: number }) {
  const left = leftIn(usePage().language, health, now)
  return left === '' ? null : <span class="fine">{left}</span>
}
