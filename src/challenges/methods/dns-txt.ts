import { askWithSibling, findMisplaced, type Place } from '#challenges/ask.ts'
import { proved, refused } from '#challenges/finding.ts'
import { isWithin, relativeHost, siblingName, txtLabel } from '#challenges/labels.ts'
import type { Challenge, Finding, Method, Refused, RefusedReason } from '#challenges/method.ts'
import { isOurs, otherOrganisation, recordText } from '#challenges/record.ts'
import { shown } from '#challenges/shown.ts'
import type { DnsAnswer, Perspective } from '#net/net.ts'

/** A TXT record at `_veramarca-challenge.<domain>` (draft-ietf-dnsop-domain-verification-techniques §5.1). */
export const dnsTxt: Method = {
  name: 'dns-txt',
  strength: 'dns',
  instruct: (challenge) => ({
    method: 'dns-txt',
    name: challengeName(challenge.domain),
    host: relativeHost(txtLabel, challenge),
    type: 'TXT',
    value: recordText(challenge),
  }),
  look,
  diagnose,
}

async function look({ dns }: Perspective, challenge: Challenge, sibling: string): Promise<Finding> {
  const name = challengeName(challenge.domain)
  const { answer, beside } = await askWithSibling(dns, name, siblingName(sibling, challenge.domain), 'TXT')
  if (!answer.values.some((value) => isOurs(value, challenge))) return withoutOurs(name, answer, challenge)
  const stranger = strangeTarget(answer, challenge)
  if (stranger !== null) {
    return refused(
      'cname_not_yours',
      `${name} is a CNAME that leads out of ${challenge.registrableDomain}, to ${shown([stranger])}. ` +
        `A challenge may be delegated only to a name whose first label is your organisation's id, ` +
        `${challenge.organisationId}. Put the TXT record itself at ${name}, or point the CNAME to such a name.`,
    )
  }
  if (beside().values.some((value) => isOurs(value, challenge))) {
    return refused(
      'wildcard',
      `A random name beside ${name} answers with the same record, so a wildcard record answers for every name ` +
        `under ${challenge.domain}. Put the TXT record at exactly ${name} and take it out of the wildcard.`,
    )
  }
  return proved
}

function withoutOurs(name: string, answer: DnsAnswer, challenge: Challenge): Refused {
  const refusal = (reason: RefusedReason, detail: string) => refused(reason, detail, answer.negativeTtl)
  const expected = recordText(challenge)
  if (answer.values.some((value) => isOurs(unquoted(value), challenge))) {
    return refusal(
      'literal_quotes',
      `The TXT record at ${name} has quotation marks as part of its value: ${shown(answer.values)}. ` +
        `Type the value without them: ${expected}`,
    )
  }
  if (strangeTarget(answer, challenge) !== null) {
    return refusal(
      'cname_in_the_way',
      `${name} is a CNAME to ${shown(answer.chain)}, so a TXT record at that name is not seen. ` +
        `Remove the CNAME, then add a TXT record with the value ${expected}`,
    )
  }
  if (answer.values.length > 0) return refusal('mismatch', mismatchDetail(name, answer, challenge))
  if (answer.kind === 'nxdomain') {
    return refusal(
      'nxdomain',
      `There is no name ${name} in the DNS yet. Add a TXT record there (host: ${relativeHost(txtLabel, challenge)}) ` +
        `with the value ${expected}`,
    )
  }
  return refusal(
    'no_txt_record',
    `The name ${name} is there, but it has no TXT record. Add one with the value ${expected}`,
  )
}

function mismatchDetail(name: string, { values }: DnsAnswer, challenge: Challenge): string {
  const other = values.map((value) => otherOrganisation(value, challenge)).find((org) => org !== null)
  const whose = other === undefined ? '' : ` It names another organisation, ${shown([other])}.`
  return (
    `The TXT record at ${name} says ${shown(values)}.${whose} Expected: ${recordText(challenge)}. ` +
    'Add that value as a record of its own; other records may stay.'
  )
}

/** The first name of the chain that leaves the registrable domain, unless it begins with the organisation's id. */
function strangeTarget(
  { chain }: DnsAnswer,
  { registrableDomain, organisationId }: Challenge,
): string | null {
  const outside = chain.find((target) => !isWithin(target, registrableDomain))
  return outside === undefined || outside.split('.')[0]?.toLowerCase() === organisationId.toLowerCase()
    ? null
    : outside
}

async function diagnose({ dns }: Perspective, challenge: Challenge, refusal: Refused): Promise<Refused> {
  if (!['nxdomain', 'no_txt_record', 'mismatch'].includes(refusal.reason)) return refusal
  const found = await findMisplaced(dns, 'TXT', likelyMistakes(challenge), ({ values }) =>
    values.some((value) => isOurs(value, challenge) || isOurs(unquoted(value), challenge)),
  )
  if (found === null) return refusal
  const detail =
    `The record was found at ${found.name}; it is expected at ${challengeName(challenge.domain)}. ${found.advice} ` +
    `The host to type is ${relativeHost(txtLabel, challenge)}`
  return refused(found.reason, detail, refusal.negativeTtl ?? null)
}

function likelyMistakes({ domain, registrableDomain }: Challenge): Place<RefusedReason>[] {
  const name = challengeName(domain)
  const twice = 'Your DNS panel adds the domain by itself: leave it out of the host.'
  const apex = `It belongs under the label ${txtLabel}, not at the domain itself.`
  const www = 'It belongs under the domain itself, not under www.'
  const places: Place<RefusedReason>[] = [
    { name: `${name}.${registrableDomain}`, reason: 'zone_appended_twice', advice: twice },
    { name: `${name}.${domain}`, reason: 'zone_appended_twice', advice: twice },
    { name: domain, reason: 'record_at_apex', advice: apex },
    { name: registrableDomain, reason: 'record_at_apex', advice: apex },
    {
      name: challengeName(registrableDomain),
      reason: 'record_at_apex',
      advice: `There it speaks for ${registrableDomain}, not for ${domain}.`,
    },
    { name: challengeName(`www.${domain}`), reason: 'record_at_www', advice: www },
    { name: `www.${domain}`, reason: 'record_at_www', advice: www },
  ]
  const names = places.map((place) => place.name)
  return places.filter((place, index) => place.name !== name && names.indexOf(place.name) === index)
}

function challengeName(domain: string): string {
  return `${txtLabel}.${domain}`
}

// Straight and typographic marks, with or without a backslash: what panels and word processors leave behind.
// A value of 64 KiB of quotation marks would make the pattern slow; ours is far shorter.
function unquoted(value: string): string {
  return value.length > 1_000 ? value : value.replace(/^[\s\\"'“”„‘’`]+|[\s\\"'“”„‘’`]+$/g, '')
}
