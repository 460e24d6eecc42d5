import { lifetimes } from '#base/lifetimes.ts'
import type { AccountFinding, SeenAccount } from '#proofs/finding.ts'
import type { AccountMethodName, ProvedName } from '#proofs/method.ts'
import { proofEnd } from '#registry/judge.ts'
import type { AccountProof, ClaimFile } from './claim-file.ts'
import type { Claim } from './claim.ts'
import type { PostCode } from './post-code.ts'

/** One look at the account by one method. */
export type AccountLook = {
  readonly method: AccountMethodName
  readonly finding: AccountFinding
  /** For the proof that this look may make. */
  readonly proofId: string
  /** Of `post`: the codes that were looked for, and where. */
  readonly codes: readonly PostCode[]
  readonly location: string | null
}

export type SeenLooks = {
  readonly looks: readonly AccountLook[]
  /** The brand's domains that could be named. */
  readonly domains: readonly ProvedName[]
  /** Asked for by a person of the brand. */
  readonly isManual: boolean
  /** The platform itself is suspect: refusals since then are taken back. */
  readonly forgiveSince?: number | null
}

type Proving = Extract<AccountFinding, { kind: 'proved' }>

/**
 * What a claim is after these looks at its account at this time. Pure. An outage moves nothing; the same handle with
 * another id, and an account twice found missing, suspend the claim.
 */
export function settleClaim(before: ClaimFile, seen: SeenLooks, now: number): ClaimFile {
  const file = expireClaim(forgiven(before, seen.forgiveSince ?? null, now), now)
  const { claim } = file
  if (claim.state === 'suspended') return seen.isManual ? reopened(file, seen, now) : file
  if (claim.state !== 'open') return file
  const looks = seen.looks.filter((look) => isOfStanding(look, file))
  const accounts = looks.flatMap((look) => seenBy(look) ?? [])
  if (accounts.some((account) => isAnother(claim, account)) || saidReassigned(looks)) {
    return suspended(file, 'handle_reassigned', now)
  }
  const looked: ClaimFile = {
    claim: { ...claim, lookedAt: lookedAt(claim, looks, now) },
    proofs: looks.reduce((proofs, look) => withLook(proofs, look, seen, claim.id, now), file.proofs),
  }
  return missing(followed(looked, looks, accounts, now), looks, accounts, now)
}

/** What the mere passing of time makes of a claim. */
export function expireClaim(file: ClaimFile, now: number): ClaimFile {
  return withState(file, now)
}

/** Silence of a platform that we do not doubt is no look: it is made again within two hours, and not only after a day. */
function lookedAt(claim: Claim, looks: readonly AccountLook[], now: number): number | null {
  if (looks.length === 0) return claim.lookedAt
  const isSilent = looks.every(
    ({ finding }) => finding.kind === 'unreachable' && finding.reason !== 'platform_suspect',
  )
  return isSilent ? now - lifetimes.betweenDailyLooks + lifetimes.afterSilence : now
}

/** That some other post proves nothing says nothing of the one that does. */
function isOfStanding({ method, finding, location }: AccountLook, { proofs }: ClaimFile): boolean {
  if (method !== 'post' || finding.kind !== 'refused') return true
  return proofs.some((proof) => proof.method === 'post' && proof.location === location)
}

/** A proof on a platform that has turned suspect stands again, as if nobody had been refused there. */
function forgiven({ claim, proofs }: ClaimFile, since: number | null, now: number): ClaimFile {
  if (since === null) return { claim, proofs }
  const again = proofs.map((proof) =>
    proof.failingSince !== null && proof.failingSince >= since && now < proofEnd(proof)
      ? { ...proof, failingSince: null }
      : proof,
  )
  return { claim, proofs: again }
}

/** Suspended by what was seen, a claim is opened again by the account that was bound, or by a fresh code. */
function reopened(file: ClaimFile, seen: SeenLooks, now: number): ClaimFile {
  const { claim } = file
  if (!isSuspendedBySight(claim)) return file
  const looks = seen.looks.filter((look) => isBoundAgain(claim, look))
  if (looks.length === 0) return file
  const open: ClaimFile = {
    claim: { ...claim, state: 'open', stateReason: null, missingSince: null },
    proofs: file.proofs,
  }
  return settleClaim(open, { ...seen, looks }, now)
}

/** Where the platform shows no id, only a code newer than the suspension tells the owner from who sold or bought it. */
function isBoundAgain({ platformId, updatedAt }: Claim, { finding, codes }: AccountLook): boolean {
  if (finding.kind !== 'proved') return false
  if (platformId !== null) return finding.seen.platformId === platformId
  return codes.some(({ domain, issuedAt }) => domain === finding.domain && issuedAt > updatedAt)
}

/** What looks at the account alone led to; freezes by people are others' to lift. */
export function isSuspendedBySight({ state, stateReason }: Pick<Claim, 'state' | 'stateReason'>): boolean {
  return (
    state === 'suspended' &&
    ['handle_reassigned', 'account_gone', 'author_changed'].includes(stateReason ?? '')
  )
}

function withLook(
  proofs: readonly AccountProof[],
  { method, finding, proofId, codes }: AccountLook,
  { domains }: SeenLooks,
  claimId: string,
  now: number,
): readonly AccountProof[] {
  const own = proofs.find((proof) => proof.method === method)
  const others = proofs.filter((proof) => proof.method !== method)
  switch (finding.kind) {
    case 'unreachable':
      return proofs
    case 'refused':
      // What has ended fails no more.
      if (own === undefined || own.failingSince !== null || now >= own.expiresAt) return proofs
      return [...others, { ...own, failingSince: now }]
    case 'proved': {
      const domain = domains.find(({ name }) => name === finding.domain)
      if (domain === undefined) throw new Error(`${finding.domain} was not asked for`)
      const endsAt = endOfPost(finding, codes)
      const proof: AccountProof = {
        id: own?.id ?? proofId,
        claimId,
        method,
        strength: domain.strength,
        domain: domain.name,
        registrableDomain: domain.registrableDomain,
        checkedAt: now,
        expiresAt: Math.min(now + lifetimes.accountProof, endsAt ?? Infinity),
        location: finding.post?.url ?? null,
        endsAt,
        failingSince: null,
        evidence: null,
      }
      return now < proof.expiresAt ? [...others, proof] : proofs
    }
  }
}

/** A post holds for 90 days from its date by the platform's word; where it says none, from its code's. */
function endOfPost({ post, domain }: Proving, codes: readonly PostCode[]): number | null {
  if (post === null) return null
  const issuedAt = codes.find((code) => code.domain === domain)?.issuedAt ?? 0
  return (post.at ?? issuedAt) + lifetimes.postProof
}

/** Binds the id at the first proof, and follows a bound account to its new handle. */
function followed(
  file: ClaimFile,
  looks: readonly AccountLook[],
  accounts: readonly SeenAccount[],
  now: number,
): ClaimFile {
  const { claim } = file
  const proved = looks.flatMap(({ finding }) => (finding.kind === 'proved' ? [finding.seen] : []))
  const platformId =
    claim.platformId ?? proved.find((account) => account.platformId !== null)?.platformId ?? null
  const same = accounts.filter((account) => account.platformId !== null && account.platformId === platformId)
  const handle = (same[0] ?? proved[0])?.handle ?? claim.handle
  return withState({ claim: { ...claim, platformId, handle }, proofs: file.proofs }, now)
}

/** Grace holds only while the account is seen: missing, and still missing at a second look, it is not trusted. */
function missing(
  file: ClaimFile,
  looks: readonly AccountLook[],
  accounts: readonly SeenAccount[],
  now: number,
): ClaimFile {
  const { claim } = file
  const gone = looks.filter(({ finding }) => finding.kind === 'refused' && finding.missing)
  if (accounts.length > 0) return { ...file, claim: { ...claim, missingSince: null } }
  if (gone.length === 0 || claim.firstVerifiedAt === null || claim.accountState === 'ended') return file
  if (claim.missingSince === null) return { ...file, claim: { ...claim, missingSince: now } }
  if (now - claim.missingSince < lifetimes.secondLook) return file
  const isAnothers = gone.some(
    ({ finding }) => finding.kind === 'refused' && finding.reason === 'post_of_another',
  )
  return suspended(file, isAnothers ? 'author_changed' : 'account_gone', now)
}

function suspended({ claim, proofs }: ClaimFile, stateReason: string, now: number): ClaimFile {
  const ended = proofs.map((proof) => ({ ...proof, expiresAt: Math.min(proof.expiresAt, now) }))
  return {
    claim: {
      ...claim,
      state: 'suspended',
      stateReason,
      accountState: claim.accountState === 'none' ? 'none' : 'ended',
      missingSince: null,
    },
    proofs: ended,
  }
}

/** The best of the proofs speaks for the account. */
function withState({ claim, proofs }: ClaimFile, now: number): ClaimFile {
  const standing = proofs.filter((proof) => now < proofEnd(proof))
  const accountState = standing.some(({ failingSince }) => failingSince === null)
    ? 'proved'
    : standing.length > 0
      ? 'failing'
      : proofs.length > 0
        ? 'ended'
        : 'none'
  const firstVerifiedAt = claim.firstVerifiedAt ?? (accountState === 'proved' ? now : null)
  return { claim: { ...claim, accountState, firstVerifiedAt }, proofs }
}

/** The claim's account as the look saw it; what is missing was not seen. */
function seenBy({ finding }: AccountLook): SeenAccount | null {
  if (finding.kind === 'unreachable') return null
  return finding.kind === 'refused' && finding.missing ? null : finding.seen
}

function isAnother({ platformId }: Claim, account: SeenAccount): boolean {
  return platformId !== null && account.platformId !== null && account.platformId !== platformId
}

function saidReassigned(looks: readonly AccountLook[]): boolean {
  return looks.some(({ finding }) => finding.kind === 'refused' && finding.reason === 'handle_reassigned')
}
