import { ok, refuse, type Result } from '#base/result.ts'

export type EmailReason = 'email_not_understood'

const local = /^[a-z\d!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z\d!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/

/**
 * One mailbox, lower case, its domain in A-labels (RFC 5321 §4.1.2 without quoting). Local parts are ASCII: letters that
 * look alike would make one person of two.
 */
export function parseEmail(text: string): Result<string, EmailReason> {
  const given = text.trim().toLowerCase()
  const at = given.lastIndexOf('@')
  const name = given.slice(0, at)
  const host = URL.parse(`https://${given.slice(at + 1)}`)
  const labels = host?.hostname.split('.') ?? []
  const isPlain =
    host !== null && host.href === `https://${host.hostname}/` && !/[/?#:@\\\s]/.test(given.slice(at + 1))
  const isName =
    labels.length > 1 && labels.every((each) => label.test(each)) && !/^\d+$/.test(labels.at(-1) ?? '')
  const email = `${name}@${host?.hostname ?? ''}`
  if (at > 0 && isPlain && isName && name.length <= 64 && email.length <= 254 && local.test(name))
    return ok(email)
  return refuse('email_not_understood', 'This is not an e-mail address. One looks like ana@acme.com.')
}
