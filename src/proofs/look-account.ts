import { Unreachable } from '#net/net.ts'
import type { AccountFinding } from './finding.ts'
import { type AccountInstruction, type AccountMethodName, accountMethodNames, type Asked } from './method.ts'
import { accountMethods } from './methods/index.ts'
import { PlatformSilent } from './platform-silent.ts'
import type { Credentials, Sight } from './reader.ts'
import { readerOf } from './readers/index.ts'

/**
 * One look at an account by one method. Decides nothing. Silence of a platform or of the net is a finding; anything
 * else that goes wrong is a fault and is thrown.
 */
export async function lookAtAccount(
  sight: Sight,
  method: AccountMethodName,
  asked: Asked,
): Promise<AccountFinding> {
  try {
    return await accountMethods[method].look(sight, asked)
  } catch (error) {
    if (error instanceof PlatformSilent || error instanceof Unreachable) {
      const { retryAfter, host } = error instanceof PlatformSilent ? error : { retryAfter: null, host: null }
      return { kind: 'unreachable', reason: error.reason, detail: error.message, retryAfter, host }
    }
    throw error
  }
}

/** Every way in which this account can be proved here, with what to do. Empty when there is none. */
export function instructAccount(
  asked: Omit<Asked, 'postUrl'>,
  credentials: Credentials,
): readonly AccountInstruction[] {
  return accountMethodNames
    .map((name) => accountMethods[name].instruct(asked, credentials))
    .filter((instruction) => instruction !== null)
}

/** The host that a look at this account is sent to first; null for a platform that shows us nothing. */
export function hostOfAccount(platform: string, handle: string): string | null {
  return readerOf(platform)?.host(handle) ?? null
}
