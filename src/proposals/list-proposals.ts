import { and, desc, eq, gt } from 'drizzle-orm'
import { isCurrent } from '#auth/current-membership.ts'
import type { Deps } from '#base/deps.ts'
import { memberships, people, proposals } from '#db/schema.ts'
import type { Proposal } from './propose.ts'

export type OpenProposal = Proposal & { readonly proposer: string }

/** What waits for a second owner, the newest first. A proposal dies with the ownership of whoever made it. */
export async function openProposals(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  organisationId: string,
): Promise<readonly OpenProposal[]> {
  const now = clock.now()
  const rows = await db.orm
    .select({ proposal: proposals, proposer: people.email })
    .from(proposals)
    .innerJoin(memberships, eq(memberships.id, proposals.membershipId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(proposals.organisationId, organisationId),
        eq(proposals.state, 'open'),
        gt(proposals.expiresAt, now),
        eq(memberships.role, 'owner'),
        isCurrent(now),
      ),
    )
    .orderBy(desc(proposals.createdAt), desc(proposals.id))
    .limit(100)
  return rows.map(({ proposal, proposer }) => ({ ...proposal, proposer }))
}
