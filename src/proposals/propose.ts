import { and, eq, lte, ne } from 'drizzle-orm'
import { isCurrent } from '#auth/current-membership.ts'
import type { Acting, Session } from '#auth/session.ts'
import { day } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { memberships, notices, people, proposals } from '#db/schema.ts'
import { leafOf } from '#log/leaf.ts'
import { postMail } from '#mail/post-mail.ts'

export type Proposal = typeof proposals.$inferSelect
export type ProposedAct = Proposal['act']

export type ProposeReason = 'owners_only' | 'already_proposed'

export type Proposing = {
  readonly act: ProposedAct
  readonly subject: string
  /** How people know the subject. */
  readonly what: string
  /** What the act needs beside it. */
  readonly detail?: string
}

/** A second owner must confirm within this. */
export const proposalEnds = 7 * day

/** Writes down what an owner wants done, and tells the other owners: one of them confirms it, or it ends by itself. */
export async function propose(
  deps: Pick<Deps, 'db' | 'clock' | 'random' | 'queue' | 'site'>,
  by: { readonly session: Pick<Session, 'personId' | 'email'>; readonly acting: Acting },
  { act, subject, what, detail = '' }: Proposing,
): Promise<Result<Proposal, ProposeReason>> {
  const { db, clock, random, site } = deps
  const { principal, membershipId, organisation, role } = by.acting
  const { organisationId, pseudonym: actor } = principal
  if (role !== 'owner') return refuse('owners_only', 'Only owners propose what needs a second owner.')
  const createdAt = clock.now()
  const expiresAt = createdAt + proposalEnds
  const proposal: Proposal = {
    id: newId(random, 'pro'),
    organisationId,
    act,
    subject,
    what,
    detail,
    membershipId,
    state: 'open',
    createdAt,
    expiresAt,
    decidedAt: null,
  }
  const others = await db.orm
    .select({ email: people.email, language: people.language })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.role, 'owner'),
        ne(memberships.id, membershipId),
        isCurrent(createdAt),
      ),
    )
  const link = `${site.publicUrl}/proposals`
  const told = { organisation, who: by.session.email, act, what, until: expiresAt, link }
  const mails = others.map(({ email: to, language }) =>
    postMail(deps, { kind: 'proposal', to, language, values: told }),
  )
  const decision = { act: 'proposal.made', subject: proposal.id, actor, at: createdAt, values: { act } }
  const written = await db.write([
    db.orm
      .update(proposals)
      .set({ state: 'ended', decidedAt: createdAt })
      .where(
        and(
          eq(proposals.organisationId, organisationId),
          eq(proposals.state, 'open'),
          lte(proposals.expiresAt, createdAt),
        ),
      ),
    db.orm.insert(proposals).values(proposal),
    ...(await leafOf(deps, decision, null)),
    db.orm.insert(notices).values({
      id: newId(random, 'ntc'),
      organisationId,
      kind: 'proposal_made',
      subject: proposal.id,
      detail: `${by.session.email} proposes what needs a second owner: ${what}. See ${link}.`,
      createdAt,
    }),
    ...mails.flatMap(({ statements }) => statements),
  ])
  if (written.written) {
    await Promise.all(mails.map((mail) => mail.hurry()))
    return ok(proposal)
  }
  if (!written.violated.startsWith('proposals.')) throw new Error(`Proposing failed on ${written.violated}`)
  return refuse('already_proposed', 'This has been proposed already, and waits for a second owner.')
}
