import type { Hono } from 'hono'

/** With our own memory in front, half a minute too, a positive answer is at most 60 s old. */
export const brief = 'public, max-age=30, stale-if-error=0'
/** Asked anew each time. */
export const fresh = 'no-cache'
/** Of what has its version in its address. */
export const immutable = 'public, max-age=31536000, immutable'

export const sheet = 'text/css; charset=utf-8'

type Versioned = { readonly type: string; readonly version: string; readonly body: string }

/** A file that pages name with its version: kept for ever by whoever asks for just these bytes. */
export function serveVersioned(web: Hono, path: string, { type, version, body }: Versioned): void {
  web.get(path, (c) => {
    const known = c.req.query('v') === version
    return c.body(body, 200, { 'content-type': type, 'cache-control': known ? immutable : fresh })
  })
}
