import { parse } from 'tldts'
import { ok, refuse, type Result } from '#base/result.ts'
import { labelCharactersMax, nameCharactersMax, prefixCharacters } from './labels.ts'
import { decodePunycode } from './punycode.ts'
import { shown } from './shown.ts'
import { specialUse } from './special-use.ts'

export type DomainName = {
  /** A-labels, lower case, no final dot. */
  readonly name: string
  /** The public suffix and one label more; a tenant of a private suffix (acme.github.io) is its own. */
  readonly registrableDomain: string
  /** Where a web proof speaks for the registrable domain. */
  readonly isApexOrWww: boolean
}

export const domainNameReasons = [
  'domain_not_understood',
  'domain_is_ip_address',
  'domain_is_public_suffix',
  'domain_is_private_suffix',
  'domain_is_special_use',
  'domain_label_too_long',
  'domain_too_long',
  'domain_too_many_labels',
  'domain_label_malformed',
  'domain_has_no_suffix',
] as const

export type DomainNameReason = (typeof domainNameReasons)[number]

type Options = {
  /** Accept names under `.example` and `.test`: only where no stranger can come in. */
  readonly acceptReserved: boolean
}

const labelsMax = 10

/**
 * The one canonical form of a pasted domain name. Unicode, upper case, one final dot and white space around are
 * fine; whatever is more than a name is refused with advice. Pure; never throws.
 */
export function parseDomainName(text: string, options: Options): Result<DomainName, DomainNameReason> {
  const ascii = toAscii(text.trim())
  if (!ascii.ok) return ascii
  const name = ascii.value
  const malformed = checkLabels(name)
  return malformed === null ? withSuffix(name, options) : malformed
}

/** UTS #46 by the URL parser, which also turns every way to write an IPv4 address into dots and digits. */
function toAscii(text: string): Result<string, DomainNameReason> {
  if (text === '')
    return refuse('domain_not_understood', 'There is no domain name. Type one, such as acme.com.')
  if (/^\[?[\da-f.]*:[\da-f.]*:[\da-f:.]*(?:%.*)?(?:\](?::\d*)?)?$/i.test(text)) return isAddress(text)
  const surplus = surplusIn(text)
  if (surplus !== null) {
    const host = hostOf(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`)
    const advice =
      host === null ? 'Type the domain name alone, such as acme.com.' : `Type the domain name alone: ${host}`
    return refuse('domain_not_understood', `${shown([text])} has ${surplus}. ${advice}`)
  }
  if (text.length > 4 * nameCharactersMax) return tooLong(text)
  // The URL standard strips these at the ends, so a name would pass that is not what was sent.
  if (/\p{Cc}/u.test(text)) return notAName(text)
  const host = hostOf(`https://${text}`)
  if (host === null) return notAName(text)
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isAddress(text)
  return ok(host.replace(/\.$/, ''))
}

function surplusIn(text: string): string | null {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return 'a scheme, so it is a link'
  if (text.includes('*')) return 'an asterisk, but a wildcard covers no name of its own'
  if (text.includes('@')) return 'an @, so it is an address or an account'
  if (/[/\\?#]/.test(text)) return 'a path'
  if (text.includes(':')) return 'a port'
  if (/\s/.test(text)) return 'a space inside'
  return text.includes('%') ? 'a percent sign' : null
}

function hostOf(url: string): string | null {
  const host = URL.parse(url)?.hostname.replace(/^\*\./, '') ?? ''
  return host === '' ? null : host
}

function notAName(text: string) {
  const last = text.replace(/\.$/, '').split('.').at(-1) ?? ''
  // The URL standard reads whatever ends in a number as an IPv4 address, and fails when it is none.
  if (/^(?:\d+|0x[\da-f]*)$/i.test(last)) return isAddress(text)
  return /(?:^|\.)xn--/i.test(text)
    ? refuse(
        'domain_label_malformed',
        `${shown([text])} has a label whose "xn--" spelling is broken. Type it in Unicode.`,
      )
    : refuse(
        'domain_not_understood',
        `${shown([text])} has characters that no domain name can have. Type the name alone, such as acme.com.`,
      )
}

function isAddress(text: string) {
  return refuse(
    'domain_is_ip_address',
    `${shown([text])} is an IP address, or ends in a number as only those do. Type the domain name that your ` +
      'customers know, such as acme.com.',
  )
}

function checkLabels(name: string) {
  const labels = name.split('.')
  const long = labels.find((label) => label.length > labelCharactersMax)
  if (long !== undefined) {
    return refuse(
      'domain_label_too_long',
      `${shown([long])} has ${long.length} characters; between two dots there can be ${labelCharactersMax}.`,
    )
  }
  for (const label of labels) {
    const fault = faultOf(label)
    if (fault !== null) return refuse('domain_label_malformed', `${shown([name])}: ${fault}`)
  }
  if (name.length + prefixCharacters > nameCharactersMax) return tooLong(name)
  if (labels.length > labelsMax) {
    return refuse(
      'domain_too_many_labels',
      `${shown([name])} has ${labels.length} labels; we accept ${labelsMax}. Prove a name nearer to the top instead.`,
    )
  }
  return null
}

function tooLong(name: string) {
  return refuse(
    'domain_too_long',
    `${shown([name])} has ${name.length} characters; there can be ${nameCharactersMax - prefixCharacters}, so that ` +
      'the name of the challenge fits before it. Prove a shorter name above it instead.',
  )
}

function faultOf(label: string): string | null {
  if (label === '') return 'two dots stand together, or one stands first. Leave out the surplus dot.'
  if (label.includes('_')) return `a domain with a site or mail has no underscore, as ${shown([label])} has.`
  if (!/^[a-z\d-]+$/.test(label))
    return `${shown([label])} has characters other than letters, digits and hyphens.`
  if (label.startsWith('-') || label.endsWith('-')) return `${shown([label])} begins or ends with a hyphen.`
  if (label.startsWith('xn--')) {
    return isCanonicalALabel(label)
      ? null
      : `${shown([label])} is not a valid "xn--" spelling. Type it in Unicode.`
  }
  // RFC 5890 §2.3.1: R-LDH labels are reserved, and of them only A-labels are in use.
  return label.slice(2, 4) === '--' ? `${shown([label])} has hyphens in third and fourth place.` : null
}

/** RFC 5890 §2.3.2.1: an A-label is one only if it decodes, and encodes to itself. */
function isCanonicalALabel(label: string): boolean {
  const decoded = decodePunycode(label.slice('xn--'.length))
  return decoded !== null && hostOf(`https://${decoded}.com`) === `${label}.com`
}

function withSuffix(name: string, { acceptReserved }: Options): Result<DomainName, DomainNameReason> {
  const use = specialUse(name)
  if (use === 'special' || (use === 'laboratory' && !acceptReserved)) {
    return refuse(
      'domain_is_special_use',
      `${shown([name])} is under a top that is set aside and not part of the public DNS. Type a public domain name.`,
    )
  }
  if (use === 'laboratory') return laboratoryName(name)
  const { domain, isIcann, isPrivate } = parse(name, { allowPrivateDomains: true, extractHostname: false })
  if (!isIcann && !isPrivate) return hasNoSuffix(name)
  if (domain !== null) return ok(domainName(name, domain))
  return isPrivate
    ? refuse(
        'domain_is_private_suffix',
        `Under ${name} many different people have names of their own, so it cannot belong to one brand. ` +
          `Type your own name under it, such as acme.${name}.`,
      )
    : refuse(
        'domain_is_public_suffix',
        `${name} is a public suffix: anyone may register names under it, so it cannot belong to one brand. ` +
          `Type your own name under it, such as acme.${name}.`,
      )
}

function laboratoryName(name: string): Result<DomainName, DomainNameReason> {
  const labels = name.split('.')
  return labels.length < 2 ? hasNoSuffix(name) : ok(domainName(name, labels.slice(-2).join('.')))
}

function hasNoSuffix(name: string) {
  return refuse(
    'domain_has_no_suffix',
    `${shown([name])} does not end in a top-level domain that the public DNS has. Type the whole name, such as acme.com.`,
  )
}

function domainName(name: string, registrableDomain: string): DomainName {
  return {
    name,
    registrableDomain,
    isApexOrWww: name === registrableDomain || name === `www.${registrableDomain}`,
  }
}
