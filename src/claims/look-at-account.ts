import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { registrable } from '#base/registrable.ts'
import type { Attempt } from '#brands/attempt.ts'
import { witness } from '#challenges/witness.ts'
import type { AccountMethodName, ProvedName } from '#proofs/method.ts'
import { lookAtAccount } from '#proofs/look-account.ts'
import type { ClaimFile } from './claim-file.ts'
import { rememberingGet } from './kept-page.ts'
import { payingGet } from './paying-get.ts'
import { targetOf } from './look-times.ts'
import { codesFor } from './post-code.ts'
import type { AccountLook } from './settle-claim.ts'

export type LookSeams = Pick<Deps, 'db' | 'clock' | 'random' | 'net' | 'credentials'>

export type SeenAccounts = {
  readonly looks: readonly AccountLook[]
  readonly attempts: readonly Attempt[]
  readonly domains: readonly ProvedName[]
  /** Seconds that whoever was asked wants to be left alone for; null when nobody said. */
  readonly retryAfter: number | null
  /** The same of the account's own host: 0 when it wants rest and does not say for how long, null when it wants none. */
  readonly rest: number | null
}

/** Looks at a claim's account by each of these methods, one after the other: a platform is asked one thing at a time. */
export async function lookForProofs(
  seams: LookSeams,
  file: ClaimFile,
  domains: readonly ProvedName[],
  methods: readonly AccountMethodName[],
  /** Asked for by a person, who may name a post; null at the daily look. */
  asked: { readonly postUrl: string | null } | null = null,
): Promise<SeenAccounts> {
  const { claim, proofs } = file
  const looks: AccountLook[] = []
  const attempts: Attempt[] = []
  let retryAfter: number | null = null
  for (const method of methods) {
    const standing = proofs.find((proof) => proof.method === method)?.location ?? null
    const location = method === 'post' ? (asked?.postUrl ?? standing) : null
    const codes = method === 'post' ? await codesFor(seams, claim.id, location) : []
    const { finding, attempt } = await look(seams, claim, asked !== null, method, {
      account: { platform: claim.platform, handle: claim.handle, platformId: claim.platformId },
      domains,
      codes,
      postUrl: location,
    })
    looks.push({ method, finding, proofId: newId(seams.random, 'prf'), codes, location })
    attempts.push(attempt)
    if (finding.kind === 'unreachable')
      retryAfter = Math.max(retryAfter ?? 0, finding.retryAfter ?? 0) || null
  }
  return { looks, attempts, domains, retryAfter, rest: restOf(claim, looks) }
}

/** A host speaks for itself alone: the server of a handle's domain, or of a post, cannot have a platform left alone. */
function restOf({ platform, handle }: ClaimFile['claim'], looks: readonly AccountLook[]): number | null {
  const own = targetOf(platform, handle)
  const rests = looks.flatMap(({ finding }) => {
    if (finding.kind !== 'unreachable' || finding.host === null || registrable(finding.host) !== own)
      return []
    const { retryAfter, reason } = finding
    return retryAfter === null && reason !== 'rate_limited' ? [] : [retryAfter ?? 0]
  })
  return rests.length === 0 ? null : Math.max(...rests)
}

async function look(
  seams: LookSeams,
  claim: ClaimFile['claim'],
  isManual: boolean,
  method: AccountMethodName,
  asked: Parameters<typeof lookAtAccount>[2],
) {
  const { net, clock, credentials } = seams
  // A platform is asked from here alone: it speaks for itself over TLS, and who else asks it is not ours to say.
  const [here] = net.resolvers
  if (here === undefined) throw new Error('A look needs at least one resolver')
  const { perspective, evidence } = witness(clock, here)
  const paid = payingGet(seams, perspective.get, claim, { isManual, postUrl: asked.postUrl })
  // Checks by hand are many, and of accounts that prove nothing: kept, their pages would fill the disk.
  const get = isManual ? paid : rememberingGet(seams, paid)
  const finding = await lookAtAccount({ get, dns: perspective.dns, credentials, clock }, method, asked)
  const told =
    finding.kind === 'proved'
      ? { reason: null, detail: null }
      : { reason: finding.reason, detail: finding.detail }
  const { name, resolver, network } = here
  const seen = { perspective: name, resolver, network, outcome: finding.kind, reason: told.reason }
  const attempt: Attempt = {
    method,
    outcome: finding.kind,
    ...told,
    panel: null,
    perspectives: [{ ...seen, evidence: evidence() }],
    at: clock.now(),
  }
  return { finding, attempt }
}
