import { and, desc, eq, gt } from 'drizzle-orm'
import { platformName } from '#accounts/platforms/index.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Deps } from '#base/deps.ts'
import { platformLooks } from '#db/schema.ts'
import { endAlarm, openAlarm, raiseAlarm, type Alarmed } from '#jobs/alarm.ts'
import type { Claim } from './claim.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/** Of the organisations looked at last, so many and such a share make it the platform's doing and nobody's own. */
const sample = 200
const leastOrganisations = 5
const suspectShare = 0.3
const silentShare = 0.5

export type Told = 'proved' | 'refused' | 'unreachable'

/**
 * Counts what a scheduled look at a standing proof told. Where a platform refuses many organisations at once its
 * answers have changed, not the accounts: gives since when refusals are to be taken back; null when they stand.
 */
export async function noteLook(
  seams: Seams,
  { platform, organisationId }: Pick<Claim, 'platform' | 'organisationId'>,
  told: Told,
): Promise<number | null> {
  const { db, clock } = seams
  const now = clock.now()
  const seen = {
    lookedAt: now,
    ...(told === 'refused' ? { refusedAt: now } : {}),
    ...(told === 'unreachable' ? { silentAt: now } : {}),
  }
  await db.orm
    .insert(platformLooks)
    .values({ platform, organisationId, ...seen })
    .onConflictDoUpdate({ target: [platformLooks.platform, platformLooks.organisationId], set: seen })
  const suspect: Alarmed = { kind: 'platform_suspect', subject: platform }
  const silent: Alarmed = { kind: 'platform_silent', subject: platform }
  if (told === 'proved') await endWhatIsOver(seams, platform, suspect, silent)
  const open = await openAlarm(seams, suspect)
  // Once suspect, a platform stays so until it has proved somebody again and refuses few.
  if (told === 'proved' || open !== null) return open === null ? null : open.since - lifetimes.platformLook
  const shares = await sharesOf(seams, platform)
  const name = platformName(platform)
  if (told === 'unreachable' && isMany(shares.silent, shares.looked, silentShare)) {
    const detail = `${name} told nothing of the accounts of ${shares.silent} of ${shares.looked} organisations within a day. Their proofs stand until they end.`
    await raiseAlarm(seams, silent, detail)
  }
  if (!isMany(shares.refused, shares.looked, suspectShare)) return null
  const detail = `${name} refused the proofs of ${shares.refused} of ${shares.looked} organisations within a day, so its answers have probably changed. Refusals there are taken for silence until that is over.`
  const since = await raiseAlarm(seams, suspect, detail)
  return since - lifetimes.platformLook
}

async function endWhatIsOver(
  seams: Seams,
  platform: string,
  suspect: Alarmed,
  silent: Alarmed,
): Promise<void> {
  const isOpen = async (alarm: Alarmed) => (await openAlarm(seams, alarm)) !== null
  const [isSuspect, isSilent] = [await isOpen(suspect), await isOpen(silent)]
  if (!isSuspect && !isSilent) return
  const shares = await sharesOf(seams, platform)
  if (isSuspect && !isMany(shares.refused, shares.looked, suspectShare)) await endAlarm(seams, suspect)
  if (isSilent && !isMany(shares.silent, shares.looked, silentShare)) await endAlarm(seams, silent)
}

async function sharesOf({ db, clock }: Seams, platform: string) {
  const since = clock.now() - lifetimes.platformLook
  const rows = await db.orm
    .select()
    .from(platformLooks)
    .where(and(eq(platformLooks.platform, platform), gt(platformLooks.lookedAt, since)))
    .orderBy(desc(platformLooks.lookedAt))
    .limit(sample)
  return {
    looked: rows.length,
    refused: rows.filter(({ refusedAt }) => (refusedAt ?? 0) > since).length,
    silent: rows.filter(({ silentAt }) => (silentAt ?? 0) > since).length,
  }
}

function isMany(some: number, all: number, share: number): boolean {
  return some >= leastOrganisations && some >= share * all
}
