import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import type { Variant } from '#badges/variant.ts'
import { badgePictures } from '#db/schema.ts'
import { enqueue, awaitedAt, sendLater } from '#jobs/queue.ts'
import { brandAt, noBadge } from '#badges/read-badge.ts'
import { findCarrying } from './carried.ts'
import { drawingOf } from './drawing.ts'
import { drawPicture, pictureOf } from './picture.ts'
import { carryInPng } from './png-token.ts'
import { carryInSvg } from './svg-token.ts'

export type PictureReason = 'badge_unknown' | 'picture_not_drawn'

type Seams = Pick<Deps, 'db' | 'clock' | 'random' | 'queue'>

/** Seconds: a set of pictures takes less than one, and somebody else's may come first. */
const drawnAfter = 5

/** The picture as the registry knows the address now; `known` is false where nobody has it. */
export async function findPicture(
  deps: Pick<Deps, 'db' | 'clock'>,
  slug: string,
  variant: Variant,
): Promise<{ readonly known: boolean; readonly svg: string }> {
  const brand = await brandAt(deps, slug)
  return { known: brand !== null, svg: drawPicture(pictureOf(brand, slug), variant) }
}

/** The same with the signed statement inside, which is drawn as expired when that has ended. */
export async function findSignedPicture(
  deps: Pick<Deps, 'db' | 'clock'>,
  slug: string,
  variant: Variant,
): Promise<Result<string, PictureReason>> {
  const brand = await brandAt(deps, slug)
  if (brand === null) return refuse('badge_unknown', noBadge)
  const { picture, jwt } = await findCarrying(deps, brand)
  if (jwt === null) {
    return refuse(
      'badge_unknown',
      `Nothing is signed of ${brand.slug} at this moment, so no picture can carry it.`,
    )
  }
  return ok(carryInSvg(drawPicture(picture, variant), jwt))
}

/** The stored PNG, if it is of the picture as it would be drawn now: never of what was. */
export async function findPng(
  deps: Seams,
  slug: string,
  variant: Variant,
): Promise<Result<{ readonly png: Uint8Array<ArrayBuffer>; readonly etag: string }, PictureReason>> {
  const brand = await brandAt(deps, slug)
  if (brand === null) return refuse('badge_unknown', noBadge)
  const { picture, jwt } = await findCarrying(deps, brand)
  const drawing = drawingOf(picture, variant)
  const [stored] = await deps.db.orm
    .select({ png: badgePictures.png })
    .from(badgePictures)
    .where(
      and(
        eq(badgePictures.brandId, brand.id),
        eq(badgePictures.variant, drawing.variant),
        eq(badgePictures.drawing, drawing.hash),
      ),
    )
  if (stored === undefined) {
    const wait = await haveDrawn(deps, brand.id)
    const detail = `The PNG of ${brand.slug} as it is now is being drawn. Ask again in ${wait} seconds; the SVG is there already.`
    return refuse('picture_not_drawn', detail, wait)
  }
  const png = jwt === null ? new Uint8Array(stored.png) : carryInPng(stored.png, jwt)
  const etag = createHash('sha256').update(`${drawing.hash} ${jwt}`).digest('base64url').slice(0, 24)
  return ok({ png, etag: `"${etag}"` })
}

/**
 * A picture can change by time alone, and badges of before there were PNGs have none. Asking twice draws once. Gives the
 * seconds until then: drawing that failed is tried again later and later.
 */
async function haveDrawn(deps: Seams, brandId: string): Promise<number> {
  const what = { kind: 'draw-badge', subject: brandId } as const
  const dueAt = await awaitedAt(deps, what.kind, what.subject)
  if (dueAt !== null) return Math.max(drawnAfter, Math.ceil((dueAt - deps.clock.now()) / second))
  await deps.db.write([enqueue(deps, { ...what, target: null, dueAt: deps.clock.now() })])
  await sendLater(deps, what.kind, what.subject)
  return drawnAfter
}
