import type { AccountFinding } from './finding.ts'
import { isPlatformKey, platforms } from '#accounts/platforms/index.ts'

/** The finding for an account that no look of ours can prove, and what is left to its owner. */
export function notCheckable(platform: string): Extract<AccountFinding, { readonly kind: 'refused' }> {
  const name = isPlatformKey(platform) ? platforms[platform].name : platform
  return {
    kind: 'refused',
    reason: 'not_checkable',
    detail:
      `Accounts on ${name} cannot be checked automatically here, so the claim stays declared. What is left: the ` +
      "operator of this registry may configure credentials of the platform's API where there is one, or a moderator " +
      'may review the account with your evidence.',
    seen: null,
    missing: false,
  }
}
