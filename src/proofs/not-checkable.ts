import { closingOf, platformName } from '#accounts/platforms/index.ts'
import type { AccountFinding } from './finding.ts'
import type { AccountMethodName } from './method.ts'
import { PlatformSilent } from './platform-silent.ts'
import type { Credentials } from './reader.ts'
import { readerOf } from './readers/index.ts'
import { refusedFinding } from './refused.ts'

/** The finding where a method cannot prove any account of this platform. */
export function notCheckable(
  platform: string,
  method: AccountMethodName,
  credentials: Credentials,
): AccountFinding {
  return refusedFinding('not_checkable', whatIsLeft(platform, method, credentials))
}

/** It could be proved with credentials that the operator has not given: that is nobody's refusal. */
export function needsCredentials(platform: string, method: AccountMethodName): PlatformSilent {
  return new PlatformSilent('no_credentials', whatIsLeft(platform, method, {}))
}

function whatIsLeft(platform: string, method: AccountMethodName, credentials: Credentials): string {
  const name = platformName(platform)
  const reader = readerOf(platform)
  const others: AccountMethodName[] = []
  if (reader?.profile !== undefined && reader.can?.(credentials) !== false) others.push('profile-link')
  if (reader?.post !== undefined) others.push('post')
  const [other] = others.filter((way) => way !== method)
  if (other !== undefined)
    return `Accounts on ${name} cannot be proved by ${method} here. Use the method ${other}.`
  return notCheckableAtAll(platform)
}

/** What is left for an account that nothing can prove here. */
export function notCheckableAtAll(key: string): string {
  const name = platformName(key)
  const closedOn = closingOf(key)
  if (closedOn !== null) {
    return `${name} closed on ${closedOn}: its accounts are recorded for history, and nothing is left to be done.`
  }
  const left =
    readerOf(key) === null
      ? 'a moderator may review the account with your evidence.'
      : "the operator of this registry may configure credentials of the platform's API, or a moderator may review the account with your evidence."
  return `Accounts on ${name} cannot be checked automatically here, so the claim stays declared. What is left: ${left}`
}
