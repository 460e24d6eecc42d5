import { and, eq } from 'drizzle-orm'
import type { Acting, Session } from '#auth/session.ts'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { ok, refuse, type Refusal, type Result } from '#base/result.ts'
import { notices, proposals } from '#db/schema.ts'
import type { Language } from '#i18n/languages.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { openProposals, type OpenProposal } from './list-proposals.ts'
import { perform } from './perform.ts'

export type DecideProposalReason = 'owners_only' | 'proposal_unknown' | 'proposed_by_yourself'

type By = {
  readonly session: Pick<Session, 'personId' | 'email'>
  readonly acting: Acting
  readonly language: Language
}

/** What came of a confirmed act; null: it was done. */
export type Confirmed = { readonly proposal: OpenProposal; readonly refused: Refusal | null }

/** A second owner confirms: the act is done, once, as theirs. */
export async function confirmProposal(
  deps: Deps,
  by: By,
  id: string,
): Promise<Result<Confirmed, DecideProposalReason>> {
  const found = await find(deps, by, id)
  if (!found.ok) return found
  const proposal = found.value
  if (proposal.membershipId === by.acting.membershipId) {
    return refuse('proposed_by_yourself', 'You proposed this. Another owner confirms it.')
  }
  if (!(await decide(deps, by, proposal, 'confirmed'))) return unknown
  const principal = { ...by.acting.principal, isSeconded: true as const }
  const refused = await perform(deps, { ...by, acting: { ...by.acting, principal } }, proposal)
  return ok({ proposal, refused })
}

/** Any owner may end a proposal, its own maker too. */
export async function endProposal(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  by: Pick<By, 'acting' | 'session'>,
  id: string,
): Promise<Result<null, DecideProposalReason>> {
  const found = await find(deps, by, id)
  if (!found.ok) return found
  return (await decide(deps, by, found.value, 'ended')) ? ok(null) : unknown
}

const unknown = refuse('proposal_unknown', 'There is no such proposal any more.')

async function find(
  deps: Pick<Deps, 'db' | 'clock'>,
  { acting }: Pick<By, 'acting'>,
  id: string,
): Promise<Result<OpenProposal, DecideProposalReason>> {
  if (acting.role !== 'owner') return refuse('owners_only', 'Only owners decide what was proposed.')
  const open = await openProposals(deps, acting.principal.organisationId)
  const proposal = open.find((one) => one.id === id)
  return proposal === undefined ? unknown : ok(proposal)
}

/** Of two at once, one. */
async function decide(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  { acting, session }: Pick<By, 'acting' | 'session'>,
  { id, organisationId, what }: OpenProposal,
  state: 'confirmed' | 'ended',
): Promise<boolean> {
  const { db, clock, random } = deps
  const at = clock.now()
  const decision = {
    act: `proposal.${state}`,
    subject: id,
    actor: acting.principal.pseudonym,
    at,
    values: {},
  }
  const written = await db.write([
    db.orm
      .update(proposals)
      .set({ state, decidedAt: at })
      .where(and(eq(proposals.id, id), eq(proposals.state, 'open'))),
    ...(await leafOf(deps, decision, await headOf(db, id))),
    db.orm.insert(notices).values({
      id: newId(random, 'ntc'),
      organisationId,
      kind: `proposal_${state}`,
      subject: id,
      detail: `${session.email} ${state === 'confirmed' ? 'confirmed' : 'ended'} what was proposed: ${what}.`,
      createdAt: at,
    }),
  ])
  if (written.written) return true
  if (raced(written.violated)) return false
  throw new Error(`Deciding a proposal failed on ${written.violated}`)
}
