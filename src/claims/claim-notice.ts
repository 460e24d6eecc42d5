import { and, eq, ne, or, sql } from 'drizzle-orm'
import { rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import type { Statement } from '#db/open.ts'
import { claims, notices } from '#db/schema.ts'
import { profileOf, proofEnd } from '#registry/judge.ts'
import type { ClaimFile } from './claim-file.ts'
import type { Claim } from './claim.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>
type Told = { readonly kind: string; readonly detail: string }

/** What organisations are told when a claim changes, in the batch of the change. */
export function tellOfClaim(seams: Seams, before: ClaimFile, after: ClaimFile, actor: string): Statement[] {
  const { claim } = after
  const told = noticeOf(before, after, actor)
  const own = {
    id: newId(seams.random, 'ntc'),
    organisationId: claim.organisationId,
    subject: claim.id,
    createdAt: seams.clock.now(),
  }
  return [
    ...(told === null ? [] : [seams.db.orm.insert(notices).values({ ...own, ...told })]),
    ...(before.claim.accountState !== 'proved' &&
    before.claim.accountState !== 'failing' &&
    claim.accountState === 'proved'
      ? [tellOtherClaimants(seams, claim)]
      : []),
  ]
}

function noticeOf(before: ClaimFile, after: ClaimFile, actor: string): Told | null {
  const { claim } = after
  const old = before.claim
  const url = profileOf(claim.platform, claim.handle)
  if (claim.state === 'suspended' && old.state !== 'suspended') return suspension(claim, url)
  if (claim.handle !== old.handle && old.platformId !== null) {
    const was = profileOf(old.platform, old.handle)
    return {
      kind: 'account_renamed',
      detail: `${was} is ${url} now. The claim has followed it, since it is the same account.`,
    }
  }
  if (claim.accountState === old.accountState) return null
  switch (claim.accountState) {
    case 'failing': {
      const end = Math.max(...after.proofs.map(proofEnd))
      return {
        kind: 'account_failing',
        detail: `${url} no longer points to your domain. Put that back before ${rfc3339(end)}, or the account lapses.`,
      }
    }
    case 'ended':
      return {
        kind: 'account_lapsed',
        detail: `The proof of ${url} has ended. Have it checked to prove it again.`,
      }
    case 'proved':
      return actor === 'system'
        ? { kind: 'account_proved', detail: `${url} points to your domain again.` }
        : null
    case 'none':
      return null
  }
}

function suspension({ stateReason }: Claim, url: string): Told {
  const why =
    stateReason === 'handle_reassigned'
      ? `${url} is another account now than the one that was proved: handles can be released and resold.`
      : stateReason === 'author_changed'
        ? `The post that proved ${url} is another account's now.`
        : `${url} was not there at two looks, and neither was what proved it.`
  return {
    kind: 'account_suspended',
    detail: `${why} The public is told not to trust it. If it is yours, withdraw this claim and claim it anew; if it is the account of before again, have it checked.`,
  }
}

/** An account proof beats its absence: whoever else says that the account is his learns of it. */
function tellOtherClaimants({ db, clock, random }: Seams, claim: Claim): Statement {
  const detail = `Another brand has shown that ${profileOf(claim.platform, claim.handle)} points to its domain. If the account is yours, open a dispute.`
  const same =
    claim.platformId === null
      ? eq(claims.handle, claim.handle)
      : or(eq(claims.handle, claim.handle), eq(claims.platformId, claim.platformId))
  return db.orm.insert(notices).select(
    db.orm
      .select({
        id: sql<string>`'${sql.raw(newId(random, 'ntc'))}' || row_number() over (order by ${claims.id})`.as(
          'id',
        ),
        organisationId: claims.organisationId,
        kind: sql<string>`'account_proved_by_another'`.as('kind'),
        subject: claims.id,
        detail: sql<string>`${detail}`.as('detail'),
        createdAt: sql<number>`${clock.now()}`.as('created_at'),
      })
      .from(claims)
      .where(
        and(
          eq(claims.platform, claim.platform),
          same,
          ne(claims.organisationId, claim.organisationId),
          ne(claims.state, 'withdrawn'),
        ),
      ),
  )
}
