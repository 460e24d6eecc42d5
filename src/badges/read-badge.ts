import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import type { Told } from '#base/told.ts'
import { badges, brands } from '#db/schema.ts'
import type { PublicBrand } from '#registry/answer.ts'
import { findBrand } from '#registry/find-brand.ts'

export type StoredBadge = { readonly jwt: string; readonly issuedAt: number; readonly expiresAt: number }

/** What is said where there is none. */
export const noBadge: Told = {
  en: 'No brand has this address with a standing proof. A badge exists from the first proved domain.',
  es: 'Ninguna marca tiene esta dirección con una prueba vigente. El distintivo existe desde el primer dominio acreditado.',
  pl: 'Żadna marka nie ma tego adresu z ważnym potwierdzeniem. Odznaka istnieje od pierwszej potwierdzonej domeny.',
}

/** The brand at exactly this address: an id, or an address in other letters, is no badge's. */
export async function brandAt(deps: Pick<Deps, 'db' | 'clock'>, slug: string): Promise<PublicBrand | null> {
  const brand = await findBrand(deps, slug)
  return brand?.slug === slug ? brand : null
}

/** The signed badge at this address, or null. Signing happened before; no key is near. */
export async function readBadge(deps: Pick<Deps, 'db' | 'clock'>, slug: string): Promise<string | null> {
  return (await storedBadge(deps, slug))?.jwt ?? null
}

/** Both slugs must agree: an address may have passed to another brand whose badge is not yet made. */
export async function storedBadge(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  slug: string,
): Promise<StoredBadge | null> {
  const address = slug.toLowerCase()
  const [badge] = await db.orm
    .select({ jwt: badges.jwt, issuedAt: badges.issuedAt, expiresAt: badges.expiresAt })
    .from(badges)
    .innerJoin(brands, and(eq(brands.id, badges.brandId), eq(brands.slug, badges.slug)))
    .where(and(eq(brands.slug, address), isNull(brands.deletedAt), gt(badges.expiresAt, clock.now())))
  return badge ?? null
}
