import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { apiKeys, organisations } from '#db/schema.ts'
import { leafOf } from '#log/leaf.ts'
import { hashKey, newKey, ownScopes } from './key.ts'

export type NewOrganisation = { readonly name: string; readonly email: string }

/** Makes an organisation together with its first key, shown this once; or does neither. */
export async function createOrganisation(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  { name, email }: NewOrganisation,
): Promise<{ readonly organisationId: string; readonly key: string }> {
  const { db, clock, random } = deps
  const organisationId = newId(random, 'org')
  const key = newKey(random)
  const at = clock.now()
  const pseudonym = newId(random, 'act')
  const keyId = newId(random, 'key')
  // An organisation's id stands in its DNS records, so the log knows it by its pseudonym alone.
  const created = { subject: pseudonym, actor: 'operator', at }
  const written = await db.write([
    db.orm.insert(organisations).values({ id: organisationId, name, email, pseudonym, createdAt: at }),
    ...(await leafOf(deps, { ...created, act: 'organisation.created', values: { name } }, null)),
    db.orm.insert(apiKeys).values({
      id: keyId,
      organisationId,
      name: 'First key',
      hash: await hashKey(key),
      hint: key.slice(0, 7),
      scopes: ownScopes,
      createdAt: at,
    }),
    ...(await leafOf(deps, { ...created, act: 'key.created', subject: keyId, values: {} }, null)),
  ])
  if (!written.written) throw new Error(`A fresh organisation collided: ${written.violated}`)
  return { organisationId, key }
}
