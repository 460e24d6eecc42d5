import { sameName } from '#base/dns-name.ts'
import type { DnsAnswer } from '#net/net.ts'
import type { Challenge } from './method.ts'
import { unquoted } from './unquoted.ts'

/** What is published by TXT, file and meta tag alike: `token=<base32> org=<organisation id>`. */
export function recordText({ token, organisationId }: Challenge): string {
  return `token=${token} org=${organisationId}`
}

/**
 * True when a published text is this challenge's (draft-ietf-dnsop-domain-verification-techniques §5.1.2):
 * `token=` first, keys in any case, unknown keys ignored, values compared exactly and never as substrings.
 * The token alone is bound to the organisation; an `org=` that is there must be ours, so that nobody is talked
 * into publishing a record that says one organisation and proves another. Ids differ by more than their case.
 */
export function isOurs(text: string, { token, organisationId }: Challenge): boolean {
  const record = parseRecord(text)
  return (
    record !== null && record.token === token && (record.org === null || isSame(record.org, organisationId))
  )
}

/** Whose challenge a text is: ours with the token of another challenge, another organisation's, or none at all. */
export type Stranger =
  | { readonly kind: 'stale' }
  | { readonly kind: 'other'; readonly organisation: string }
  | { readonly kind: 'none' }

export function strangerIn(text: string, { token, organisationId }: Challenge): Stranger {
  const record = parseRecord(text)
  if (record === null) return { kind: 'none' }
  if (record.org !== null && !isSame(record.org, organisationId))
    return { kind: 'other', organisation: record.org }
  return isAnotherToken(record.token, token) ? { kind: 'stale' } : { kind: 'none' }
}

/** What is published by CNAME. The organisation's id comes first, as in every challenge CNAME that leaves the domain. */
export function targetName({ organisationId, token, issuerHost }: Challenge): string {
  return `${organisationId}.${token}.dcv.${issuerHost}`
}

/** The owner's own record: the first target, whatever lies behind it. A zone with two CNAMEs at a name shows both. */
export function firstTargets({ chain, values }: DnsAnswer): readonly string[] {
  return chain.length > 0 ? chain.slice(0, 1) : values
}

export function pointsToUs(answer: DnsAnswer, challenge: Challenge): boolean {
  return firstTargets(answer).some((target) => sameName(target, targetName(challenge)))
}

/** True when the text is the CNAME's target, published as a text. */
export function isTargetText(value: string, challenge: Challenge): boolean {
  return sameName(unquoted(value), targetName(challenge))
}

/** Whose challenge a CNAME's target is; what ends otherwise is another registry's, or none. */
export function strangerInTarget(target: string, challenge: Challenge): Stranger {
  const ending = `.dcv.${challenge.issuerHost}`.toLowerCase()
  const name = target.toLowerCase().replace(/\.$/, '')
  const [organisation = '', token = '', ...more] = name.endsWith(ending)
    ? name.slice(0, -ending.length).split('.')
    : []
  if (organisation === '' || token === '' || more.length > 0) return { kind: 'none' }
  if (organisation !== challenge.organisationId.toLowerCase()) return { kind: 'other', organisation }
  return isAnotherToken(token, challenge.token) ? { kind: 'stale' } : { kind: 'none' }
}

/** Made as ours was, and not ours. One mistyped or cut off is no older token, and is not to be called so. */
function isAnotherToken(token: string, ours: string): boolean {
  return token !== ours && token.length === ours.length && /^[a-z2-7]+$/.test(token)
}

function isSame(one: string, organisationId: string): boolean {
  return one.toLowerCase() === organisationId.toLowerCase()
}

type ChallengeRecord = { readonly token: string; readonly org: string | null }

function parseRecord(text: string): ChallengeRecord | null {
  // Any space: pasted from a page or a word processor it is often one that does not break. A token has none inside.
  const pairs = text
    .split(/[\t\r\n\p{Zs}]+/u)
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 1 ? null : { key: pair.slice(0, at).toLowerCase(), value: pair.slice(at + 1) }
    })
  const token = pairs[0]
  if (token?.key !== 'token') return null
  const named = (key: string) => pairs.filter((pair) => pair?.key === key)
  // A key given twice says two things; neither is believed.
  if (named('token').length > 1 || named('org').length > 1) return null
  return { token: token.value, org: named('org')[0]?.value ?? null }
}
