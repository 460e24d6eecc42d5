import { z } from '@hono/zod-openapi'
import type { Deps } from '#base/deps.ts'
import { ok, refuse } from '#base/result.ts'
import { domainNameReasons, parseDomainName } from '#challenges/domain-name.ts'
import { lookForAnother } from '#challenges/look-for-another.ts'
import { lookReport, lookRequest } from '#challenges/look-wire.ts'
import { drawLooks } from '#jobs/budget.ts'
import { endpoint, type Api } from './endpoint.ts'

const request = z.strictObject(lookRequest.shape).openapi('LookRequest', {
  example: {
    method: 'dns-txt',
    domain: 'acme.com',
    organisation_id: 'org_33o2wjxr3hrgho57iqni',
    domain_id: 'dom_2qaoybyaj4ah576afizh',
    challenge_id: 'ch_4ah576afizh2qaoybyaj',
    token: 'r4mhmc2htzjnqvlywbsztah4bgs6zsmu',
    expires_at: '2026-12-22T00:33:54Z',
    issuer_host: 'registry.example',
  },
})
const report = z.object(lookReport.shape).openapi('LookReport')

/** The side of a remote perspective: it looks, and decides nothing. */
export function looksApi(api: Api, deps: Deps): void {
  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/looks',
      tag: 'Perspectives',
      summary: "Make one look for another registry's challenge, from here",
      access: 'look',
      body: request,
      status: 200,
      answer: report,
      refuses: [...domainNameReasons, 'target_busy'],
    },
    async ({ body }) => {
      const domain = parseDomainName(body.domain, { acceptReserved: deps.site.atHome })
      if (!domain.ok) return domain
      const { registrableDomain } = domain.value
      const busy = await drawLooks(deps, registrableDomain, 'remote', 1)
      if (busy > 0) {
        const seconds = Math.ceil(busy / 1_000)
        return refuse(
          'target_busy',
          `${registrableDomain} is being looked at too often, for others.`,
          seconds,
        )
      }
      return ok(await lookForAnother(deps, body, domain.value))
    },
  )
}
