import { and, eq, inArray, or } from 'drizzle-orm'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { claims, domains, recoveries } from '#db/schema.ts'
import { profileOf } from '#registry/judge.ts'

/** What a notice is about, as people know it. */
export type Subject = {
  readonly name: string
  readonly room: 'domains' | 'claims' | 'recoveries'
  /** It is still theirs, so that there is a page. */
  readonly isHeld: boolean
}

/** Names the organisation's own domains and accounts among these ids; of others nothing is said. */
export async function nameSubjects(
  { db }: Pick<Deps, 'db'>,
  { organisationId }: Pick<Principal, 'organisationId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Subject>> {
  const wanted = [...new Set(ids)]
  const [own, claimed, asked] = await Promise.all([
    db.orm
      .select({ id: domains.id, name: domains.name, state: domains.state })
      .from(domains)
      .where(and(inArray(domains.id, wanted), eq(domains.organisationId, organisationId))),
    db.orm
      .select({ id: claims.id, platform: claims.platform, handle: claims.handle, state: claims.state })
      .from(claims)
      .where(and(inArray(claims.id, wanted), eq(claims.organisationId, organisationId))),
    db.orm
      .select({ id: recoveries.id, domain: recoveries.domain })
      .from(recoveries)
      .where(
        and(
          inArray(recoveries.id, wanted),
          or(eq(recoveries.organisationId, organisationId), eq(recoveries.incumbentId, organisationId)),
        ),
      ),
  ])
  return new Map<string, Subject>([
    ...asked.map(({ id, domain }) => [id, { name: domain, room: 'recoveries', isHeld: true }] as const),
    ...own.map(
      ({ id, name, state }) => [id, { name, room: 'domains', isHeld: state !== 'released' }] as const,
    ),
    ...claimed.map(({ id, platform, handle, state }) => {
      return [
        id,
        { name: profileOf(platform, handle), room: 'claims', isHeld: state !== 'withdrawn' },
      ] as const
    }),
  ])
}
