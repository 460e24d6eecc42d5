import { and, eq, inArray } from 'drizzle-orm'
import type { Db, Statement } from '#db/open.ts'
import { invitations, people } from '#db/schema.ts'
import { isOpen } from './members.ts'

type Whose = { readonly organisationId: string; readonly personId: string; readonly at: number }

/**
 * Ends what invitations of a person's are still open: one that was written twice must not let somebody come back whose
 * membership was ended. Belongs in that batch, and in the one of the acceptance.
 */
export function closeInvitations(db: Pick<Db, 'orm'>, { organisationId, personId, at }: Whose): Statement {
  const address = db.orm.select({ email: people.email }).from(people).where(eq(people.id, personId))
  return db.orm
    .update(invitations)
    .set({ revokedAt: at })
    .where(
      and(eq(invitations.organisationId, organisationId), inArray(invitations.email, address), isOpen(at)),
    )
}
