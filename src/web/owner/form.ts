import type { Context } from 'hono'

/** What was typed, field by field; what is missing is empty. */
export type Form = {
  readonly text: (name: string) => string
  /** Of boxes that were ticked, or fields of one name: all. */
  readonly all: (name: string) => readonly string[]
}

/** What stands beside a field, with what was typed kept. */
export type Fault = {
  /** The name of the field, or of the form whose act was refused. */
  readonly at: string
  readonly text: string
  readonly typed: Form
}

/** No field is longer than what a verb reads. */
const charactersMax = 20_000

/** Whatever is no form holds nothing. */
export async function formOf(c: Context): Promise<Form> {
  const form = await parsed(c)
  const all = (name: string) =>
    form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.slice(0, charactersMax)] : []))
  return { all, text: (name) => all(name)[0]?.trim() ?? '' }
}

async function parsed(c: Context): Promise<FormData> {
  try {
    return await c.req.formData()
  } catch {
    return new FormData()
  }
}

export const empty: Form = { text: () => '', all: () => [] }
