import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { badgePictures } from '#db/schema.ts'
import { finish, type Job } from '#jobs/queue.ts'
import { findBrand } from '#registry/find-brand.ts'
import { findCarrying } from './carried.ts'
import { drawingsOf } from './drawing.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'raster'>

/**
 * Has a brand's PNGs as its picture is now, and no others; what is drawn already is not drawn again. One that is
 * overtaken by a decision is never shown: whoever asks compares what was drawn.
 */
export async function drawBadge(deps: Seams, job: Job): Promise<void> {
  const { db, clock, raster } = deps
  const brand = await findBrand(deps, job.subject)
  const drawings = brand === null ? [] : drawingsOf((await findCarrying(deps, brand)).picture)
  const held = await db.orm
    .select({ variant: badgePictures.variant, hash: badgePictures.drawing })
    .from(badgePictures)
    .where(eq(badgePictures.brandId, job.subject))
  const rows: (typeof badgePictures.$inferInsert)[] = []
  for (const { variant, svg, hash } of drawings) {
    if (held.some((row) => row.variant === variant && row.hash === hash)) continue
    const png = Buffer.from(await raster.png(svg))
    // Drawing holds the whole process: readers come in between.
    await new Promise((resolve) => setTimeout(resolve))
    rows.push({ brandId: job.subject, variant, drawing: hash, png, drawnAt: clock.now() })
  }
  const variants = drawings.map(({ variant }) => variant)
  const gone = and(eq(badgePictures.brandId, job.subject), notInArray(badgePictures.variant, variants))
  const set = { drawing: sql`excluded.drawing`, png: sql`excluded.png`, drawnAt: sql`excluded.drawn_at` }
  const target = [badgePictures.brandId, badgePictures.variant]
  const written = await db.write([
    db.orm.delete(badgePictures).where(gone),
    ...(rows.length === 0
      ? []
      : [db.orm.insert(badgePictures).values(rows).onConflictDoUpdate({ target, set })]),
    finish(deps, job),
  ])
  if (!written.written) throw new Error(`Pictures could not be stored: ${written.violated}`)
}
