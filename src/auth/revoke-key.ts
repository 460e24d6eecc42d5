import { and, eq, isNull } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { apiKeys } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import type { Principal } from './authenticate.ts'

export type RevokeKeyReason = 'key_unknown'

/** Ends a key of the organisation's at once. */
export async function revokeKey(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  id: string,
): Promise<Result<null, RevokeKeyReason>> {
  const { db, clock } = deps
  const at = clock.now()
  const mine = and(
    eq(apiKeys.id, id),
    eq(apiKeys.organisationId, principal.organisationId),
    isNull(apiKeys.revokedAt),
  )
  const decision = { act: 'key.revoked', subject: id, actor: principal.pseudonym, at, values: {} }
  const written = await db.write([
    db.orm.update(apiKeys).set({ revokedAt: at }).where(mine),
    ...(await leafOf(deps, decision, await headOf(db, id))),
  ])
  if (written.written) return ok(null)
  if (raced(written.violated)) return refuse('key_unknown', `You have no key ${id} that is in use.`)
  throw new Error(`Revoking a key failed on ${written.violated}`)
}
