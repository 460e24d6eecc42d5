import { hex } from '@scure/base'
import { eq, desc, sql } from 'drizzle-orm'
import { rfc3339 } from '#base/clock.ts'
import type { Random } from '#base/random.ts'
import type { Db, Statement } from '#db/open.ts'
import { leaves, leafValues } from '#db/schema.ts'
import { commitment } from './commitment.ts'
import { leafHash } from './hash.ts'

/** One decision, as the public log keeps it. Values are committed to, never written. */
export type Decision = {
  /** `domain.proved`, `claim.opened` …: noun and past participle, permanent. */
  readonly act: string
  /** The opaque id the decision is about. */
  readonly subject: string
  /** The pseudonym of who decided; `system` for schedules. */
  readonly actor: string
  readonly at: number
  readonly values: Readonly<Record<string, string>>
}

/** A subject's newest leaf: what the next one follows. */
export type Head = { readonly seq: number; readonly hash: string }

export async function headOf(db: Pick<Db, 'orm'>, subject: string): Promise<Head | null> {
  const [head] = await db.orm
    .select({ seq: leaves.seq, hash: leaves.hash })
    .from(leaves)
    .where(eq(leaves.subject, subject))
    .orderBy(desc(leaves.seq))
    .limit(1)
  return head ?? null
}

/**
 * The statements which log a decision. They belong directly behind the statement that takes effect: the leaf's
 * CHECK `leaf_has_effect` undoes the batch when that changed no row, its index (subject, seq) when another was first.
 */
export async function leafOf(
  deps: { readonly db: Pick<Db, 'orm'>; readonly random: Random },
  decision: Decision,
  head: Head | null,
): Promise<Statement[]> {
  const { subject, at } = decision
  const seq = head === null ? 0 : head.seq + 1
  const salted = await Promise.all(
    Object.entries(decision.values).map(async ([field, value]) => {
      const salt = deps.random.bytes(32)
      return { field, value, salt, committed: await commitment(salt, value) }
    }),
  )
  const bytes = new TextEncoder().encode(
    JSON.stringify({
      v: 1,
      act: decision.act,
      subject,
      seq,
      prev: head?.hash ?? null,
      actor: decision.actor,
      at: rfc3339(at),
      commitments: Object.fromEntries(salted.map(({ field, committed }) => [field, committed])),
    }),
  )
  const hash = hex.encode(await leafHash(bytes))
  const leaf = deps.db.orm.insert(leaves).values({
    // Inside the write batch nobody else appends, so the next free index leaves no gap.
    index: sql`(select coalesce(max("index") + 1, 0) from leaves)`,
    effect: sql`changes()`,
    bytes: Buffer.from(bytes),
    subject,
    seq,
    hash,
    at,
  })
  if (salted.length === 0) return [leaf]
  const values = salted.map(({ field, value, salt }) => ({
    subject,
    seq,
    field,
    value,
    salt: Buffer.from(salt),
  }))
  return [leaf, deps.db.orm.insert(leafValues).values(values)]
}

/** Violations which mean that another decision on the same subject came first: load again and decide anew. */
export function raced(violated: string): boolean {
  return violated === 'leaf_has_effect' || violated === 'leaves.subject, leaves.seq'
}
