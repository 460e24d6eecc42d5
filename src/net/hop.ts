import { isAddressLiteral } from './address-guard.ts'
import { isAskable } from './dns-message.ts'
import type { NetLimits } from './limits.ts'
import { Unreachable } from './net.ts'
import { registrable } from '#base/registrable.ts'

const ports = new Set(['', '80', '443'])

/**
 * The URL of the next hop if we may go there. `from` is where the redirect came from, null for the first hop.
 * @throws Unreachable: `redirect_not_allowed`, `redirect_off_domain`, `address_not_public`
 */
export function nextHop(
  location: string,
  from: URL | null,
  target: string,
  limits: Pick<NetLimits, 'pathMax'>,
): URL {
  const url = parse(location, from)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw notAllowed(`${url.protocol} addresses are not followed, only https: and http:`)
  }
  if (url.username !== '' || url.password !== '') throw notAllowed('the URL carries a user name or password')
  if (!ports.has(url.port)) throw notAllowed(`port ${url.port} is not followed, only 443 and 80`)
  if (url.pathname.length + url.search.length > limits.pathMax) {
    throw notAllowed(`its path is longer than ${limits.pathMax} characters`)
  }
  if (isAddressLiteral(url.hostname)) {
    const detail = `The URL names the address ${url.hostname}; only host names are looked at.`
    throw new Unreachable('address_not_public', detail)
  }
  if (!isAskable(url.hostname)) throw notAllowed('its host is not a DNS name')
  if (registrable(url.hostname) !== registrable(target)) {
    throw new Unreachable('redirect_off_domain', offDomain(url, from, target))
  }
  return url
}

/** Credentials, fragment and a final dot of the host are no part of where a URL leads. */
function parse(location: string, from: URL | null): URL {
  const url = URL.parse(location, from?.href)
  if (url === null) throw notAllowed('the URL cannot be read')
  url.hash = ''
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1)
  return url
}

function offDomain(url: URL, from: URL | null, target: string): string {
  const detail = `${from === null ? 'The URL' : 'A redirect'} leads to ${url.hostname}, outside ${target}.`
  return isSlashMissing(url, from, target)
    ? `${detail} A slash is missing after the host name in the redirect's target: check the web server's settings.`
    : detail
}

/** `Redirect / https://acme.com` glues the path to the host: acme.com.well-known, acme.comtrust.txt. */
function isSlashMissing(url: URL, from: URL | null, target: string): boolean {
  if (url.hostname.endsWith('.well-known')) return true
  const segment = from?.pathname.split('/')[1]?.toLowerCase() ?? ''
  if (segment === '' || !url.hostname.endsWith(segment)) return false
  return registrable(url.hostname.slice(0, -segment.length)) === registrable(target)
}

function notAllowed(why: string): Unreachable {
  return new Unreachable('redirect_not_allowed', `A redirect or URL is not followed: ${why}.`)
}
