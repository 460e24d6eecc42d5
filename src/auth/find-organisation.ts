import { eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { organisations } from '#db/schema.ts'

export async function findOrganisation(
  { db }: Pick<Deps, 'db'>,
  organisationId: string,
): Promise<{ readonly organisationId: string; readonly pseudonym: string } | null> {
  const [row] = await db.orm
    .select({ organisationId: organisations.id, pseudonym: organisations.pseudonym })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return row ?? null
}
