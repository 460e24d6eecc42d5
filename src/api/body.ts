import type { Context } from 'hono'
import { ok, refuse, type Result } from '#base/result.ts'

type BodyReason = 'malformed_json' | 'unsupported_media_type'

/** The body as JSON. Its size was capped before; a name twice in one object takes the last, as JSON.parse does. */
export async function readBody(c: Context, optional: boolean): Promise<Result<unknown, BodyReason>> {
  const type = c.req.header('content-type')
  if (type === undefined) {
    if ((await c.req.text()) === '') {
      return optional ? ok({}) : refuse('malformed_json', 'A JSON body is needed, and none was sent.')
    }
    return refuse('unsupported_media_type', 'Say what the body is: "Content-Type: application/json".')
  }
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    return refuse('unsupported_media_type', 'Send "Content-Type: application/json".')
  }
  const text = await c.req.text()
  if (text === '' && optional) return ok({})
  try {
    return ok(JSON.parse(text))
  } catch {
    return refuse('malformed_json', 'The body cannot be read as JSON.')
  }
}
