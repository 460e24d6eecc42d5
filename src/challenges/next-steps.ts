import type { UnreachableReason } from '#net/net.ts'
import type { Unlearnt } from './method.ts'

const again = 'We shall look again later.'

/** What net/ found is a fact of the network; these say what its owner can do about it. */
const nextSteps: Record<UnreachableReason, string> = {
  timeout: `Nothing was decided. ${again}`,
  servfail: `Ask whoever runs the DNS to look after those name servers. ${again}`,
  dnssec_bogus:
    'Ask whoever runs the DNS to repair it: the DS record at the registrar must fit the keys of the zone, or be removed.',
  cname_loop: 'Correct those CNAME records: one that ends at a name with records is expected.',
  resolver_failed: `The fault is not known to be yours. ${again}`,
  malformed_answer: `${again} When it stays so, ask whoever runs that server.`,
  connection_failed: 'Check that the web server runs and that its firewall lets strangers in.',
  tls_failure: 'The site needs a certificate for exactly that name, from an authority that browsers trust.',
  address_not_public: 'Point the name to an address on the public Internet: no other is looked at.',
  no_address: 'Point the name to your web server.',
  redirect_loop: 'Correct the redirects: they are expected to end at a page.',
  too_many_redirects: 'Redirect at most once, to the page itself.',
  redirect_off_domain: 'Answer at the address itself, or redirect only inside the domain.',
  redirect_not_allowed: 'Answer at the address itself, or redirect only to https on the standard port.',
}

/** The same finding with its next step. What the methods and the quorum say has one already. */
export function withNextStep(finding: Unlearnt): Unlearnt {
  const step = Object.entries(nextSteps).find(([reason]) => reason === finding.reason)?.[1]
  return step === undefined ? finding : { ...finding, detail: `${finding.detail} ${step}` }
}
