import { eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { organisations } from '#db/schema.ts'

/** An organisation as the operator acts for it. */
export async function findOrganisation(
  { db }: Pick<Deps, 'db'>,
  organisationId: string,
): Promise<{
  readonly organisationId: string
  readonly pseudonym: string
  readonly membershipId: null
} | null> {
  const [row] = await db.orm
    .select({ organisationId: organisations.id, pseudonym: organisations.pseudonym })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return row === undefined ? null : { ...row, membershipId: null }
}
