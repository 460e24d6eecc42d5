import { and, eq } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { badges } from '#db/schema.ts'
import type { PublicBrand } from '#registry/answer.ts'
import { expiredPicture, pictureOf, type Picture } from './picture.ts'

/** A brand's picture with what it carries, which says as little as that when it has ended. */
export type Carrying = { readonly picture: Picture; readonly jwt: string | null }

export async function findCarrying({ db }: Pick<Deps, 'db'>, brand: PublicBrand): Promise<Carrying> {
  const [badge] = await db.orm
    .select({ jwt: badges.pictureJwt, expiresAt: badges.expiresAt })
    .from(badges)
    .where(and(eq(badges.brandId, brand.id), eq(badges.slug, brand.slug)))
  const picture = pictureOf(brand, brand.slug)
  const hasEnded = badge !== undefined && badge.expiresAt <= brand.asOf
  return { picture: hasEnded ? expiredPicture(picture) : picture, jwt: badge?.jwt ?? null }
}
