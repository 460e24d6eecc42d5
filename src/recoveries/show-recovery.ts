import { and, desc, eq, inArray, or } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { attemptsOf, type Attempt } from '#brands/attempt.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import type { Instruction } from '#challenges/method.ts'
import { dnsTxt } from '#challenges/methods/dns-txt.ts'
import { brands, recoveries } from '#db/schema.ts'
import { awaitedAt } from '#jobs/queue.ts'
import { challengeFor } from './challenge-for.ts'
import { isOpen, passesAt, type Recovery } from './recovery.ts'
import { nameOf } from './tell.ts'
import { seenBy, type Seen, type Viewer } from './viewer.ts'

export type RecoveryUnknown = 'recovery_unknown'

export type ShownRecovery = Seen & {
  readonly brandName: string
  /** Who asks, as they call themselves, with the domain of the address that they confirmed. */
  readonly asker: string
  /** What to publish, for who asked alone. */
  readonly instruction: Instruction | null
  readonly passesAt: number | null
  readonly nextLookAt: number | null
  readonly attempts: readonly Attempt[]
}

/** A recovery with what was found and what comes next, for its two sides. */
export async function showRecovery(
  deps: Pick<Deps, 'db' | 'clock' | 'site'>,
  viewer: Viewer,
  id: string,
): Promise<Result<ShownRecovery, RecoveryUnknown>> {
  const seen = await seenBy(deps, viewer, id)
  if (seen === null) return refuse('recovery_unknown', `You have no recovery ${id.slice(0, 60)}.`)
  const { recovery, side } = seen
  const [brand] = await deps.db.orm
    .select({ name: brands.name })
    .from(brands)
    .where(eq(brands.id, recovery.brandId))
  return ok({
    ...seen,
    brandName: brand?.name ?? recovery.domain,
    asker: await nameOf(deps, recovery),
    instruction: side === 'asker' && isOpen(recovery) ? dnsTxt.instruct(challengeFor(deps, recovery)) : null,
    passesAt: passesAt(recovery),
    nextLookAt: isOpen(recovery) ? await awaitedAt(deps, 'look-recovery', id) : null,
    attempts: await attemptsOf(deps, id, 20),
  })
}

/** Open recoveries that an organisation asks for, or whose brand it has; the newest first. */
export async function openRecoveries(
  { db }: Pick<Deps, 'db'>,
  organisationId: string,
): Promise<readonly Recovery[]> {
  const ours = or(eq(recoveries.organisationId, organisationId), eq(recoveries.incumbentId, organisationId))
  return await db.orm
    .select()
    .from(recoveries)
    .where(and(ours, inArray(recoveries.state, ['waiting', 'watching', 'disputed'])))
    .orderBy(desc(recoveries.createdAt), desc(recoveries.id))
    .limit(50)
}
