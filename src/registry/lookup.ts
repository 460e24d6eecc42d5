import type { Account } from '#accounts/platform.ts'
import { isIdForm } from '#accounts/platforms/index.ts'
import { readQuery, type QueryReason } from '#accounts/read-query.ts'
import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { parseDomainName } from '#challenges/domain-name.ts'
import type { AccountMark, Answer, PublicAccount } from './answer.ts'
import { findCandidates } from './candidates.ts'
import { findDisavower } from './disavowals.ts'
import { withLookalikes } from './lookalikes.ts'
import { lookUpDomain } from './lookup-domain.ts'
import { brandMark, judge } from './judge.ts'
import { claimRecords, type ClaimRecord } from './records.ts'
import type { AccountVerdict } from './verdict.ts'

export type LookupReason = QueryReason

type Seams = Pick<Deps, 'db' | 'clock'>

/** Tells whose an account, link or domain is, or who goes by a name. The input may be anything people paste. */
export async function lookUp(seams: Seams, input: string): Promise<Result<Answer, LookupReason>> {
  const read = readQuery(input)
  if (!read.ok) return read
  switch (read.value.kind) {
    case 'account':
      return ok(await withLookalikes(seams, await lookUpAccount(seams, input, read.value.account)))
    case 'domain': {
      const name = parseDomainName(read.value.host, { acceptReserved: true })
      if (!name.ok) return refuse('query_not_understood', name.refusal.detail)
      return ok(await withLookalikes(seams, await lookUpDomain(seams, input, name.value)))
    }
    case 'name':
      return ok(
        await withLookalikes(seams, {
          ...nothing(seams, { input, kind: 'name' }),
          verdict: null,
          candidates: await findCandidates(seams, read.value.text),
        }),
      )
  }
}

/** Where several verdicts could be given, the first of these is. */
const firstOf: readonly AccountVerdict[] = [
  'suspended',
  'verified',
  'at_risk',
  'lapsed',
  'declared',
  'not_ours',
  'unregistered',
]

/** A claim that was never verified can freeze nothing but itself: it stands behind whoever proved the account. */
function rank({ record, account }: { record: ClaimRecord; account: PublicAccount }, now: number): number {
  const mere =
    account.verdict === 'suspended' && (record.claim.firstVerifiedAt === null || isLongGone(record, now))
  return firstOf.indexOf(mere ? 'lapsed' : account.verdict) + (mere ? 0.5 : 0)
}

/**
 * A former holder's warning comes first for as long as his proof would have held; then whoever holds it may speak. Else
 * who sold an account could have everybody warned of its buyer for ever, by freezing his own brand.
 */
function isLongGone({ claim, proofs }: ClaimRecord, now: number): boolean {
  if (claim.accountState !== 'ended' || claim.stateReason === 'moderator') return false
  const since =
    claim.state === 'suspended' ? claim.updatedAt : Math.max(...proofs.map(({ checkedAt }) => checkedAt))
  return now >= since + lifetimes.accountProof
}

async function lookUpAccount(seams: Seams, input: string, account: Account): Promise<Answer> {
  const now = seams.clock.now()
  const { platform, handle, url } = account
  const records = await recordsOf(seams, account)
  const judged = records
    .map((record) => ({ record, account: judge(record, now) }))
    .toSorted((one, other) => rank(one, now) - rank(other, now))
  const best = judged[0]
  const empty = nothing(seams, { input, kind: 'account', platform, handle, url })
  const unclaimed: AccountMark = {
    platform,
    handle,
    platformId: null,
    url,
    relation: null,
    country: null,
    language: null,
    published: null,
    proofs: [],
  }
  if (best === undefined || best.account.verdict === 'unregistered') {
    const disavower = await findDisavower(seams, account)
    if (disavower === null) return { ...empty, account: unclaimed }
    return { ...empty, verdict: 'not_ours', account: unclaimed, ...disavower }
  }
  const declared = judged.filter((one) => one.account.verdict === 'declared').slice(0, 20)
  const { verdict, disputed, ...mark } = best.account
  const claimedBy = declared.map((one) => brandMark(one.record.brand))
  const vouching = best.record.brand.id
  if (verdict === 'declared') {
    // Nobody's declaration is worth more than another's, so the answer leans on none of them.
    const alone = declared.length === 1 ? mark : unclaimed
    return { ...empty, verdict, account: alone, claimedBy, logIndex: best.record.logIndex }
  }
  return {
    ...empty,
    verdict,
    disputed,
    brand: brandMark(best.record.brand),
    frozenAt: best.record.brand.frozenAt,
    account: mark,
    // The same brand by another name of the account is not another who says so.
    claimedBy: claimedBy.filter(({ id }) => id !== vouching),
    logIndex: best.record.logIndex,
  }
}

/** Claims of this handle; where an id was pasted in its place, also those that are bound to it. */
async function recordsOf(seams: Seams, account: Account): Promise<readonly ClaimRecord[]> {
  const { platform, handle } = account
  const named = await claimRecords(seams, { account: { platform, handle } })
  if (!isIdForm(account)) return named
  const bound = await claimRecords(seams, { bound: { platform, platformId: handle } })
  const ids = new Set(named.map(({ claim }) => claim.id))
  return [...named, ...bound.filter(({ claim }) => !ids.has(claim.id))]
}

function nothing({ clock }: Pick<Deps, 'clock'>, query: Answer['query']): Answer {
  return {
    query,
    verdict: 'unregistered',
    disputed: false,
    brand: null,
    account: null,
    decidedBy: null,
    claimedBy: [],
    matchedDomain: null,
    proofs: [],
    absentFrom: [],
    frozenAt: null,
    candidates: [],
    lookalikes: [],
    logIndex: null,
    asOf: clock.now(),
  }
}
