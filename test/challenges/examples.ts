import { day } from '#base/clock.ts'
import { lookAt } from '#challenges/look.ts'
import type { MethodName } from '#challenges/method.ts'
import { methods } from '#challenges/methods/index.ts'
import type { RefusedReason, UnlearntReason } from '#challenges/reasons.ts'
import { createNodeNet } from '#net/node-net.ts'
import { openHouse } from '#test/support/house.ts'
import { type Internet, startInternet } from '#test/support/internet/internet.ts'
import { hangsUp, redirect } from '#test/support/internet/page.ts'
import { addDomain, challengeOf, enterBrand, proveBrand } from '#test/support/registered.ts'
import { acme, clock, record, seededRandom, squatter } from './fixture.ts'

/** Of one perspective alone, and never of a whole look: the primary is always here. */
export const ofOnePerspective = ['perspective_failed', 'perspective_doubled', 'perspective_unplaced'] as const
export type Reason = RefusedReason | UnlearntReason
type Told = { readonly kind: string; readonly reason: string | null; readonly detail: string | null }

/** How the reason comes about for acme.com; the registry and the net are real, the Internet is on loopback. */
type Example = {
  readonly method: MethodName
  readonly happens: (internet: Internet) => void
  /** Whose the resolvers are. */
  readonly operators?: readonly string[]
}

const txt = '_veramarca-challenge.acme.com'
const cname = '_veramarca.acme.com'
const file = 'https://acme.com/.well-known/veramarca-challenge/dom_acme.txt'
const older = record.replace(acme.token, acme.token.replaceAll('k', 'd'))
const status = (code: number): Example => ({
  method: 'http-file',
  happens: ({ page }) => page.set(file, { status: code }),
})
const texts = (name: string, ...values: string[]): Example => ({
  method: 'dns-txt',
  happens: ({ zone }) => zone.set(name, { TXT: values }),
})
const leadsTo = (to: string): Example => ({
  method: 'http-file',
  happens: ({ page }) => page.set(file, redirect(to)),
})
const troubled = (trouble: Parameters<Internet['zone']['trouble']>[1]): Example => ({
  method: 'dns-txt',
  happens: ({ zone }) => zone.trouble('*.acme.com', trouble),
})

export const examples: Record<
  Exclude<Reason, 'token_expired' | 'yields_to_dns' | (typeof ofOnePerspective)[number]>,
  Example
> = {
  nxdomain: {
    method: 'dns-txt',
    happens: ({ zone }) => zone.set('acme.com', { NS: ['kira.ns.cloudflare.com', 'lou.ns.cloudflare.com'] }),
  },
  no_txt_record: { method: 'dns-txt', happens: ({ zone }) => zone.set(txt, { A: ['192.0.2.1'] }) },
  no_cname_record: { method: 'dns-cname', happens: ({ zone }) => zone.set(cname, { TXT: ['hello'] }) },
  mismatch: texts(txt, 'v=spf1 -all'),
  stale_value: texts(txt, older),
  other_organisation: texts(txt, `token=${squatter.token} org=org_squatter`),
  invisible_character: texts(txt, record.replace(' ', '\u200B ')),
  wrong_case: texts(txt, record.toUpperCase()),
  literal_quotes: texts(txt, `"${record}"`),
  zone_appended_twice: texts(`${txt}.acme.com`, record),
  record_at_apex: texts('acme.com', record),
  record_at_www: texts('www.acme.com', record),
  record_at_wrong_host: texts('veramarca-challenge.acme.com', record),
  cname_in_the_way: {
    method: 'dns-txt',
    happens: ({ zone }) => (
      zone.set(txt, { CNAME: 'sites.example' }),
      zone.set('sites.example', { TXT: ['x'] })
    ),
  },
  cname_not_yours: {
    method: 'dns-txt',
    happens: ({ zone }) => (
      zone.set(txt, { CNAME: 'acme.proofs.example' }),
      zone.set('acme.proofs.example', { TXT: [record] })
    ),
  },
  wildcard: texts('*.acme.com', record),
  parked_name_servers: {
    method: 'dns-txt',
    happens: ({ zone }) => zone.set('acme.com', { NS: ['ns1.sedoparking.com', 'ns2.sedoparking.com'] }),
  },
  domain_nxdomain: { method: 'dns-txt', happens: ({ zone }) => zone.remove('acme.com') },
  policy_forbids: {
    method: 'dns-txt',
    happens: ({ zone }) => (
      zone.set(txt, { TXT: [record] }),
      zone.set('_veramarca-policy.acme.com', { TXT: ['methods=dns-cname'] })
    ),
  },
  no_address: { method: 'http-file', happens: ({ zone }) => zone.set('acme.com', { A: [], TXT: ['x'] }) },
  not_found: { method: 'http-file', happens: ({ page }) => page.set('https://acme.com/', 'Welcome') },
  no_meta_tag: {
    method: 'html-meta',
    happens: ({ page }) => page.set('https://acme.com/', '<title>Acme</title>'),
  },
  timeout: troubled('timeout'),
  servfail: troubled('servfail'),
  dnssec_bogus: troubled('bogus'),
  cname_loop: {
    method: 'dns-txt',
    happens: ({ zone }) => (zone.set(txt, { CNAME: 'a.acme.com' }), zone.set('a.acme.com', { CNAME: txt })),
  },
  resolver_failed: troubled('refused'),
  malformed_answer: troubled('malformed'),
  connection_failed: { method: 'http-file', happens: ({ page }) => page.set(file, hangsUp) },
  tls_failure: {
    method: 'http-file',
    happens: ({ page, certificate }) => (page.set(file, record), certificate.set('acme.com', 'wrong')),
  },
  address_not_public: {
    method: 'http-file',
    happens: ({ zone }) => zone.set('acme.com', { A: ['10.0.0.1'] }),
  },
  redirect_loop: leadsTo(file),
  too_many_redirects: {
    method: 'http-file',
    happens: ({ page }) => {
      page.set(file, redirect('https://acme.com/0'))
      for (let hop = 0; hop < 11; hop += 1) page.set(`https://acme.com/${hop}`, redirect(`/${hop + 1}`))
    },
  },
  redirect_off_domain: leadsTo('https://acme.net/'),
  redirect_not_allowed: leadsTo('https://acme.com:8443/'),
  login_required: status(401),
  forbidden: status(403),
  rate_limited: status(429),
  server_error: status(503),
  unexpected_status: status(204),
  page_too_large: {
    method: 'html-meta',
    happens: ({ page }) => page.set('https://acme.com/', `<script>${'x'.repeat(1_100_000)}</script>`),
  },
  perspectives_disagree: {
    method: 'dns-txt',
    happens: ({ resolvers }) => resolvers[0]?.set(txt, { TXT: [record] }),
  },
  // All three resolvers of one operator.
  not_corroborated: {
    ...texts(txt, record),
    operators: Array.from({ length: 3 }, () => 'cloudflare-dns.com'),
  },
}

const threeOperators = ['cloudflare-dns.com', 'dns.google', 'doh.opendns.com']

/** What the server says of acme.com when it happens. */
export async function toldOf({ method, happens, operators = threeOperators }: Example): Promise<Told> {
  const internet = await startInternet()
  try {
    internet.zone.set('acme.com', { A: ['127.0.0.1'] })
    happens(internet)
    const real = createNodeNet({ ...internet.netOptions, limits: { dnsTryMs: 200 } })
    const perspectives = real.perspectives.map((perspective, index) => ({
      ...perspective,
      name: threeOperators[index] ?? '',
      resolver: operators[index] ?? '',
    }))
    const { finding } = await lookAt(
      { net: { perspectives, resolvers: perspectives, remotes: [] }, random: seededRandom(), clock },
      methods[method],
      acme,
    )
    if (finding.kind === 'proved') return { kind: 'proved', reason: null, detail: null }
    const detail = finding.detail.replaceAll(/127\.0\.0\.1:\d+/g, 'cloudflare-dns.com')
    return { kind: finding.kind, reason: finding.reason, detail }
  } finally {
    await internet.close()
  }
}

/** The one reason that needs no look: a token of thirty days ago. */
export async function toldOfAnExpiredToken(): Promise<Told> {
  const house = await openHouse()
  const owner = await house.owner()
  const added = await addDomain(owner, await enterBrand(owner), 'acme.com')
  house.world.publish(challengeOf(added, 'dns-txt'))
  house.pass(30 * day)
  const { body } = await owner.post(`/v1/domains/${added.id}/check`, { method: 'dns-txt' })
  const { outcome, reason, detail } = body.attempts[0]
  return { kind: outcome, reason, detail }
}

/** The one reason that needs another organisation: it has proved the name by DNS. */
export async function toldOfARival(): Promise<Told> {
  const house = await openHouse()
  await proveBrand(house, await house.owner('Acme Ltd'), 'acme.com')
  const tenant = await house.owner('Tenant Ltd')
  const added = await addDomain(tenant, await enterBrand(tenant), 'shop.acme.com')
  house.world.publish(challengeOf(added, 'http-file'))
  const { body } = await tenant.post(`/v1/domains/${added.id}/check`, { method: 'http-file' })
  const { outcome, reason, detail } = body.attempts[0]
  return { kind: outcome, reason, detail }
}
