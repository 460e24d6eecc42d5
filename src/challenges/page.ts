import { Unreachable, type Dns, type Page } from '#net/net.ts'
import { tryToAsk } from './ask.ts'
import { refused, unlearnt } from './finding.ts'
import type { Challenge, Finding, Refused } from './method.ts'
import { unregistered } from './signpost.ts'

/** What a web method wants: `url` is where, and `advice` a sentence that says what to put there. */
export type Wanted = { readonly url: string; readonly advice: string }

/**
 * Null when the page was fetched as a proof must be: status 200, and https at every hop. Else the finding.
 * Only 404 and 410 say that the thing is not there (DESIGN "Three findings"). A detail never holds a foreign body.
 */
export function unfit(page: Page, { url, advice }: Wanted): Finding | null {
  if (![url, ...page.redirects, page.url].every((hop) => hop.startsWith('https://'))) {
    return unlearnt(
      'redirect_not_allowed',
      `${url} redirects to plain http, where anyone on the way could answer.`,
    )
  }
  const answered = `${url} answered with status ${page.status}`
  switch (page.status) {
    case 200:
      return null
    case 404:
    case 410:
      return refused('not_found', `${answered}: there is nothing at that address. ${advice}`)
    case 401:
      return unlearnt(
        'login_required',
        `${answered}: it asks for a login. Let anyone read that address, without a password.`,
      )
    case 403:
      return unlearnt(
        'forbidden',
        `${answered}: our look was turned away. Let anyone read that address, robots too; ` +
          'a firewall or bot protection may need an exception for it.',
      )
    case 429:
      return unlearnt(
        'rate_limited',
        `${answered}: the server wants fewer requests. Nothing needs to be done; we shall look again later.`,
      )
    default:
      return page.status >= 500
        ? unlearnt(
            'server_error',
            `${answered}: the server has a fault. Once the site works again nothing else needs to be done; ` +
              'we shall look again later.',
          )
        : unlearnt(
            'unexpected_status',
            `${answered}, but 200 is expected. Serve it with status 200 at exactly that address.`,
          )
  }
}

/** After a refusal: better words when there is no site to look at, or no domain. */
export async function withoutSite(
  dns: Dns,
  challenge: Challenge,
  refusal: Refused,
  { url, advice }: Wanted,
): Promise<Refused> {
  if (refusal.reason !== 'no_address') return refusal
  const answer = await tryToAsk(dns, challenge.registrableDomain, 'NS')
  if (!(answer instanceof Unreachable) && answer.kind === 'nxdomain') {
    return unregistered(challenge, `a website that answers at ${url}`)
  }
  return refused(
    'no_address',
    `${refusal.detail} Point ${challenge.domain} to your web server, or prove the domain by a DNS record instead. ` +
      `The proof is looked for at ${url}. ${advice}`,
  )
}
