import type { Context } from 'hono'

/** A form's fields that are text; whatever is no form has none. */
export async function fieldsOf(c: Context): Promise<(name: string) => string> {
  let form: Readonly<Record<string, unknown>> = {}
  try {
    form = await c.req.parseBody()
  } catch {
    // Not a form.
  }
  return (name) => {
    const value = form[name]
    return typeof value === 'string' ? value.trim() : ''
  }
}
