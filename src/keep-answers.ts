import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { sessionCookie } from '#auth/session.ts'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { Env } from '#api/endpoint.ts'
import { isSpoken, languageOf } from './language.ts'
import { createMemory } from '#db/memory.ts'

/** Half of the minute in which an answer counts as fresh; the other half is HTTP's max-age. */
const keptFor = 30 * second
const charactersMax = 16_000_000
/** What an entry weighs beside its body, roughly. */
const entryCharacters = 1_000

type Kept = {
  readonly body: string
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
  readonly named: readonly string[]
}

/**
 * Keeps public answers in memory until they are half a minute old or this process writes. Only what says
 * `Cache-Control: public` is kept, so what a key was shown never is.
 */
export function keepAnswers(seams: Pick<Deps, 'db' | 'clock'>): MiddlewareHandler<Env> {
  const memory = createMemory<Kept>(seams, { keptFor, charactersMax })
  return async (c, next) => {
    if (c.req.method !== 'GET' || isKnown(c)) return await next()
    const { path, url } = c.req
    const key = isSpoken(path) ? `${languageOf(c)} ${url}` : url
    const found = memory.find(key)
    if (found !== undefined) {
      c.set('named', found.named)
      return answer(c, found, crypto.randomUUID())
    }
    const keep = memory.begin()
    await next()
    const entry = await keepable(c)
    if (entry === null) return
    if (c.get('isOfNow') !== true) keep(key, entry, entry.body.length + entryCharacters)
    // Emptied first: what stands there would be merged header by header.
    c.res = undefined
    c.res = answer(c, entry, c.get('requestId'))
  }
}

/** Whoever shows a key, or is signed in, may be told more by the API than the public is. Pages tell all the same. */
function isKnown(c: Context<Env>): boolean {
  if (c.req.header('authorization') !== undefined) return true
  return c.req.path.startsWith('/v1/') && getCookie(c, sessionCookie) !== undefined
}

async function keepable(c: Context<Env>): Promise<Kept | null> {
  const { res } = c
  const control = res.headers.get('cache-control') ?? ''
  if (res.status !== 200 || !control.startsWith('public')) return null
  if (!/^(?:application|text|image\/svg)/.test(res.headers.get('content-type') ?? '')) return null
  // Not text(): workerd warns of types that it does not know as text.
  const body = new TextDecoder().decode(await res.arrayBuffer())
  const headers = Object.fromEntries([...res.headers].filter(([name]) => name !== 'x-request-id'))
  return { body, etag: etagOf(body), headers, named: c.get('named') ?? [] }
}

/** When an answer was made is not part of what it says. */
function etagOf(body: string): string {
  const said = body.replace(/"as_of":"[^"]*"/, '')
  return `W/"${createHash('sha256').update(said).digest('hex').slice(0, 24)}"`
}

function answer(c: Context<Env>, { body, etag, headers }: Kept, requestId: string): Response {
  const said = { ...headers, etag, 'x-request-id': requestId }
  const known = c.req.header('if-none-match')
  if (known?.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*') === true) {
    const { 'content-type': _type, 'content-length': _length, ...rest } = said as Record<string, string>
    return new Response(null, { status: 304, headers: rest })
  }
  return new Response(body, { headers: said })
}
