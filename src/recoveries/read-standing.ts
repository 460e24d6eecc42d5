import { and, asc, eq, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '#base/deps.ts'
import type { Brand } from '#brands/brand.ts'
import { isFrozen, type Domain } from '#brands/domain.ts'
import { brands, domains, leaves, leafValues } from '#db/schema.ts'
import type { Past } from './standing.ts'

type Seams = Pick<Deps, 'db'>

/** The brand with this main domain, and the row that proves it. */
export async function brandAt(
  { db }: Seams,
  name: string,
): Promise<{ readonly brand: Brand; readonly domain: Domain } | null> {
  const [found] = await db.orm
    .select({ brand: brands, domain: domains })
    .from(brands)
    .innerJoin(domains, and(eq(domains.brandId, brands.id), eq(domains.name, brands.slug)))
    .where(and(eq(brands.slug, name), notInArray(domains.state, ['released', 'revoked'])))
  return found ?? null
}

const said = z.object({ act: z.string() })

/** What the log says was decided about a domain, oldest first. */
export async function historyOf({ db }: Seams, domainId: string): Promise<readonly Past[]> {
  const rows = await db.orm
    .select({ bytes: leaves.bytes, at: leaves.at, method: leafValues.value })
    .from(leaves)
    .leftJoin(
      leafValues,
      and(
        eq(leafValues.subject, leaves.subject),
        eq(leafValues.seq, leaves.seq),
        eq(leafValues.field, 'method'),
      ),
    )
    .where(eq(leaves.subject, domainId))
    .orderBy(asc(leaves.seq))
  return rows.map(({ bytes, at, method }) => {
    return { act: said.parse(JSON.parse(new TextDecoder().decode(bytes))).act, method, at }
  })
}

/** Whether a third organisation shows control of the name at this moment. */
export async function isContestedByOthers(
  { db }: Seams,
  name: string,
  parties: readonly string[],
): Promise<boolean> {
  const others = and(
    eq(domains.name, name),
    eq(domains.state, 'contested'),
    notInArray(domains.organisationId, [...parties]),
  )
  return (await db.orm.$count(domains, others)) > 0
}

/** Whether a moderator froze the asker's own row of the name: that must not be undone by a way around. */
export async function isFrozenOf({ db }: Seams, organisationId: string, name: string): Promise<boolean> {
  const own = and(eq(domains.organisationId, organisationId), eq(domains.name, name))
  const rows = await db.orm.select().from(domains).where(own)
  return rows.some(isFrozen)
}
