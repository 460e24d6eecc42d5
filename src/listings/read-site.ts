import { Unreachable, type GuardedGet, type Page } from '#net/net.ts'
import { accountsIn, type Entry, type Listed, type Source } from './entry.ts'
import { readHomePage } from './home-page.ts'
import { readTrustTxt, trustTxtBytesMax } from './trust-txt.ts'

const pageBytesMax = 1_048_576
/** Of one site; nobody has more accounts of his own. */
const accountsMax = 500

export const siteSources = ['trust-txt', 'rel-me', 'same-as'] as const satisfies readonly Source[]
export type SiteSource = (typeof siteSources)[number]

/** GETs that one reading makes at most. */
export const siteLooks = 3

export type Silence = { readonly reason: string; readonly detail: string }

/** What one place of a site lists. */
export type SitePart = {
  readonly sources: readonly SiteSource[]
  readonly accounts: readonly Listed<SiteSource>[]
  /** Null when it was read whole, or is positively not there: only then is what it does not list not listed. */
  readonly silence: Silence | null
}

type Site = { readonly name: string; readonly registrableDomain: string }

/** Reads what a domain's own site says of accounts: its home page, and its trust.txt. Decides nothing. */
export async function readSite(get: GuardedGet, site: Site): Promise<readonly SitePart[]> {
  const [home, trust] = await Promise.all([readHome(get, site), readTrust(get, site)])
  return [home, trust]
}

async function readHome(get: GuardedGet, { name, registrableDomain }: Site): Promise<SitePart> {
  const sources: readonly SiteSource[] = ['rel-me', 'same-as']
  const url = `https://${name}/`
  const seen = await look(get, url, {
    bytesMax: pageBytesMax,
    target: registrableDomain,
    accept: 'text/html',
  })
  if ('silence' in seen) return part(sources, [], seen.silence)
  if (seen.page === null || !isHtml(seen.page)) return part(sources, [])
  const { entries, isWhole } = readHomePage(seen.page.body)
  if (isWhole && !seen.page.truncated) return part(sources, entries)
  const detail = `${url} holds more than we read, so what it does not seem to list may stand further down.`
  return part(sources, entries, { reason: 'page_too_large', detail })
}

async function readTrust(get: GuardedGet, { name, registrableDomain }: Site): Promise<SitePart> {
  for (const path of ['/.well-known/trust.txt', '/trust.txt']) {
    const url = `https://${name}${path}`
    const seen = await look(get, url, { bytesMax: trustTxtBytesMax, target: registrableDomain })
    if ('silence' in seen) return part(['trust-txt'], [], seen.silence)
    // Many sites answer with a page, whatever they are asked for.
    if (seen.page === null || isHtml(seen.page)) continue
    const { body, truncated } = seen.page
    if (!truncated) return part(['trust-txt'], readTrustTxt(body))
    // The line that it breaks off in may be half of another account.
    const whole = readTrustTxt(body.slice(0, body.lastIndexOf('\n') + 1))
    const detail = `${url} is longer than 64 KiB, which is all that is read of it.`
    return part(['trust-txt'], whole, { reason: 'page_too_large', detail })
  }
  return part(['trust-txt'], [])
}

function part(
  sources: readonly SiteSource[],
  entries: readonly Entry<SiteSource>[],
  silence: Silence | null = null,
): SitePart {
  const accounts = accountsIn(entries)
  if (accounts.length <= accountsMax) return { sources, accounts, silence }
  return { sources, accounts: accounts.slice(0, accountsMax), silence: silence ?? tooMany }
}

const tooMany: Silence = {
  reason: 'too_many_accounts',
  detail: `The site lists more than ${accountsMax} accounts, which is all that is read.`,
}

/** The page, null for one that is positively not there, or why nothing was learnt. Never a foreign body. */
async function look(
  get: GuardedGet,
  url: string,
  options: Parameters<GuardedGet>[1],
): Promise<{ readonly page: Page | null } | { readonly silence: Silence }> {
  try {
    const page = await get(url, options)
    if (![...page.redirects, page.url].every((hop) => hop.startsWith('https://'))) {
      const detail = `${url} redirects to plain http, where anyone on the way could answer.`
      return { silence: { reason: 'redirect_not_allowed', detail } }
    }
    if (page.status === 404 || page.status === 410) return { page: null }
    return page.status === 200 ? { page } : { silence: silenceOf(url, page.status) }
  } catch (error) {
    if (error instanceof Unreachable) return { silence: { reason: error.reason, detail: error.message } }
    throw error
  }
}

function silenceOf(url: string, status: number): Silence {
  const answered = `${url} answered with status ${status}`
  if (status === 401) return { reason: 'login_required', detail: `${answered}: it asks for a login.` }
  if (status === 403) return { reason: 'forbidden', detail: `${answered}: our look was turned away.` }
  if (status === 429) return { reason: 'rate_limited', detail: `${answered}: it wants fewer requests.` }
  if (status >= 500) return { reason: 'server_error', detail: `${answered}: it has a fault.` }
  return { reason: 'unexpected_status', detail: `${answered}, which tells us nothing.` }
}

function isHtml({ contentType }: Page): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(contentType ?? '')
}
