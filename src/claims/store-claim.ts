import { and, eq, isNull } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { issueBadgeLater } from '#brands/badge-due.ts'
import type { Statement } from '#db/open.ts'
import { accountProofs, claims, formerHandles } from '#db/schema.ts'
import { enqueue, forget } from '#jobs/queue.ts'
import { keepAccountName } from '#lookalikes/keep-names.ts'
import { leafOf, raced, type Head } from '#log/leaf.ts'
import { profileOf } from '#registry/judge.ts'
import type { AccountProof, ClaimFile } from './claim-file.ts'
import type { Claim } from './claim.ts'
import { tellOfClaim } from './claim-notice.ts'
import { nextAccountLookAt, targetOf } from './look-times.ts'

export type ClaimTransition = {
  readonly before: ClaimFile
  readonly after: ClaimFile
  /** The before's newest leaf, read before the row was. */
  readonly head: Head | null
  readonly actor: string
}

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/**
 * Stores a decision with its leaf, proofs, next look and notices, or does none of it. Where nothing was decided there
 * is no leaf, and what belongs to it follows once the row has been refreshed.
 */
export async function storeClaim(
  seams: Seams,
  transition: ClaimTransition,
  also: readonly Statement[] = [],
): Promise<'stored' | 'raced' | 'taken' | 'handle_is_own'> {
  const { db } = seams
  const { before, after } = transition
  const update = db.orm.update(claims).set(changes(before.claim, after.claim)).where(unchanged(before.claim))
  const follow = [...storeProofs(seams, before, after), nextLook(seams, after), ...also]
  if (!isDecision(before, after)) {
    const refreshed = await db.write([update])
    if (!refreshed.written) throw new Error(`Refreshing a claim failed on ${refreshed.violated}`)
    if (refreshed.changed === 0) return 'raced'
    await db.write(follow)
    return 'stored'
  }
  const written = await db.write([update, ...(await consequences(seams, transition)), ...follow])
  if (written.written) return 'stored'
  if (raced(written.violated)) return 'raced'
  if (written.violated === 'claims.organisation_id, claims.platform, claims.handle') return 'handle_is_own'
  if (written.violated.startsWith('claims.platform, claims.')) return 'taken'
  throw new Error(`Storing a claim failed on ${written.violated}`)
}

function unchanged(before: Claim) {
  return and(
    eq(claims.id, before.id),
    eq(claims.state, before.state),
    eq(claims.accountState, before.accountState),
    before.lookedAt === null ? isNull(claims.lookedAt) : eq(claims.lookedAt, before.lookedAt),
    eq(claims.updatedAt, before.updatedAt),
  )
}

/** Only what differs, so that of two who change different things neither undoes the other. */
function changes(before: Claim, after: Claim): Partial<Claim> {
  const old = new Map<string, unknown>(Object.entries(before))
  const changed = Object.entries(after).filter(([key, value]) => old.get(key) !== value)
  return { state: after.state, ...Object.fromEntries(changed) }
}

/** A look that found what was known is kept as evidence, but decides nothing. */
function isDecision(before: ClaimFile, after: ClaimFile): boolean {
  const standing = ({ proofs }: ClaimFile) =>
    proofs
      .map(({ method, domain, location }) => `${method} ${domain} ${location}`)
      .toSorted()
      .join('\n')
  return (
    before.claim.state !== after.claim.state ||
    before.claim.accountState !== after.claim.accountState ||
    before.claim.platformId !== after.claim.platformId ||
    before.claim.handle !== after.claim.handle ||
    standing(before) !== standing(after)
  )
}

async function consequences(
  seams: Seams,
  { before, after, head, actor }: ClaimTransition,
): Promise<Statement[]> {
  const { db, clock } = seams
  const { claim } = after
  const at = clock.now()
  const values = {
    account: profileOf(claim.platform, claim.handle),
    ...(claim.platformId === null ? {} : { platform_id: claim.platformId }),
    ...(claim.stateReason === null ? {} : { reason: claim.stateReason }),
    ...(after.proofs.length === 0 ? {} : { methods: after.proofs.map(({ method }) => method).join(' ') }),
  }
  const decision = { act: actOf(before, after), subject: claim.id, actor, at, values }
  const former = { claimId: claim.id, platform: claim.platform, handle: before.claim.handle, leftAt: at }
  return [
    ...(await leafOf(seams, decision, head)),
    ...(claim.handle === before.claim.handle
      ? []
      : [db.orm.insert(formerHandles).values(former).onConflictDoNothing()]),
    ...keepAccountName(claim),
    ...tellOfClaim(seams, before, after, actor),
    issueBadgeLater(seams, claim.brandId),
  ]
}

function actOf(before: ClaimFile, after: ClaimFile): string {
  const [old, claim] = [before.claim, after.claim]
  if (claim.state === 'suspended' && old.state !== 'suspended') return 'claim.suspended'
  if (old.state === 'suspended' && claim.state === 'open') return 'claim.reopened'
  if (old.accountState !== claim.accountState) {
    if (claim.accountState === 'failing') return 'claim.failing'
    if (claim.accountState === 'ended') return 'claim.lapsed'
    return old.accountState === 'failing' ? 'claim.recovered' : 'claim.verified'
  }
  return claim.handle === old.handle ? 'claim.proved_anew' : 'claim.renamed'
}

function storeProofs({ db }: Pick<Deps, 'db'>, before: ClaimFile, after: ClaimFile): Statement[] {
  return after.proofs
    .filter((proof) => !before.proofs.includes(proof))
    .map((proof: AccountProof) => {
      const { id: _id, claimId: _claim, method: _method, ...changing } = proof
      return db.orm
        .insert(accountProofs)
        .values(proof)
        .onConflictDoUpdate({ target: [accountProofs.claimId, accountProofs.method], set: changing })
    })
}

function nextLook(seams: Seams, after: ClaimFile): Statement {
  const dueAt = nextAccountLookAt(seams, after)
  const { id: subject, platform, handle } = after.claim
  if (dueAt === null) return forget(seams, 'look-claim', subject)
  return enqueue(seams, { kind: 'look-claim', subject, target: targetOf(platform, handle), dueAt })
}
