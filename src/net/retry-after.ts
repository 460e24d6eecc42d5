const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * Seconds from a Retry-After (RFC 9110 §10.2.3): a number of them, or an HTTP date, which counts from the server's own
 * `Date`, so that nobody's clock matters. Null when it says nothing that can be read; never negative.
 */
export function retryAfterSeconds(retryAfter: string | null, date: string | null): number | null {
  const text = retryAfter?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const from = date?.trim() ?? ''
  if (!httpDate.test(text) || !httpDate.test(from)) return null
  const seconds = (Date.parse(text) - Date.parse(from)) / 1_000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null
}
