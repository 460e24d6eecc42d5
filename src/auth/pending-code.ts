import { and, eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { emailCodes } from '#db/schema.ts'
import type { Ticket } from './email-code.ts'
import { hashToken } from './hash-token.ts'

/** Where the code went that this browser asked for last; null when it asked for none. */
export async function pendingCode(
  { db }: Pick<Deps, 'db'>,
  { codeId, browser }: Ticket,
): Promise<{ readonly email: string } | null> {
  const [found] = await db.orm
    .select({ email: emailCodes.email })
    .from(emailCodes)
    .where(and(eq(emailCodes.id, codeId), eq(emailCodes.browserHash, await hashToken(browser))))
  return found ?? null
}
