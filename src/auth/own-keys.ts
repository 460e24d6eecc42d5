import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { createKey, type ShownKey } from './create-key.ts'
import { ownScopes } from './key.ts'
import { revokeKey } from './revoke-key.ts'
import type { Acting } from './session.ts'

export type CreateOwnKeyReason =
  | 'owners_only'
  | 'key_name_refused'
  | 'scopes_refused'
  | 'end_in_past'
  | 'end_not_understood'
export type RevokeOwnKeyReason = 'owners_only' | 'key_unknown'

type Wanted = {
  readonly name: string | null
  readonly scopes: readonly string[]
  readonly expiresAt: number | null
}

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/** Makes a key for the organisation that an owner acts for. It ends with the owner's membership. */
export async function createOwnKey(
  deps: Seams,
  { principal, role, membershipId }: Acting,
  { name, scopes: asked, expiresAt }: Wanted,
): Promise<Result<ShownKey, CreateOwnKeyReason>> {
  if (role !== 'owner') return refuse('owners_only', 'Only owners make keys.')
  if (name === null) return refuse('key_name_refused', 'A key has a name of 1 to 100 characters.')
  const scopes = ownScopes.filter((scope) => asked.includes(scope))
  if (scopes.length === 0) return refuse('scopes_refused', 'A key may do something.')
  if (expiresAt !== null && expiresAt <= deps.clock.now()) {
    return refuse('end_in_past', 'The end must lie in the future.')
  }
  const made = await createKey(deps, { ...principal, membershipId }, { name, scopes, expiresAt })
  if (made.ok) return made
  throw new Error(made.refusal.detail.en)
}

/** Ends a key of the organisation at once. */
export async function revokeOwnKey(
  deps: Seams,
  { principal, role }: Acting,
  id: string,
): Promise<Result<null, RevokeOwnKeyReason>> {
  if (role !== 'owner') return refuse('owners_only', 'Only owners revoke keys.')
  const revoked = await revokeKey(deps, principal, id)
  return revoked.ok ? ok(null) : revoked
}
