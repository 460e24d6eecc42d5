import { and, eq, inArray, ne, or } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { refused } from '#challenges/finding.ts'
import { namesUpTo } from '#challenges/labels.ts'
import type { Look } from '#challenges/look.ts'
import { methods } from '#challenges/methods/index.ts'
import { domains } from '#db/schema.ts'
import type { Domain } from './domain.ts'

/**
 * A web proof yields, after grace, to another organisation's DNS proof of the name or of one above it: whoever runs
 * the DNS decides which web server there is. So while such a proof stands, a web look that proves is a refusal.
 */
export async function yieldToDns(
  { db }: Pick<Deps, 'db'>,
  domain: Domain,
  looks: readonly Look[],
): Promise<readonly Look[]> {
  const outranked = (look: Look) => look.finding.kind === 'proved' && methods[look.method].strength === 'web'
  if (!looks.some(outranked)) return looks
  const rival = await dnsProofAbove({ db }, domain)
  if (rival === null) return looks
  const finding = refused(
    'yields_to_dns',
    `The proof is there, but another organisation has proved ${rival} by DNS, which decides what web server ` +
      `answers at ${domain.name}. Prove ${domain.name} by DNS too, or ask whoever runs the DNS of ${rival}.`,
  )
  return looks.map((look) => (outranked(look) ? { ...look, finding } : look))
}

/** The nearest name, itself or above, that another organisation has proved by DNS; null when there is none. */
async function dnsProofAbove(
  { db }: Pick<Deps, 'db'>,
  { name, registrableDomain, organisationId }: Domain,
): Promise<string | null> {
  const [, ...above] = namesUpTo(name, registrableDomain)
  const standing = or(
    and(eq(domains.name, name), inArray(domains.state, ['proved', 'contested'])),
    and(inArray(domains.name, above), eq(domains.state, 'proved')),
  )
  const rows = await db.orm
    .select({ name: domains.name })
    .from(domains)
    .where(and(eq(domains.strength, 'dns'), ne(domains.organisationId, organisationId), standing))
  return rows.toSorted((one, other) => other.name.length - one.name.length)[0]?.name ?? null
}
