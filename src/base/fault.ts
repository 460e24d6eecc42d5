/**
 * What the house's own log says of a fault. A failed query's message carries its parameters (hashes, addresses),
 * so its cause speaks instead.
 */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('params' in error) return error.cause instanceof Error ? faultOf(error.cause) : 'A query failed'
  return error.stack ?? error.message
}
