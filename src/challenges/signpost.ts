import type { Panel } from '#base/panel.ts'
import type { Dns } from '#net/net.ts'
import { providerOf } from './dns-providers.ts'
import { refused } from './finding.ts'
import { cnameName, relativeHost, cnameLabel, txtLabel, txtName } from './labels.ts'
import type { Challenge, Refused } from './method.ts'
import { type DnsMethodName, panelFor } from './panel.ts'
import { parkingOf } from './parking.ts'
import type { Provider } from './providers/provider.ts'
import type { RefusedReason } from './reasons.ts'
import { recordText, targetName } from './record.ts'
import { listed } from './shown.ts'
import { type Zone, zoneOf } from './zone.ts'

export type Signposted = { readonly refusal: Refused; readonly panel: Panel | null }

/** Refusals that name servers without the owner's records explain. */
const absent: readonly RefusedReason[] = [
  'nxdomain',
  'no_txt_record',
  'no_cname_record',
  'mismatch',
  'cname_in_the_way',
]

/** Refusals that a record at another host mends. */
const mendedAtHost: readonly RefusedReason[] = [
  'nxdomain',
  'zone_appended_twice',
  'record_at_apex',
  'record_at_www',
  'record_at_wrong_host',
]

/**
 * Says after a refusal whose DNS panel to open and what to type there, or that no panel would help. It asks for name
 * servers only; what cannot be learnt costs the words and never the outcome. The host to type is said here alone: a method does
 * not know in which zone the name stands.
 */
export async function signposted(
  dns: Dns,
  method: DnsMethodName,
  challenge: Challenge,
  refusal: Refused,
): Promise<Signposted> {
  const plain = { refusal, panel: null }
  // The record is there: what is missing is somebody's permission.
  if (refusal.reason === 'policy_forbids') return plain
  const zone = await zoneOf(dns, challenge)
  if (zone === null) {
    const isMended = mendedAtHost.includes(refusal.reason)
    return isMended ? { refusal: continued(refusal, atRegistrable(method, challenge)), panel: null } : plain
  }
  if (zone === 'unregistered') {
    return absent.includes(refusal.reason)
      ? { refusal: unregistered(challenge, recordAt(method, challenge), refusal), panel: null }
      : plain
  }
  const parking = parkingOf(zone.nameServers)
  if (parking !== null && absent.includes(refusal.reason)) {
    return { refusal: parked(zone, parking.whose, method, challenge, refusal), panel: null }
  }
  const provider = providerOf(zone.nameServers)
  const panel = provider === null ? null : panelFor(asTyped(provider, refusal), challenge, method, zone.name)
  const own = zone.name === challenge.registrableDomain ? '' : `${zone.name} is a zone of its own. `
  const sentence = panel === null ? atUnknown(zone, method, challenge) : atPanel(panel)
  return { refusal: continued(refusal, own + sentence), panel }
}

/** Where quotation marks became part of the value, more of them would not help. */
function asTyped(provider: Provider, { reason }: Refused): Provider {
  return reason === 'literal_quotes' ? { ...provider, txt: 'plain' } : provider
}

/** For every method alike: nothing can be published under a domain that is not there. */
export function unregistered(
  { registrableDomain }: Challenge,
  expected: string,
  { negativeTtl }: Refused,
): Refused {
  return refused(
    'domain_nxdomain',
    `${registrableDomain} itself does not exist in the DNS. Check the spelling, or at the company where the domain is ` +
      `registered that it has not expired or been put on hold. Expected once it works: ${expected}`,
    negativeTtl ?? null,
  )
}

function parked(
  { name, nameServers }: Zone,
  whose: string,
  method: DnsMethodName,
  challenge: Challenge,
  { negativeTtl }: Refused,
): Refused {
  return refused(
    'parked_name_servers',
    `The name servers of ${name} are ${listed(nameServers)}, those of ${whose}, so records that you add elsewhere are ` +
      `not seen. First change the name servers, at the company where ${name} is registered, to those of your DNS ` +
      `host. Then add there the record expected: ${recordAt(method, challenge)}`,
    negativeTtl ?? null,
  )
}

function recordAt(method: DnsMethodName, challenge: Challenge): string {
  return method === 'dns-txt'
    ? `a TXT record at ${txtName(challenge.domain)} with the value ${recordText(challenge)}`
    : `a CNAME at ${cnameName(challenge.domain)} with the target ${targetName(challenge)}`
}

function atPanel({ provider, url, type, host, value }: Panel): string {
  return `Your DNS is run by ${provider}: at ${url} the record to have is type ${type}, host ${host}, value ${value}`
}

function atUnknown({ name, nameServers }: Zone, method: DnsMethodName, challenge: Challenge): string {
  const host = relativeHost(labelOf(method), challenge, name)
  return `Your DNS is run by ${listed(nameServers)}: whoever manages ${name} there can do it, under the host ${host}`
}

function atRegistrable(method: DnsMethodName, challenge: Challenge): string {
  const host = relativeHost(labelOf(method), challenge)
  return `In the DNS panel of ${challenge.registrableDomain} the host to type is ${host}`
}

function labelOf(method: DnsMethodName): string {
  return method === 'dns-txt' ? txtLabel : cnameLabel
}

function continued(refusal: Refused, sentence: string): Refused {
  const detail = refusal.detail.endsWith('.') ? refusal.detail : `${refusal.detail}.`
  return { ...refusal, detail: `${detail} ${sentence}` }
}
