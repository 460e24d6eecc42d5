import { sameName } from '#base/dns-name.ts'
import { askWithSibling } from '#challenges/ask.ts'
import { proved, refused } from '#challenges/finding.ts'
import { cnameLabel, cnameName, relativeHost, siblingName } from '#challenges/labels.ts'
import { sharedWay, type SharedWay } from '#challenges/leading-out.ts'
import type { Challenge, Finding, Method, Refused } from '#challenges/method.ts'
import { misplacedCname } from '#challenges/misplaced.ts'
import type { RefusedReason } from '#challenges/reasons.ts'
import { firstTargets, pointsToUs, strangerInTarget, targetName } from '#challenges/record.ts'
import { shown } from '#challenges/shown.ts'
import type { DnsAnswer, Perspective } from '#net/net.ts'

/** A CNAME at `_veramarca.<domain>` whose target spells organisation and token; the target need not exist. */
export const dnsCname: Method = {
  name: 'dns-cname',
  strength: 'dns',
  instruct: (challenge) => ({
    method: 'dns-cname',
    name: cnameName(challenge.domain),
    host: relativeHost(cnameLabel, challenge),
    type: 'CNAME',
    value: targetName(challenge),
  }),
  look,
  diagnose,
}

async function look({ dns }: Perspective, challenge: Challenge, sibling: string): Promise<Finding> {
  const name = cnameName(challenge.domain)
  const besideName = siblingName(sibling, challenge.domain)
  const { answer, beside, besideIfKnown } = await askWithSibling(dns, name, besideName, 'CNAME')
  if (!pointsToUs(answer, challenge)) {
    const other = besideIfKnown === null ? null : firstTargets(besideIfKnown)[0]
    const shared = sharedWay(firstTargets(answer)[0] ?? null, other ?? null, besideName)
    return withoutOurs(name, answer, shared, challenge)
  }
  if (pointsToUs(beside(), challenge)) {
    return refused(
      'wildcard',
      `A random name beside ${name} has the same target, so a wildcard record answers for every name under ` +
        `${challenge.domain}. Put the CNAME at exactly ${name} and take it out of the wildcard.`,
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
  const expected = targetName(challenge)
  const targets = firstTargets(answer)
  const appended = [challenge.domain, challenge.registrableDomain].map((zone) => `${expected}.${zone}`)
  if (targets.some((target) => appended.some((wrong) => sameName(target, wrong)))) {
    return refusal(
      'zone_appended_twice',
      `Your DNS panel has added the domain to the target of ${name}. End the target with a dot: ${expected}.`,
    )
  }
  if (shared?.by === 'wildcard') {
    return refusal(
      'no_cname_record',
      `${name} has no record of its own: a wildcard CNAME leads it, like every such name, to ${shown([shared.to])}. ` +
        `Add a CNAME at exactly ${name}, which goes before the wildcard, with the target ${expected}`,
    )
  }
  if (shared?.by === 'dname') {
    return refusal(
      'cname_in_the_way',
      `Every name under ${challenge.domain} is redirected to the same name under ${shown([shared.to])} by a DNAME ` +
        `record. So ${name} can have no record of its own, and a CNAME to ${expected} is expected there. ` +
        'Take the DNAME away, or prove the domain by the file or the meta tag.',
    )
  }
  if (targets.length > 0) return withOthers(name, targets, answer.negativeTtl, challenge)
  if (answer.kind === 'nxdomain') {
    return refusal(
      'nxdomain',
      `There is no name ${name} in the DNS yet. Add a CNAME there with the target ${expected}`,
    )
  }
  return refusal(
    'no_cname_record',
    `The name ${name} is there, but it has no CNAME. Remove its other records and add one with the target ${expected}`,
  )
}

/** There is a CNAME at the right name, and its target is not this challenge's. */
function withOthers(
  name: string,
  targets: readonly string[],
  negativeTtl: number | null,
  challenge: Challenge,
): Refused {
  const expected = targetName(challenge)
  const strangers = targets.map((target) => strangerInTarget(target, challenge))
  if (strangers.some(({ kind }) => kind === 'stale')) {
    return refused(
      'stale_value',
      `The CNAME at ${name} has the target of an older challenge of yours: ${shown(targets)}. ` +
        `Change the target to ${expected}`,
      negativeTtl,
    )
  }
  const others = strangers.flatMap((is) => (is.kind === 'other' ? [is.organisation] : []))
  if (others.length > 0) {
    return refused(
      'other_organisation',
      `You published another organisation's token: the CNAME at ${name} names ${shown(others)}, and you are ` +
        `${challenge.organisationId}. Change the target to ${expected}`,
      negativeTtl,
    )
  }
  return refused(
    'mismatch',
    `The CNAME at ${name} points to ${shown(targets)}. Change the target to the expected one: ${expected}`,
    negativeTtl,
  )
}

async function diagnose({ dns }: Perspective, challenge: Challenge, refusal: Refused): Promise<Refused> {
  const absent = ['nxdomain', 'no_cname_record', 'mismatch', 'stale_value', 'other_organisation']
  return absent.includes(refusal.reason) ? misplacedCname(dns, challenge, refusal) : refusal
}
