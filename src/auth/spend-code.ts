import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { emailCodes } from '#db/schema.ts'
import { attemptsMax, hashCode, readCode, type CodePurpose, type Ticket } from './email-code.ts'
import { hashToken } from './hash-token.ts'
import { drawRate } from './rate.ts'

export type SpendCodeReason = 'code_wrong' | 'code_over' | 'too_many_attempts'

type Shown = {
  readonly ticket: Ticket
  readonly code: string
  readonly purpose: CodePurpose
  readonly network: string | null
}

const over = refuse('code_over', 'This code was used, is too old, or was tried too often. Ask for a new one.')

/** The address that a code went to, when it is the one. A code works once, in the browser that asked for it. */
export async function spendCode(
  deps: Pick<Deps, 'db' | 'clock'>,
  { ticket, code, purpose, network }: Shown,
): Promise<Result<string, SpendCodeReason>> {
  const { orm } = deps.db
  const wait = await drawRate(deps, 'entry-from', network)
  if (wait > 0) return refuse('too_many_attempts', 'Too many tries. Wait a while.', wait)
  const [asked] = await orm
    .select({ email: emailCodes.email, browserHash: emailCodes.browserHash })
    .from(emailCodes)
    .where(eq(emailCodes.id, ticket.codeId))
  if (asked === undefined || asked.browserHash !== (await hashToken(ticket.browser))) return over
  // Whoever asked twice may hold the code of either mail. The try is counted before anything is compared.
  const live = and(
    eq(emailCodes.email, asked.email),
    eq(emailCodes.browserHash, asked.browserHash),
    eq(emailCodes.purpose, purpose),
    isNull(emailCodes.usedAt),
    gt(emailCodes.expiresAt, deps.clock.now()),
    lt(emailCodes.attempts, attemptsMax),
  )
  const tried = await orm
    .update(emailCodes)
    .set({ attempts: sql`${emailCodes.attempts} + 1` })
    .where(live)
    .returning({ id: emailCodes.id, codeHash: emailCodes.codeHash, attempts: emailCodes.attempts })
  if (tried.length === 0) return over
  const given = readCode(code)
  const hashes = await Promise.all(tried.map(async ({ id }) => await hashCode(id, given)))
  const found = tried.find(({ codeHash }, index) => codeHash === hashes[index])
  if (found === undefined) {
    if (tried.every(({ attempts }) => attempts >= attemptsMax)) return over
    return refuse('code_wrong', 'This is not the code that was sent.')
  }
  return (await use(deps, found.id)) ? ok(asked.email) : over
}

/** Of two who come at once, one. */
export async function use({ db, clock }: Pick<Deps, 'db' | 'clock'>, id: string): Promise<boolean> {
  const used = await db.orm
    .update(emailCodes)
    .set({ usedAt: clock.now() })
    .where(and(eq(emailCodes.id, id), isNull(emailCodes.usedAt)))
    .returning({ id: emailCodes.id })
  return used.length > 0
}
