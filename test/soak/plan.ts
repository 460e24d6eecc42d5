import { sql } from 'drizzle-orm'
import { day, minute } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Db } from '#db/open.ts'
import { challenges, jobs } from '#db/schema.ts'
import { seed, slugOf } from '#test/bench/seed.ts'
import type { Zone } from '#test/support/internet/zone.ts'

/** What a domain's look meets, and so what must come of it. */
export type Kind = 'published' | 'removed' | 'servfail' | 'timeout'

export type Plan = {
  readonly minutes: number
  readonly perMinute: number
  readonly count: number
  /** When the first look falls due. */
  readonly beginsAt: number
  readonly endsAt: number
  readonly dueAt: (n: number) => number
}

/** Two in a hundred have lost their record, two meet failing name servers, and half a one meets silence. */
export function kindOf(n: number): Kind {
  if (n % 50 === 7) return 'removed'
  if (n % 50 === 23) return 'servfail'
  return n % 200 === 101 ? 'timeout' : 'published'
}

export const domainId = (n: number): string => `dom_${n}`
export const challengeName = (n: number): string => `_veramarca-challenge.${slugOf(n)}`

const tokenOf = (n: number) => `soak${String(n).padStart(28, 'a')}`

/** So many proved domains, looked at a day ago, each with its job, due evenly over the minutes. */
export async function seedDomains(db: Db, minutes: number, perMinute: number): Promise<Plan> {
  const count = minutes * perMinute
  await seed(db, count)
  const numbers = Array.from({ length: count }, (_each, n) => n)
  const issuedAt = Date.now() - day
  const write = async (statements: Parameters<Db['write']>[0]) => {
    const written = await db.write(statements)
    if (!written.written) throw new Error(`The seed collided: ${written.violated}`)
  }
  await write(
    chunks(numbers).map((some) =>
      db.orm.insert(challenges).values(
        some.map((n) => ({
          id: `ch_${n}`,
          domainId: domainId(n),
          token: tokenOf(n),
          issuedAt,
          expiresAt: issuedAt + lifetimes.challenge,
        })),
      ),
    ),
  )
  await db.orm.run(
    sql`update domains set proving_challenge_id = replace(id, 'dom_', 'ch_'), checked_at = checked_at - ${day},
      expires_at = expires_at - ${day}`,
  )
  const beginsAt = Date.now() + 10_000
  const dueAt = (n: number) => Math.floor(beginsAt + (n * minute) / perMinute)
  await write(
    chunks(numbers).map((some) =>
      db.orm.insert(jobs).values(
        some.map((n) => ({
          id: `job_${n}`,
          kind: 'look-domain',
          subject: domainId(n),
          target: slugOf(n),
          dueAt: dueAt(n),
          leasedUntil: 0,
          queuedUntil: 0,
          attempts: 0,
          createdAt: issuedAt,
        })),
      ),
    ),
  )
  return { minutes, perMinute, count, beginsAt, endsAt: beginsAt + minutes * minute, dueAt }
}

/** The world as the kinds say. */
export function publish(zone: Zone, count: number): void {
  for (let n = 0; n < count; n += 1) {
    const kind = kindOf(n)
    if (kind === 'removed') continue
    zone.set(challengeName(n), { TXT: [`token=${tokenOf(n)} org=org_${n}`] })
    if (kind !== 'published') zone.trouble(`*.${slugOf(n)}`, kind)
  }
}

function chunks(numbers: readonly number[]): (readonly number[])[] {
  return Array.from({ length: Math.ceil(numbers.length / 500) }, (_each, index) =>
    numbers.slice(index * 500, (index + 1) * 500),
  )
}
