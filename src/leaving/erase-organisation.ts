import { and, eq, inArray, isNull, notExists } from 'drizzle-orm'
import type { Acting } from '#auth/session.ts'
import { actsAlone } from '#auth/two-person-lock.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { closeBrand, type CloseBrandReason } from '#claims/close-brand.ts'
import { brands, organisations, recoveries } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { erasureOf } from './erasure.ts'

export type EraseOrganisationReason = CloseBrandReason | 'owners_only' | 'name_differs' | 'recovery_under_way'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'signer' | 'site' | 'queue'>

/** Why an organisation cannot be erased at present; null when it can. Changes nothing. */
export async function mayErase(
  { db }: Pick<Deps, 'db'>,
  { principal, role }: Pick<Acting, 'principal' | 'role'>,
): Promise<Result<null, EraseOrganisationReason>> {
  if (role !== 'owner') return refuse('owners_only', 'Only owners erase an organisation.')
  const against = and(
    eq(recoveries.incumbentId, principal.organisationId),
    inArray(recoveries.state, ['watching', 'disputed']),
  )
  if ((await db.orm.$count(recoveries, against)) > 0) {
    return refuse(
      'recovery_under_way',
      'Another organisation is regaining a brand of this one. Erasing it would decide that: wait until it is over.',
    )
  }
  return ok(null)
}

/**
 * Closes an organisation's brands, with a leaf for each act, and then erases in one batch whatever is kept about it:
 * of the log the leaves stay, and what they commit to goes. Cut short, it goes on when asked again.
 * @param name as its owner typed it, so that nobody erases another one by mistake
 */
export async function eraseOrganisation(
  deps: Seams,
  acting: Pick<Acting, 'principal' | 'role' | 'organisation'>,
  name: string,
): Promise<Result<null, EraseOrganisationReason>> {
  const { db, clock } = deps
  const { principal } = acting
  const { organisationId: id, pseudonym } = principal
  const allowed = await mayErase(deps, acting)
  if (!allowed.ok) return allowed
  if (name !== acting.organisation) return refuse('name_differs', 'This is not the name of the organisation.')
  const alone = await actsAlone(deps, principal)
  if (!alone.ok) return alone
  const isOpen = and(eq(brands.organisationId, id), isNull(brands.deletedAt))
  const open = db.orm.select({ id: brands.id }).from(brands).where(isOpen)
  for (const brand of await open) {
    const closed = await closeBrand(deps, principal, brand.id)
    if (!closed.ok && closed.refusal.reason !== 'brand_unknown') return closed
    await issueBadge(deps, brand.id)
  }
  const head = await headOf(db, pseudonym)
  const [organisation] = await db.orm.select().from(organisations).where(eq(organisations.id, id))
  if (organisation === undefined) return ok(null)
  const decision = {
    act: 'organisation.erased',
    subject: pseudonym,
    actor: pseudonym,
    at: clock.now(),
    values: {},
  }
  const written = await db.write([
    db.orm
      .update(organisations)
      .set({ name: '', email: '' })
      .where(and(eq(organisations.id, id), notExists(open))),
    ...(await leafOf(deps, decision, head)),
    ...erasureOf(deps, organisation),
  ])
  if (written.written) return ok(null)
  if (!raced(written.violated)) throw new Error(`Erasing an organisation failed on ${written.violated}`)
  // A brand was entered meanwhile.
  return await eraseOrganisation(deps, acting, name)
}
