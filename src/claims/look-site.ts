import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { isPublic, type Domain } from '#brands/domain.ts'
import type { Statement } from '#db/open.ts'
import { domains, siteAccounts, siteReadings } from '#db/schema.ts'
import { drawLooks } from '#jobs/budget.ts'
import { postpone, type Job } from '#jobs/queue.ts'
import { readSite, siteLooks } from '#listings/read-site.ts'
import { refreshPublished } from './published.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'net'>

/**
 * The weekly reading of a proved domain's own site for the accounts that it lists; daily while it cannot be read. What a
 * site listed is forgotten with its proof.
 */
export async function lookSite(deps: Seams, job: Job): Promise<void> {
  const { db, clock } = deps
  const [domain] = await db.orm.select().from(domains).where(eq(domains.id, job.subject))
  if (domain === undefined) return
  if (!isPublic(domain)) {
    await db.write([
      db.orm.delete(siteAccounts).where(eq(siteAccounts.domainId, domain.id)),
      db.orm.delete(siteReadings).where(eq(siteReadings.domainId, domain.id)),
      refreshPublished(deps, domain.brandId),
    ])
    return
  }
  const wait = await drawLooks(deps, domain.registrableDomain, 'scheduled', siteLooks)
  if (wait > 0) {
    await db.write([postpone(deps, job, { dueAt: clock.now() + wait, lastError: 'target_busy' })])
    return
  }
  const reason = await readAndStore(deps, domain)
  const next = reason === null ? lifetimes.betweenSiteReadings - early(deps) : lifetimes.betweenDailyLooks
  await db.write([postpone(deps, job, { dueAt: clock.now() + next, lastError: reason })])
}

/** So that sites proved on one day are not all read on one. */
function early({ random }: Seams): number {
  return Math.floor(((random.bytes(1)[0] ?? 0) / 256) * lifetimes.siteReadingSpread)
}

/**
 * Reads a domain's site and replaces what is known of it, place by place: one that could not be read keeps what it
 * listed. Gives the reason why something was not learnt; null when all was.
 */
export async function readAndStore(
  deps: Seams,
  domain: Pick<Domain, 'id' | 'brandId' | 'name' | 'registrableDomain'>,
): Promise<string | null> {
  const { db, clock, net } = deps
  // What a site lists proves nothing, so it is read from here alone.
  const [here] = net.resolvers
  if (here === undefined) throw new Error('A look needs at least one resolver')
  const parts = await readSite(here.get, domain)
  const silence = parts.find((part) => part.silence !== null)?.silence ?? null
  const readAt = clock.now()
  const reading = {
    readAt,
    outcome: silence === null ? ('read' as const) : ('unreachable' as const),
    reason: silence?.reason ?? null,
    detail: silence?.detail ?? null,
  }
  const statements: Statement[] = [
    db.orm
      .insert(siteReadings)
      .values({ domainId: domain.id, ...reading })
      .onConflictDoUpdate({ target: siteReadings.domainId, set: reading }),
  ]
  for (const { sources, accounts, silence: unlearnt } of parts) {
    const old = and(eq(siteAccounts.domainId, domain.id), inArray(siteAccounts.source, [...sources]))
    if (unlearnt === null) statements.push(db.orm.delete(siteAccounts).where(old))
    if (accounts.length === 0) continue
    const rows = accounts.map(({ platform, handle, source }) => {
      return { domainId: domain.id, platform, handle, source, seenAt: readAt }
    })
    statements.push(
      db.orm
        .insert(siteAccounts)
        .values(rows)
        .onConflictDoUpdate({
          target: [siteAccounts.domainId, siteAccounts.platform, siteAccounts.handle, siteAccounts.source],
          set: { seenAt: sql`excluded.seen_at` },
        }),
    )
  }
  await db.write([...statements, refreshPublished(deps, domain.brandId)])
  return silence?.reason ?? null
}
