import { askWithSibling, findMisplaced, type Place } from '#challenges/ask.ts'
import { proved, refused } from '#challenges/finding.ts'
import { cnameLabel, relativeHost, sameName, siblingName } from '#challenges/labels.ts'
import type { Challenge, Finding, Method, Refused, RefusedReason } from '#challenges/method.ts'
import { shown } from '#challenges/shown.ts'
import type { DnsAnswer, Perspective } from '#net/net.ts'

/** A CNAME at `_veramarca.<domain>` whose target spells organisation and token; the target need not exist. */
export const dnsCname: Method = {
  name: 'dns-cname',
  strength: 'dns',
  instruct: (challenge) => ({
    method: 'dns-cname',
    name: challengeName(challenge.domain),
    host: relativeHost(cnameLabel, challenge),
    type: 'CNAME',
    value: targetName(challenge),
  }),
  look,
  diagnose,
}

async function look({ dns }: Perspective, challenge: Challenge, sibling: string): Promise<Finding> {
  const name = challengeName(challenge.domain)
  const { answer, beside } = await askWithSibling(dns, name, siblingName(sibling, challenge.domain), 'CNAME')
  if (!pointsToUs(answer, challenge)) return withoutOurs(name, answer, challenge)
  if (pointsToUs(beside(), challenge)) {
    return refused(
      'wildcard',
      `A random name beside ${name} has the same target, so a wildcard record answers for every name under ` +
        `${challenge.domain}. Put the CNAME at exactly ${name} and take it out of the wildcard.`,
    )
  }
  return proved
}

function withoutOurs(name: string, answer: DnsAnswer, challenge: Challenge): Refused {
  const refusal = (reason: RefusedReason, detail: string) => refused(reason, detail, answer.negativeTtl)
  const expected = targetName(challenge)
  const targets = firstTargets(answer)
  const appended = [challenge.domain, challenge.registrableDomain].map((zone) => `${expected}.${zone}`)
  if (targets.some((target) => appended.some((wrong) => sameName(target, wrong)))) {
    return refusal(
      'zone_appended_twice',
      `Your DNS panel has added the domain to the target of ${name}. End the target with a dot: ${expected}.`,
    )
  }
  if (targets.length > 0) {
    return refusal('mismatch', `The CNAME at ${name} points to ${shown(targets)}. Expected: ${expected}`)
  }
  if (answer.kind === 'nxdomain') {
    return refusal(
      'nxdomain',
      `There is no name ${name} in the DNS yet. Add a CNAME there ` +
        `(host: ${relativeHost(cnameLabel, challenge)}) with the target ${expected}`,
    )
  }
  return refusal(
    'no_cname_record',
    `The name ${name} is there, but it has no CNAME. Remove its other records and add one with the target ${expected}`,
  )
}

async function diagnose({ dns }: Perspective, challenge: Challenge, refusal: Refused): Promise<Refused> {
  if (!['nxdomain', 'no_cname_record', 'mismatch'].includes(refusal.reason)) return refusal
  const { domain, registrableDomain } = challenge
  const name = challengeName(domain)
  const twice = 'Your DNS panel adds the domain by itself: leave it out of the host.'
  const places: Place<RefusedReason>[] = [
    { name: `${name}.${registrableDomain}`, reason: 'zone_appended_twice', advice: twice },
    {
      name: challengeName(`www.${domain}`),
      reason: 'record_at_www',
      advice: 'It belongs under the domain itself, not under www.',
    },
  ]
  const found = await findMisplaced(dns, 'CNAME', places, (answer) => pointsToUs(answer, challenge))
  if (found === null) return refusal
  const detail =
    `The CNAME was found at ${found.name}; it is expected at ${name}. ${found.advice} ` +
    `The host to type is ${relativeHost(cnameLabel, challenge)}`
  return refused(found.reason, detail, refusal.negativeTtl ?? null)
}

/** The owner's own record: the first target, whatever lies behind it. A zone with two CNAMEs at a name shows both. */
function firstTargets({ chain, values }: DnsAnswer): readonly string[] {
  return chain.length > 0 ? chain.slice(0, 1) : values
}

function pointsToUs(answer: DnsAnswer, challenge: Challenge): boolean {
  return firstTargets(answer).some((target) => sameName(target, targetName(challenge)))
}

// The organisation's id comes first, as in every challenge CNAME that leaves the registrable domain.
function targetName({ organisationId, token, issuerHost }: Challenge): string {
  return `${organisationId}.${token}.dcv.${issuerHost}`
}

function challengeName(domain: string): string {
  return `${cnameLabel}.${domain}`
}
