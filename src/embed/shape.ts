export type Unread = Readonly<Record<string, unknown>>

/** Null for what is no JSON object. */
export function asObject(value: unknown): Unread | null {
  return isObject(value) ? value : null
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function objectsIn(value: unknown): readonly Unread[] {
  return asList(value).filter(isObject)
}

export function readObject(text: string): Unread | null {
  try {
    return asObject(JSON.parse(text))
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
