import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { brands, brandWords } from '#db/schema.ts'
import { keepBrandNames } from '#lookalikes/keep-names.ts'
import { keepWords } from '#lookalikes/keep-words.ts'
import { leafOf } from '#log/leaf.ts'
import { saidBy, searchWords, type Brand, type BrandText } from './brand.ts'

/** Enters a brand. It has no address and no badge until a domain of its is proved; names are never unique. */
export async function createBrand(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  text: BrandText,
): Promise<Brand> {
  const { db, clock, random } = deps
  const at = clock.now()
  const brand: Brand = {
    id: newId(random, 'br'),
    organisationId: principal.organisationId,
    slug: null,
    nameState: 'self_given',
    ...text,
    createdAt: at,
    updatedAt: at,
    frozenAt: null,
    deletedAt: null,
  }
  const words = searchWords(text).map((word) => ({ word, brandId: brand.id }))
  const decision = {
    act: 'brand.created',
    subject: brand.id,
    actor: principal.pseudonym,
    at,
    values: saidBy(text),
  }
  const written = await db.write([
    db.orm.insert(brands).values(brand),
    ...(await leafOf(deps, decision, null)),
    ...(words.length > 0 ? [db.orm.insert(brandWords).values(words)] : []),
    ...keepWords(searchWords(text)),
    ...keepBrandNames(brand),
  ])
  if (!written.written) throw new Error(`A fresh brand collided: ${written.violated}`)
  return brand
}
