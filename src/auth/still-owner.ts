import { sql, type SQL } from 'drizzle-orm'
import { refuse } from '#base/result.ts'
import type { Principal } from './authenticate.ts'

/** Owners see to members and keys; a key of the operator's has no member behind it, and may all that its scopes say. */
export function isOwner({ role }: Pick<Principal, 'role'>): boolean {
  return role === null || role === 'owner'
}

/** The same inside a batch: whoever was an owner when the request came may have become less since. */
export function stillOwner({ membershipId }: Pick<Principal, 'membershipId'>, now: number): SQL | undefined {
  if (membershipId === null) return undefined
  return sql`exists (select 1 from memberships as actor where actor.id = ${membershipId} and actor.role = 'owner' and actor.ended_at is null and (actor.ends_at is null or actor.ends_at > ${now}))`
}

/**
 * A key shows who has it, not who asks: by a stolen one nobody is made an owner, and no owner is made less. People do
 * that on a page that asks them anew who they are.
 */
export const notByKey = refuse(
  'owners_only',
  'A key sees to editors and viewers alone. Owners are made and changed on the page of the members.',
)
