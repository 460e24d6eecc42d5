import { base64urlnopad } from '@scure/base'
import { ok, refuse, type Result } from '#base/result.ts'

/** Cursors are opaque to callers: where the next page starts, base64url. */
export function writeCursor(after: string): string {
  return base64urlnopad.encode(new TextEncoder().encode(after))
}

export function readCursor(cursor: string | undefined): Result<string | undefined, 'invalid_request'> {
  if (cursor === undefined) return ok(cursor)
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(base64urlnopad.decode(cursor)))
  } catch {
    return refuse(
      'invalid_request',
      'cursor: not one of ours. Send the last answer\'s "next_cursor" as it is.',
    )
  }
}
