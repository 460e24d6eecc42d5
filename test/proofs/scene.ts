import type { AccountFinding } from '#proofs/finding.ts'
import { lookAtAccount } from '#proofs/look-account.ts'
import type { AccountMethodName, Asked, ProvedName } from '#proofs/method.ts'
import type { Credentials, Sight } from '#proofs/reader.ts'
import { createWorld, type ScriptedPage, type World } from '#test/support/world.ts'

export type Pages = Readonly<Record<string, ScriptedPage>>

/** What an account shows; the fixture fills in the rest as its platform writes it. */
export type Says = {
  readonly website?: string
  readonly bio?: string
  readonly handle?: string
  readonly id?: string
}

export type PostSays = {
  readonly handle: string
  readonly id: string | null
  readonly text: string
  /** Milliseconds; where the address tells the time, the fixture's post is always of `posted`. */
  readonly at: number
}

/** One platform's answers, in the form in which it gives them. */
export type Scene = {
  readonly platform: string
  readonly handle: string
  /** Null where the platform shows none. */
  readonly id: string | null
  readonly otherId?: string
  readonly credentials?: Credentials
  readonly account?: {
    /** What is asked first; its failure is the platform's. */
    readonly address: string
    readonly type: 'json' | 'html'
    readonly hasWebsite: boolean
    readonly hasBio: boolean
    /** Whether an account without a link is known to have none. */
    readonly showsAbsence: boolean
    readonly pages: (says: Says) => Pages
    readonly gone: Pages
    /** The account as its id finds it. */
    readonly byId?: (says: Says) => Pages
  }
  readonly post?: {
    /** As its owner pastes it, and as it is pasted with somebody else's name in it. */
    readonly url: string
    readonly spoofed?: string
    readonly address: string
    /** The post is asked for as an ActivityPub object, which plain JSON is not. */
    readonly isActivity?: boolean
    readonly pages: (says: PostSays) => Pages
    readonly gone: Pages
    /** Whether the platform tells when a post was published. */
    readonly isDated: boolean
  }
}

export const now = Date.UTC(2026, 10, 22, 12)
export const day = 86_400_000
/** Two days ago; the dates and ids in the fixtures are of this second. */
export const posted = now - 2 * day
export const issued = posted - 60_000

export const acme: ProvedName = { name: 'acme.com', registrableDomain: 'acme.com', strength: 'dns' }

export const code = 'vm-acme-com-k5q2m7xr4vd3n6wz2ahs'

export function json(value: unknown, type = 'application/json'): ScriptedPage {
  return { body: JSON.stringify(value), contentType: type }
}

export function html(body: string): ScriptedPage {
  return { body, contentType: 'text/html; charset=utf-8' }
}

export function publish(world: World, ...all: readonly Pages[]): void {
  for (const pages of all) for (const [url, page] of Object.entries(pages)) world.web.page(url, page)
}

export function sightOf(world: World, credentials: Credentials = {}, at = now): Sight {
  const [primary] = world.net.perspectives
  if (primary === undefined) throw new Error('The world has no perspective')
  return { get: primary.get, dns: primary.dns, clock: { now: () => at }, credentials }
}

export function askedOf(scene: Scene, changes: Partial<Asked> = {}): Asked {
  return {
    account: { platform: scene.platform, handle: scene.handle, platformId: null },
    domains: [acme],
    codes: [{ code, domain: 'acme.com', issuedAt: issued }],
    postUrl: scene.post?.url ?? null,
    ...changes,
  }
}

/** The same account, once its id is bound. */
export function bound(scene: Scene): Partial<Asked> {
  return { account: { platform: scene.platform, handle: scene.handle, platformId: scene.id } }
}

export function look(
  world: World,
  method: AccountMethodName,
  scene: Scene,
  changes: Partial<Asked> = {},
  at = now,
): Promise<AccountFinding> {
  return lookAtAccount(sightOf(world, scene.credentials, at), method, askedOf(scene, changes))
}

/** `proved acme.com`, `refused no_link`, `unreachable timeout`. */
export function inShort(finding: AccountFinding): string {
  return finding.kind === 'proved' ? `proved ${finding.domain}` : `${finding.kind} ${finding.reason}`
}

export function scene(pages: readonly Pages[]): World {
  const world = createWorld()
  publish(world, ...pages)
  return world
}

const tooMuch = 'x'.repeat(4_200_000)

export type Failure = {
  readonly name: string
  readonly page: ScriptedPage | 'timeout'
  readonly json: string
  readonly html: string
  readonly retryAfter?: number
}

/** What may go wrong anywhere, and what it is called where JSON and where a page is expected. */
export const failures: readonly Failure[] = [
  { name: '401', page: { status: 401 }, json: 'forbidden', html: 'forbidden' },
  { name: '403', page: { status: 403 }, json: 'forbidden', html: 'forbidden' },
  {
    name: '403 that says when',
    page: { status: 403, retryAfter: 90 },
    json: 'rate_limited',
    html: 'rate_limited',
    retryAfter: 90,
  },
  {
    name: '429',
    page: { status: 429, retryAfter: 60 },
    json: 'rate_limited',
    html: 'rate_limited',
    retryAfter: 60,
  },
  { name: '500', page: { status: 500 }, json: 'server_error', html: 'server_error' },
  {
    name: '503',
    page: { status: 503, retryAfter: 3_600, body: 'secret' },
    json: 'server_error',
    html: 'server_error',
    retryAfter: 3_600,
  },
  { name: '304', page: { status: 304 }, json: 'unexpected_status', html: 'unexpected_status' },
  { name: 'a timeout', page: 'timeout', json: 'timeout', html: 'timeout' },
  {
    name: 'a page instead of data',
    page: html('<html><head><title>Log in secret</title></head></html>'),
    json: 'not_json',
    html: 'unexpected_answer',
  },
  { name: 'data instead of a page', page: json({ secret: 1 }), json: 'unexpected_answer', html: 'not_html' },
  {
    name: 'much too much data',
    page: json({ secret: tooMuch }),
    json: 'page_too_large',
    html: 'not_html',
  },
  { name: 'a huge page', page: html(tooMuch), json: 'not_json', html: 'page_too_large' },
  {
    name: 'malformed data',
    page: { body: '{"id": 1, "secret', contentType: 'application/json' },
    json: 'unexpected_answer',
    html: 'not_html',
  },
  { name: 'a list', page: json(['secret']), json: 'unexpected_answer', html: 'not_html' },
  {
    name: 'a page nested without end',
    page: html('<b>'.repeat(50_000)),
    json: 'not_json',
    html: 'unexpected_answer',
  },
]

/** Lets one address fail beside everything that was published. */
export function fail(world: World, address: string, { page }: Failure): void {
  if (page === 'timeout') world.web.fail(address, 'timeout')
  else world.web.page(address, page)
}
