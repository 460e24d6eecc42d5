import type { Dns, DnsAnswer } from '#net/net.ts'
import { findMisplaced, type Place } from './ask.ts'
import { refused } from './finding.ts'
import { cnameLabel, cnameName, txtLabel, txtName } from './labels.ts'
import type { Challenge, Refused } from './method.ts'
import { isOurs, isTargetText, pointsToUs, recordText, targetName } from './record.ts'
import { unquoted } from './unquoted.ts'

const twice = 'Your DNS panel adds the domain by itself: leave it out of the host.'
const notUnderWww = 'It belongs under the domain itself, not under www.'

/** After a refused look for the TXT record: where else it stands. Never a proof. */
export async function misplacedTxt(dns: Dns, challenge: Challenge, refusal: Refused): Promise<Refused> {
  const name = txtName(challenge.domain)
  const found = await findMisplaced(dns, txtPlaces(challenge))
  if (found === null) return refusal
  return refused(
    found.reason,
    `The record was found at ${found.name}; it is expected at ${name}. ${found.advice} ` +
      `The value is ${recordText(challenge)}`,
    refusal.negativeTtl ?? null,
  )
}

/** The same for the CNAME. */
export async function misplacedCname(dns: Dns, challenge: Challenge, refusal: Refused): Promise<Refused> {
  const name = cnameName(challenge.domain)
  const found = await findMisplaced(dns, cnamePlaces(challenge))
  if (found === null) return refusal
  const where =
    found.type === 'TXT'
      ? `The host is right and the type is not: ${name} has a TXT record, and a CNAME is expected there.`
      : `The CNAME was found at ${found.name}; it is expected at ${name}.`
  return refused(
    found.reason,
    `${where} ${found.advice} The target is ${targetName(challenge)}`,
    refusal.negativeTtl ?? null,
  )
}

function txtPlaces(challenge: Challenge): readonly Place[] {
  const { domain, registrableDomain } = challenge
  const name = txtName(domain)
  const holds = ({ values }: DnsAnswer) =>
    values.some((value) => isOurs(value, challenge) || isOurs(unquoted(value), challenge))
  const place = (at: string, reason: Place['reason'], advice: string): Place => ({
    name: at,
    type: 'TXT',
    holds,
    reason,
    advice,
  })
  const notItself = `It belongs under the label ${txtLabel}, not at the domain itself.`
  const exactly = `The label must be exactly ${txtLabel}, with the underscore in front and a hyphen inside.`
  return distinct(name, [
    place(`${name}.${registrableDomain}`, 'zone_appended_twice', twice),
    place(`${name}.${domain}`, 'zone_appended_twice', twice),
    place(domain, 'record_at_apex', notItself),
    place(registrableDomain, 'record_at_apex', notItself),
    place(txtName(registrableDomain), 'record_at_apex', speaksForParent(challenge)),
    place(txtName(`www.${domain}`), 'record_at_www', notUnderWww),
    // Below a subdomain the questions go where mistakes are more likely.
    ...(domain === registrableDomain ? [place(`www.${domain}`, 'record_at_www', notUnderWww)] : []),
    {
      ...place(
        cnameName(domain),
        'record_at_wrong_host',
        `${cnameLabel} is the label of the CNAME, not of the TXT record.`,
      ),
      unlessCname: true,
    },
    place(`${txtLabel.slice(1)}.${domain}`, 'record_at_wrong_host', exactly),
    place(`${txtLabel.replace('-', '_')}.${domain}`, 'record_at_wrong_host', exactly),
  ])
}

function cnamePlaces(challenge: Challenge): readonly Place[] {
  const { domain, registrableDomain } = challenge
  const name = cnameName(domain)
  const place = (at: string, reason: Place['reason'], advice: string): Place => ({
    name: at,
    type: 'CNAME',
    holds: (answer) => pointsToUs(answer, challenge),
    reason,
    advice,
  })
  const asText: Place = {
    name,
    type: 'TXT',
    holds: ({ values }) =>
      values.some((value) => isTargetText(value, challenge) || isOurs(unquoted(value), challenge)),
    reason: 'no_cname_record',
    advice: `Remove the TXT record and add a CNAME, or publish by the TXT method at ${txtName(domain)}.`,
    unlessCname: true,
  }
  return [
    ...distinct(name, [
      place(`${name}.${registrableDomain}`, 'zone_appended_twice', twice),
      place(`${name}.${domain}`, 'zone_appended_twice', twice),
      place(cnameName(registrableDomain), 'record_at_apex', speaksForParent(challenge)),
      place(cnameName(`www.${domain}`), 'record_at_www', notUnderWww),
      place(
        txtName(domain),
        'record_at_wrong_host',
        `${txtLabel} is the label of the TXT record, not of the CNAME.`,
      ),
      place(
        `${cnameLabel.slice(1)}.${domain}`,
        'record_at_wrong_host',
        `The label must be exactly ${cnameLabel}, with the underscore in front.`,
      ),
    ]),
    asText,
  ]
}

function speaksForParent({ domain, registrableDomain }: Challenge): string {
  return `There it speaks for ${registrableDomain}, not for ${domain}.`
}

/** Each name once, and never the right one. */
function distinct(expected: string, places: readonly Place[]): readonly Place[] {
  const names = places.map((place) => place.name)
  return places.filter(({ name }, index) => name !== expected && names.indexOf(name) === index)
}
