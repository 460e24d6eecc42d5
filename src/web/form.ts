import type { Context } from 'hono'

/** The fields of a form that was sent. Whatever is no form holds nothing. */
export async function formOf(c: Context): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await c.req.parseBody()
  } catch {
    return {}
  }
}
