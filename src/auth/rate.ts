import { lt, sql } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { rateWindows } from '#db/schema.ts'
import { hashToken } from './hash-token.ts'

/** How often something may be tried by one, in a quarter of an hour. */
const rates = {
  /** Codes sent to an address. */
  'code-to': 5,
  /** Codes sent to somebody who is signed in: nobody else can use these up. */
  'step-up-to': 5,
  /** Codes asked for from a network. */
  'code-from': 30,
  /** Questions to authenticators, asked for from a network: browsers ask by themselves where they fill a form in. */
  'passkey-asked-from': 300,
  /** Codes and passkeys shown from a network. */
  'entry-from': 100,
  /** Invitations written by a person. */
  'invitation-by': 20,
  /** Organisations made by a person. */
  'organisation-by': 5,
} as const

export type Rate = keyof typeof rates

const window = 15 * minute
/** For everybody whose network cannot be told, together. */
const unknownNetworks = 10

/**
 * Counts one try; gives 0 when it may be made, else the seconds until the next may. Who tries is kept as a hash alone.
 */
export async function drawRate(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  rate: Rate,
  who: string | null,
): Promise<number> {
  const now = clock.now()
  const windowStart = now - (now % window)
  const limit = who === null ? rates[rate] * unknownNetworks : rates[rate]
  const id = `${rate}:${await hashToken(who ?? '')}`
  const counted = await db.orm
    .insert(rateWindows)
    .values({ id, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [rateWindows.id, rateWindows.windowStart],
      set: { count: sql`${rateWindows.count} + 1` },
      setWhere: lt(rateWindows.count, limit),
    })
    .returning({ count: rateWindows.count })
  return counted.length > 0 ? 0 : Math.ceil((windowStart + window - now) / 1_000)
}
