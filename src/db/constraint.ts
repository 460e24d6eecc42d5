/**
 * The constraint an error is about, or null when it is about something else. sqld and embedded files agree on the
 * message only: sqld gives no extended code (FACTS).
 */
export function violatedConstraint(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const found = /(?:UNIQUE|CHECK|FOREIGN KEY) constraint failed(?:: ([\w., ]+))?/.exec(cause.message)
    if (found !== null) return found[1]?.trim() ?? 'foreign_key'
  }
  return null
}
