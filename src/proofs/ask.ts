import type { z } from 'zod'
import type { GuardedGet, Page } from '#net/net.ts'
import { PlatformSilent, type SilentReason, unexpected } from './platform-silent.ts'

export type Wanted = {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly accept?: string
  readonly bytesMax?: number
  /** The content types that count, when they are fewer than all of JSON. */
  readonly types?: RegExp
  /** What the platform says with a status of its own, told from the JSON beside it; null for what it means to all. */
  readonly meaning?: (status: number, json: unknown) => 'missing' | SilentReason | null
}

export type Answer<Value> =
  | { readonly kind: 'read'; readonly value: Value; readonly url: string }
  | { readonly kind: 'missing' }

const jsonBytesMax = 524_288
/** A YouTube channel's page is a megabyte and a half. */
const htmlBytesMax = 4_194_304

const textBytesMax = 2_048

const jsonTypes = /^\s*(?:application|text)\/(?:[\w.-]+\+)?json\s*(?:;|$)/i
const htmlTypes = /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i

/**
 * One GET of JSON whose shape we rely on. A missing key is never a refusal.
 * @throws PlatformSilent, and the Unreachable of `get`
 */
export async function askJson<Value>(
  get: GuardedGet,
  wanted: Wanted,
  shape: z.ZodType<Value>,
): Promise<Answer<Value>> {
  const {
    url,
    bytesMax = jsonBytesMax,
    types = jsonTypes,
    accept = 'application/json',
    headers = {},
  } = wanted
  const { hostname } = new URL(url)
  const page = await get(url, { bytesMax, target: hostname, accept, headers })
  insistOnTls(page, hostname)
  const json = jsonIn(page)
  const meaning = wanted.meaning?.(page.status, json) ?? null
  if (meaning === 'missing' || isGone(page)) return { kind: 'missing' }
  if (meaning !== null) throw silent(meaning, hostname, page)
  judge(page, hostname)
  if (!types.test(page.contentType ?? '')) {
    throw silent(leadsToLogin(page.url) ? 'login_wall' : 'not_json', hostname, page)
  }
  if (page.truncated) throw silent('page_too_large', hostname, page)
  const parsed = shape.safeParse(json)
  if (!parsed.success) throw unexpected(hostname, 'what we look for is not where it was')
  return { kind: 'read', value: parsed.data, url: page.url }
}

/**
 * One GET of a web page.
 * @throws PlatformSilent, and the Unreachable of `get`
 */
export async function askHtml(get: GuardedGet, { url, headers = {} }: Wanted): Promise<Answer<string>> {
  const { hostname } = new URL(url)
  const page = await get(url, { bytesMax: htmlBytesMax, target: hostname, accept: 'text/html', headers })
  insistOnTls(page, hostname)
  if (isGone(page)) return { kind: 'missing' }
  judge(page, hostname)
  if (leadsToLogin(page.url)) throw silent('login_wall', hostname, page)
  if (!htmlTypes.test(page.contentType ?? '')) throw silent('not_html', hostname, page)
  if (page.truncated) throw silent('page_too_large', hostname, page)
  return { kind: 'read', value: page.body, url: page.url }
}

/**
 * One GET of a few bytes of text, whatever type it is said to be.
 * @throws PlatformSilent, and the Unreachable of `get`
 */
export async function askText(
  get: GuardedGet,
  { url, bytesMax = textBytesMax }: Wanted,
): Promise<Answer<string>> {
  const { hostname } = new URL(url)
  const page = await get(url, { bytesMax, target: hostname })
  insistOnTls(page, hostname)
  if (isGone(page)) return { kind: 'missing' }
  judge(page, hostname)
  if (page.truncated) throw silent('page_too_large', hostname, page)
  return { kind: 'read', value: page.body, url: page.url }
}

function isGone({ status }: Page): boolean {
  return status === 404 || status === 410
}

/** Not even a "no" counts when anyone on the way could have said it. */
function insistOnTls(page: Page, host: string): void {
  if (![...page.redirects, page.url].every((hop) => hop.startsWith('https://'))) {
    throw silent('redirect_not_allowed', host, page)
  }
}

function judge(page: Page, host: string): void {
  const { status } = page
  if (status === 200) return
  if (status === 429) throw silent('rate_limited', host, page)
  // Some say with 403 that they want fewer requests.
  if (status === 403 && page.retryAfter !== null) throw silent('rate_limited', host, page)
  if (status === 401 || status === 403) throw silent('forbidden', host, page)
  throw silent(status >= 500 ? 'server_error' : 'unexpected_status', host, page)
}

function silent(reason: SilentReason, host: string, { status, retryAfter, url }: Page): PlatformSilent {
  const later = 'Nothing was decided; we shall look again later.'
  return new PlatformSilent(reason, `${words(reason, `${host} answered with status ${status}`)} ${later}`, {
    retryAfter,
    host: new URL(url).hostname,
  })
}

function words(reason: SilentReason, answered: string): string {
  switch (reason) {
    case 'forbidden':
      return `${answered}: our look was turned away.`
    case 'rate_limited':
      return `${answered}: it wants fewer requests.`
    case 'server_error':
      return `${answered}: it has a fault.`
    case 'login_wall':
      return `${answered} and a page to log in: it shows this to nobody who is a stranger there.`
    case 'page_too_large':
      return `${answered} and more than we read.`
    case 'not_json':
      return `${answered} and a page instead of data.`
    case 'not_html':
      return `${answered} and something that is no web page.`
    case 'redirect_not_allowed':
      return `${answered} after a redirect to plain http, where anyone on the way could answer.`
    default:
      return `${answered}, which tells us nothing.`
  }
}

function jsonIn({ body, truncated }: Page): unknown {
  if (truncated) return null
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const loginPath =
  /^\/(?:i\/flow\/)?(?:accounts\/)?(?:log_?in|sign_?in|authwall|checkpoint|challenge|consent)\b/i

function leadsToLogin(url: string): boolean {
  const { hostname, pathname } = new URL(url)
  return /^(?:consent|login|accounts)\./.test(hostname) || loginPath.test(pathname)
}
