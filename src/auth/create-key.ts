import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { apiKeys } from '#db/schema.ts'
import { leafOf } from '#log/leaf.ts'
import { hashKey, newKey, type Scope } from './key.ts'

export type NewKey = {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly expiresAt: number | null
}

export type ShownKey = { readonly id: string; readonly key: string }

export type CreateKeyReason = 'organisation_unknown'

/** Makes a key of the organisation's and shows it this once; what is stored cannot be turned back into it. */
export async function createKey(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  owner: {
    readonly organisationId: string
    readonly pseudonym: string
    /** The key dies with it. Null: the operator makes the key. */
    readonly membershipId: string | null
  },
  { name, scopes, expiresAt }: NewKey,
): Promise<Result<ShownKey, CreateKeyReason>> {
  const { db, clock, random } = deps
  const key = newKey(random)
  const id = newId(random, 'key')
  const at = clock.now()
  const written = await db.write([
    db.orm.insert(apiKeys).values({
      id,
      organisationId: owner.organisationId,
      name,
      hash: await hashKey(key),
      hint: key.slice(0, 7),
      scopes,
      createdAt: at,
      expiresAt,
      membershipId: owner.membershipId,
    }),
    ...(await leafOf(
      deps,
      { act: 'key.created', subject: id, actor: owner.pseudonym, at, values: {} },
      null,
    )),
  ])
  if (!written.written)
    return refuse('organisation_unknown', `There is no organisation ${owner.organisationId}.`)
  return ok({ id, key })
}
