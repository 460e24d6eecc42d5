import { createTransport } from 'nodemailer'
import { second } from '#base/clock.ts'
import type { Mailer } from '#base/mailer.ts'

type Options = {
  readonly url: string
  readonly from: string
  /** Whom to trust beside those whom Node trusts. */
  readonly ca?: string
}

/**
 * Mail over SMTP (RFC 5321), for the Node door alone. `smtps:` is TLS from the start; `smtp:` begins TLS as soon as it
 * is offered, and must where the server is not on loopback: codes never travel in the clear.
 */
export function createSmtpMailer({ url, from, ca }: Options): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isSecure = protocol === 'smtps:'
  const isNear = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    requireTLS: !isSecure && !isNear,
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 30 * second,
    ...(ca === undefined ? {} : { tls: { ca } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  })
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    async send({ id, to, subject, text, html }) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          // RFC 3834 §5: no holiday replies.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return 'sent'
      } catch (error) {
        if (isFinal(error)) return 'refused'
        throw error
      }
    },
  }
}

/** RFC 5321 §4.2.1: 5yz to this recipient or this message. Wrong credentials are ours to mend, so they are tried again. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false
  const { responseCode, code } = error
  return Number(responseCode) >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
}
