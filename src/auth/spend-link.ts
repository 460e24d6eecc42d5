import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { emailCodes } from '#db/schema.ts'
import { attemptsMax, type Ticket } from './email-code.ts'
import { hashToken } from './hash-token.ts'
import { use } from './spend-code.ts'

export type LinkReason = 'link_over' | 'link_elsewhere'

const over = refuse('link_over', 'This link was used or is too old.')

type Found = { readonly id: string; readonly email: string }

/** Whose link this is, without spending it: programs that read mail follow links, too. */
export async function readLink(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  ticket: Ticket | null,
  token: string,
): Promise<Result<Found, LinkReason>> {
  const [found] = await db.orm
    .select({ id: emailCodes.id, email: emailCodes.email, browserHash: emailCodes.browserHash })
    .from(emailCodes)
    .where(
      and(
        eq(emailCodes.linkHash, await hashToken(token)),
        eq(emailCodes.purpose, 'sign-in'),
        isNull(emailCodes.usedAt),
        gt(emailCodes.expiresAt, clock.now()),
        lt(emailCodes.attempts, attemptsMax),
      ),
    )
  if (found === undefined) return over
  if (ticket === null || found.browserHash !== (await hashToken(ticket.browser))) {
    return refuse('link_elsewhere', 'This link works in the browser alone in which it was asked for.')
  }
  return ok(found)
}

/** The address that a link went to; it works once, in the browser that asked for it. */
export async function spendLink(
  deps: Pick<Deps, 'db' | 'clock'>,
  ticket: Ticket | null,
  token: string,
): Promise<Result<string, LinkReason>> {
  const found = await readLink(deps, ticket, token)
  if (!found.ok) return found
  return (await use(deps, found.value.id)) ? ok(found.value.email) : over
}
