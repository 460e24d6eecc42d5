import { z } from '@hono/zod-openapi'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Deps } from '#base/deps.ts'
import { ok } from '#base/result.ts'
import { addDomain } from '#brands/add-domain.ts'
import { attemptsOf } from '#brands/attempt.ts'
import { checkDomain } from '#brands/check-domain.ts'
import { ownDomains } from '#brands/list-brands.ts'
import { ownedBrand, ownedDomain as findOwned } from '#brands/owned.ts'
import { releaseDomain } from '#brands/release-domain.ts'
import { renewChallenge } from '#brands/renew-challenge.ts'
import { showDomains } from '#brands/show-domain.ts'
import { domainNameReasons } from '#challenges/domain-name.ts'
import { methodNames } from '#challenges/method.ts'
import { attempt, attemptOnWire, keptAttempt, keptAttemptOnWire } from './attempt-wire.ts'
import { endpoint, type Api } from './endpoint.ts'
import { domainOnWire, domainState, maturing, maturingOnWire, ownedDomain } from './owned-wire.ts'
import { id, listOf, timeOrNull } from './schemas.ts'

const newDomain = z
  .strictObject({ domain: z.string().max(4_096).openapi({ example: 'acme.com' }) })
  .openapi('NewDomain')
const check = z.strictObject({ method: z.enum(methodNames).optional() }).openapi('Check')

export function domainsApi(api: Api, deps: Deps): void {
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/brands/{id}/domains',
      tag: 'Domains',
      summary: 'Say that a brand controls a domain, and learn what to publish',
      access: 'write',
      params: id,
      body: newDomain,
      status: 201,
      answer: ownedDomain,
      refuses: [...domainNameReasons, 'brand_unknown', 'domain_exists', 'too_many_pending_domains'],
    },
    async ({ params, body, principal }) => {
      const added = await addDomain(deps, principal, params.id, body.domain)
      return added.ok ? ok(domainOnWire(added.value)) : added
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/brands/{id}/domains',
      tag: 'Domains',
      summary: "A brand's domains",
      access: 'read',
      params: id,
      status: 200,
      answer: listOf(ownedDomain),
      refuses: ['brand_unknown'],
    },
    async ({ params, principal }) => {
      const brand = await ownedBrand(deps, principal, params.id)
      if (!brand.ok) return brand
      const shown = await ownDomains(deps, brand.value.id)
      return ok({ items: shown.map(domainOnWire), next_cursor: null })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/domains/{id}',
      tag: 'Domains',
      summary: 'A domain of yours, with the newest looks at it',
      access: 'read',
      params: id,
      status: 200,
      answer: ownedDomain.extend({ attempts: z.array(keptAttempt) }),
      refuses: ['domain_unknown'],
    },
    async ({ params, principal }) => {
      const owned = await findOwned(deps, principal, params.id)
      if (!owned.ok) return owned
      const [shown] = await showDomains(deps, [owned.value])
      if (shown === undefined) throw new Error(`Domain ${params.id} has no challenge`)
      const attempts = await attemptsOf(deps, params.id)
      return ok({ ...domainOnWire(shown), attempts: attempts.map(keptAttemptOnWire) })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/domains/{id}/check',
      tag: 'Domains',
      summary: 'Look now for what you have published',
      access: 'write',
      params: id,
      body: check,
      bodyOptional: true,
      status: 200,
      answer: z.object({
        state: domainState,
        attempts: z.array(attempt),
        retry_after: z.number().int().nullable().openapi({
          description: 'Seconds until `next_look_at`, or until another look may tell more; advice.',
        }),
        next_look_at: ownedDomain.shape.next_look_at,
        ...maturing,
      }),
      refuses: ['domain_unknown', 'checked_too_soon', 'target_busy'],
    },
    async ({ params, body, principal }) => {
      const checked = await checkDomain(deps, principal, params.id, body.method)
      if (!checked.ok) return checked
      const { domain, attempts, retryAfter } = checked.value
      if (domain.publicFrom !== null) await issueBadge(deps, domain.brandId)
      return ok({
        state: domain.state,
        attempts: attempts.map(attemptOnWire),
        retry_after: retryAfter,
        next_look_at: timeOrNull(domain.tryAt),
        ...maturingOnWire(domain),
      })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/domains/{id}/challenges',
      tag: 'Domains',
      summary: 'A fresh token; a standing proof keeps its own until this one is proved',
      access: 'write',
      params: id,
      status: 201,
      answer: ownedDomain,
      refuses: ['domain_unknown', 'too_many_challenges', 'too_many_pending_domains'],
    },
    async ({ params, principal }) => {
      const renewed = await renewChallenge(deps, principal, params.id)
      return renewed.ok ? ok(domainOnWire(renewed.value)) : renewed
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'delete',
      path: '/v1/domains/{id}',
      tag: 'Domains',
      summary: 'Release a domain',
      access: 'write',
      keyOnly: true,
      params: id,
      status: 204,
      answer: z.null(),
      refuses: ['domain_unknown', 'second_person_needed', 'domain_frozen'],
    },
    async ({ params, principal }) => {
      const released = await releaseDomain(deps, principal, params.id)
      if (!released.ok) return released
      await issueBadge(deps, released.value.brandId)
      return ok(null)
    },
  )
}
