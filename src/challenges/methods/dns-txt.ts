import { sameName } from '#base/dns-name.ts'
import { askWithSibling } from '#challenges/ask.ts'
import { proved, refused } from '#challenges/finding.ts'
import { firstFlaw } from '#challenges/flaw.ts'
import { relativeHost, siblingName, txtLabel, txtName } from '#challenges/labels.ts'
import { exitOf, firstLabel, type SharedWay, sharedWay } from '#challenges/leading-out.ts'
import type { Challenge, Finding, Method, Refused } from '#challenges/method.ts'
import { misplacedTxt } from '#challenges/misplaced.ts'
import type { RefusedReason } from '#challenges/reasons.ts'
import { isOurs, isTargetText, recordText, strangerIn, targetName } from '#challenges/record.ts'
import { shown } from '#challenges/shown.ts'
import { unquoted } from '#challenges/unquoted.ts'
import type { DnsAnswer, Perspective } from '#net/net.ts'

/** A TXT record at `_veramarca-challenge.<domain>` (draft-ietf-dnsop-domain-verification-techniques §5.1). */
export const dnsTxt: Method = {
  name: 'dns-txt',
  strength: 'dns',
  instruct: (challenge) => ({
    method: 'dns-txt',
    name: txtName(challenge.domain),
    host: relativeHost(txtLabel, challenge),
    type: 'TXT',
    value: recordText(challenge),
  }),
  look,
  diagnose,
}

async function look({ dns }: Perspective, challenge: Challenge, sibling: string): Promise<Finding> {
  const { domain, registrableDomain, organisationId } = challenge
  const name = txtName(domain)
  const besideName = siblingName(sibling, domain)
  const { answer, beside, besideIfKnown } = await askWithSibling(dns, name, besideName, 'TXT')
  const exit = exitOf(answer.chain, registrableDomain)
  const sharedExit = sharedWay(exit, exitOf(besideIfKnown?.chain ?? [], registrableDomain), besideName)
  if (sharedExit?.by === 'dname') return redirected(name, sharedExit, answer, challenge)
  const shared = sharedWay(answer.chain[0] ?? null, besideIfKnown?.chain[0] ?? null, besideName)
  if (!answer.values.some((value) => isOurs(value, challenge))) {
    return withoutOurs(name, answer, shared, challenge)
  }
  // Inside the domain too: the keeper of where it leads need not answer both questions alike.
  const wildcard = sharedExit ?? (shared?.by === 'wildcard' ? shared : null)
  if (wildcard !== null) {
    return refused(
      'wildcard',
      `Every name under ${domain} without a record of its own is led ` +
        `${sharedExit === null ? '' : `out of ${registrableDomain}, `}to ${shown([wildcard.to])}, by a wildcard CNAME. The TXT record found there is not that of ${name}. ` +
        `Add one at exactly ${name} with the value ${recordText(challenge)}`,
    )
  }
  if (exit !== null && !isDelegation(exit, challenge)) {
    return refused(
      'cname_not_yours',
      `${name} is a CNAME that leads out of ${registrableDomain}, to ${shown([exit])}. ` +
        `A challenge may be delegated only to a name whose first label is your organisation's id, ` +
        `${organisationId}. Put the TXT record itself at ${name}, or point the CNAME to such a name.`,
    )
  }
  if (beside().values.some((value) => isOurs(value, challenge))) {
    return refused(
      'wildcard',
      `A random name beside ${name} answers with the same record, so a wildcard record answers for every name ` +
        `under ${domain}. Put the TXT record at exactly ${name} and take it out of the wildcard.`,
    )
  }
  return proved
}

function withoutOurs(
  name: string,
  answer: DnsAnswer,
  shared: SharedWay | null,
  challenge: Challenge,
): Refused {
  const refusal = (reason: RefusedReason, detail: string) => refused(reason, detail, answer.negativeTtl)
  const { chain, values, kind } = answer
  const expected = recordText(challenge)
  const exit = exitOf(chain, challenge.registrableDomain)
  const flaw = firstFlaw(values, challenge)
  if (flaw !== null) {
    return refusal(
      flaw.reason,
      `The TXT record at ${name} has ${flaw.what}. ${flaw.advice}. Expected: ${expected}`,
    )
  }
  if (values.some((value) => isOurs(unquoted(value), challenge))) {
    return refusal(
      'literal_quotes',
      `The TXT record at ${name} has quotation marks as part of its value: ${shown(values)}. ` +
        `Type the value without them: ${expected}`,
    )
  }
  if (sameName(chain[0] ?? '', targetName(challenge))) {
    return refusal(
      'record_at_wrong_host',
      `The CNAME of the other DNS method was found at ${name}, where a TXT record is expected. ` +
        `Remove the CNAME, then add a TXT record with the value ${expected}`,
    )
  }
  if (shared?.by === 'wildcard') {
    return refusal(
      'no_txt_record',
      `${name} has no record of its own: a wildcard CNAME leads it, like every such name, to ${shown([shared.to])}. ` +
        `Add a TXT record at exactly ${name}, which goes before the wildcard, with the value ${expected}`,
    )
  }
  if (exit !== null && !isDelegation(exit, challenge)) {
    return refusal(
      'cname_in_the_way',
      `${name} is a CNAME to ${shown(chain)}, so a TXT record at that name is not seen. ` +
        `Remove the CNAME, then add a TXT record with the value ${expected}`,
    )
  }
  if (values.length > 0) return withOthers(name, answer, challenge)
  const reason = kind === 'nxdomain' ? 'nxdomain' : 'no_txt_record'
  const end = chain.at(-1)
  if (end !== undefined) {
    return refusal(
      reason,
      `${name} is a CNAME to ${shown([end])}, and there is no TXT record there yet. ` +
        `Add one there with the value ${expected}, or put a TXT record with that value in the place of the CNAME.`,
    )
  }
  return refusal(
    reason,
    kind === 'nxdomain'
      ? `There is no name ${name} in the DNS yet. Add a TXT record there with the value ${expected}`
      : `The name ${name} is there, but it has no TXT record. Add one with the value ${expected}`,
  )
}

/** There are TXT records at the right name, and none is this challenge's. */
function withOthers(name: string, { values, negativeTtl }: DnsAnswer, challenge: Challenge): Refused {
  const refusal = (reason: RefusedReason, detail: string) => refused(reason, detail, negativeTtl)
  const expected = recordText(challenge)
  const strangers = values.map((value) => ({ value, is: strangerIn(value, challenge) }))
  const stale = strangers.filter(({ is }) => is.kind === 'stale').map(({ value }) => value)
  const others = strangers.flatMap(({ is }) => (is.kind === 'other' ? [is.organisation] : []))
  if (values.some((value) => isTargetText(value, challenge))) {
    return refusal(
      'record_at_wrong_host',
      `The TXT record at ${name} holds the target of the CNAME of the other DNS method. ` +
        `Expected there: ${expected}. Add that value as a TXT record of its own and remove the other.`,
    )
  }
  if (stale.length > 0) {
    const beside =
      others.length === 0
        ? ''
        : ` A record of another organisation, ${shown(others)}, is there too and proves nothing for you.`
    return refusal(
      'stale_value',
      `The TXT record at ${name} has the value of an older challenge of yours: ${shown(stale)}.${beside} ` +
        `Expected: ${expected}. Add that value as a record of its own; the old one may be removed.`,
    )
  }
  if (others.length > 0) {
    return refusal(
      'other_organisation',
      `You published another organisation's token: the TXT record at ${name} names ${shown(others)}, and you are ` +
        `${challenge.organisationId}. Expected: ${expected}. Add that value as a record of its own.`,
    )
  }
  return refusal(
    'mismatch',
    `The TXT record at ${name} says ${shown(values)}. Expected: ${expected}. ` +
      'Add that value as a record of its own; other records may stay.',
  )
}

function redirected(
  name: string,
  { to }: SharedWay,
  { negativeTtl }: DnsAnswer,
  challenge: Challenge,
): Refused {
  return refused(
    'wildcard',
    `Every name under ${challenge.domain} is redirected to the same name under ${shown([to])} by a DNAME record, out ` +
      `of ${challenge.registrableDomain}. So ${name} can have no record of its own, and one is expected there. ` +
      'Take the DNAME away, or prove the domain by the file or the meta tag.',
    negativeTtl,
  )
}

/** The one kind of name outside the registrable domain that a challenge may be led to. */
function isDelegation(target: string, { organisationId }: Challenge): boolean {
  return sameName(firstLabel(target), organisationId)
}

async function diagnose({ dns }: Perspective, challenge: Challenge, refusal: Refused): Promise<Refused> {
  const absent = ['nxdomain', 'no_txt_record', 'mismatch', 'stale_value', 'other_organisation']
  return absent.includes(refusal.reason) ? misplacedTxt(dns, challenge, refusal) : refusal
}
