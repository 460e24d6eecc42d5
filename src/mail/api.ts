import { second } from '#base/clock.ts'
import type { Mailer } from '#base/mailer.ts'

type Options = {
  /** Where letters are posted: `https://api.resend.com/emails`. */
  readonly url: string
  readonly key: string
  readonly from: string
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

/** Mail through a provider that speaks Resend's API (https://resend.com/docs/api-reference/emails/send-email). */
export function createApiMailer({ url, key, from, fetch }: Options): Mailer {
  return {
    async send({ id, to, subject, text, html }) {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(20 * second),
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          // The same letter again within a day is not sent twice.
          'idempotency-key': id,
        },
        body: JSON.stringify({ from, to: [to], subject, text, html }),
      })
      await response.body?.cancel()
      if (response.ok) return 'sent'
      // 422 is about the letter; 401, 403 and 429 are about us, and pass when somebody sees to them.
      if (response.status === 422) return 'refused'
      throw new Error(`The mail provider answered ${response.status}`)
    },
  }
}
