import type { Deps } from '#base/deps.ts'
import type { MethodName } from '#challenges/method.ts'
import { corroboration } from '#challenges/report.ts'
import { lookAt, type Look } from '#challenges/look.ts'
import { methods } from '#challenges/methods/index.ts'
import { bind, type StoredChallenge } from './challenge.ts'
import type { Domain, SeenProof } from './domain.ts'
import { yieldToDns } from './yield-to-dns.ts'

export const allMethods = Object.keys(methods) as readonly MethodName[]

/** Looks for one token by these methods, all at once. A web proof that must yield to a DNS proof is a refusal. */
export async function lookForToken(
  deps: Pick<Deps, 'db' | 'net' | 'random' | 'clock' | 'site'>,
  domain: Domain,
  stored: StoredChallenge,
  wanted: readonly MethodName[],
): Promise<readonly Look[]> {
  const challenge = bind(deps, domain, stored)
  const looks = await Promise.all(wanted.map((name) => lookAt(deps, methods[name], challenge)))
  return await yieldToDns(deps, domain, looks)
}

/** What a look for this token tells the deciding of a domain. */
export function seenWith({ id, issuedAt }: StoredChallenge, looks: readonly Look[]): readonly SeenProof[] {
  return looks.map(({ method, finding, perspectives }) => {
    const seenBy = corroboration(perspectives, finding.kind)
    return { method, finding, challengeId: id, issuedAt, seenBy }
  })
}
