/** Why a platform told us nothing that we may rely on. Permanent, as every reason is. */
export const silentReasons = [
  'forbidden',
  'rate_limited',
  'server_error',
  'login_wall',
  'unexpected_status',
  'unexpected_answer',
  'page_too_large',
  'not_json',
  'not_html',
  'redirect_not_allowed',
  'handle_unconfirmed',
  'no_credentials',
] as const

export type SilentReason = (typeof silentReasons)[number]

/** A platform answered, and we learnt nothing: neither a proof nor a refusal. Its message never holds a foreign body. */
export class PlatformSilent extends Error {
  readonly reason: SilentReason
  /** Seconds that the platform wants to be left alone for. */
  readonly retryAfter: number | null
  /** Who said so, after redirects; null when it is what was said, and not an answer, that tells nothing. */
  readonly host: string | null

  constructor(
    reason: SilentReason,
    detail: string,
    { retryAfter = null, host = null }: { retryAfter?: number | null; host?: string | null } = {},
  ) {
    super(detail)
    this.name = 'PlatformSilent'
    this.reason = reason
    this.retryAfter = retryAfter
    this.host = host
  }
}

/** The answer has not the form that the reader was written for: nobody's account depends on that. */
export function unexpected(host: string, what: string): PlatformSilent {
  return new PlatformSilent(
    'unexpected_answer',
    `${host} answered in a form that we do not know: ${what}. Nothing was decided; we shall look again later.`,
  )
}
