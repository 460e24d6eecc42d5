/** The keys of a table, known to be just those. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  const keys: Key[] = []
  for (const key in table) keys.push(key)
  return keys
}
