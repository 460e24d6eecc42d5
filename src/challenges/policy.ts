import type { Perspective } from '#net/net.ts'
import { refused } from './finding.ts'
import { nameCharactersMax, namesUpTo, policyLabel } from './labels.ts'
import { exitOf } from './leading-out.ts'
import type { Challenge, MethodName, Refused } from './method.ts'
import { shown } from './shown.ts'

/** One `_veramarca-policy` record; null where it sets no limit. */
type Policy = { readonly methods: readonly string[] | null; readonly organisations: readonly string[] | null }

/**
 * The domain owner's own rule about who may prove it and how: TXT records at `_veramarca-policy.<name>`, such as
 * `methods=dns-txt,dns-cname org=org_…`. As with CAA (RFC 8659 §3) the records nearest to the name bind it, up to
 * the registrable domain, and of several any one may allow. Null when the proof is allowed.
 * @throws Unreachable when it cannot be learnt: then nothing is proved.
 */
export async function policyAgainst(
  { dns }: Perspective,
  method: MethodName,
  challenge: Challenge,
): Promise<Refused | null> {
  for (const name of policyNames(challenge)) {
    const { values, chain } = await dns.ask(name, 'TXT')
    const policies = values.flatMap(policyOf)
    if (policies.length === 0) continue
    const allowed = policies.some(
      ({ methods, organisations }) =>
        (methods?.includes(method) ?? true) &&
        (organisations?.includes(challenge.organisationId.toLowerCase()) ?? true),
    )
    if (!allowed) return forbidden(name, values, method, challenge)
    // A wildcard CNAME would let whoever hosts the site lift the rule of whoever runs the DNS: a policy from outside
    // the domain may forbid, but ends nothing.
    if (exitOf(chain, challenge.registrableDomain) === null) return null
  }
  return null
}

/** Where a policy may stand, the nearest first. */
function policyNames({ domain, registrableDomain }: Challenge): readonly string[] {
  return namesUpTo(domain, registrableDomain)
    .map((name) => `${policyLabel}.${name}`)
    .filter((name) => name.length <= nameCharactersMax)
}

/** Keys in any case, unknown ones ignored; a text with neither key is no policy (a wildcard record, perhaps). */
function policyOf(text: string): Policy[] {
  const pairs = text.split(/[ \t\r\n;]+/).map((pair) => {
    const at = pair.indexOf('=')
    return { key: pair.slice(0, Math.max(at, 0)).toLowerCase(), value: pair.slice(at + 1).toLowerCase() }
  })
  const listed = (key: string) => {
    const named = pairs.filter((pair) => pair.key === key)
    return named.length === 0 ? null : named.flatMap(({ value }) => value.split(','))
  }
  const policy = { methods: listed('methods'), organisations: listed('org') }
  // A challenge record names an organisation too, and a wildcard one would be seen here.
  if (listed('token') !== null) return []
  return policy.methods === null && policy.organisations === null ? [] : [policy]
}

function forbidden(
  name: string,
  values: readonly string[],
  method: MethodName,
  { domain, organisationId }: Challenge,
): Refused {
  return refused(
    'policy_forbids',
    `The proof is there, but the policy at ${name} says ${shown(values)}, which does not allow ${method} for ` +
      `organisation ${organisationId}. Whoever runs the DNS of ${domain} can add the TXT record ` +
      `methods=${method} org=${organisationId} there, or take the policy away.`,
  )
}
