export const tiers = ['high', 'medium', 'low'] as const
export type Tier = (typeof tiers)[number]

/** Why one name may be taken for another. Permanent. */
export const reasons = [
  /** The same name, on another platform. */
  'same_name',
  /** The same letters, parted or marked otherwise. */
  'same_letters',
  /** Other characters that look the same. */
  'same_look',
  /** The same name under another public suffix. */
  'other_suffix',
  /** A domain's dots left out. */
  'dots_dropped',
  /** The whole domain stands inside another's name. */
  'embedded',
  'letters_swapped',
  /** Letters that only resemble each other, as b and d, c and e, m and nn. */
  'similar_letters',
  'neighbour_key',
  'one_letter',
  'letter_doubled',
  'letter_missing',
  'letter_added',
  'plural',
  'few_letters',
  /** With `support`, `oficial`, `pomoc` or the like. */
  'affix',
  'contained',
] as const
export type Reason = (typeof reasons)[number]

/** A registered name as the index keeps it. */
export type RegisteredName = {
  readonly brandId: string
  /** The claim, domain or brand that carries it. */
  readonly subject: string
  readonly kind: 'account' | 'domain' | 'name'
  /** Of an account; else null. */
  readonly platform: string | null
  /** What people read: a handle's name, a whole domain, a brand's name. */
  readonly name: string
  readonly key: string
}

/** What was asked for. */
export type AskedName =
  | { readonly kind: 'account'; readonly platform: string; readonly name: string }
  | { readonly kind: 'domain'; readonly domain: string; readonly name: string }
  | { readonly kind: 'name'; readonly name: string }

export type Alike = { readonly like: RegisteredName; readonly tier: Tier; readonly reason: Reason }

/** The strongest likeness to each brand, and the strongest of all first; of equals what is in the same place. */
export function strongestOfEach(alikes: readonly Alike[], asked: AskedName): readonly Alike[] {
  const brands = new Map<string, Alike>()
  const sorted = alikes.toSorted(
    (one, other) =>
      tiers.indexOf(one.tier) - tiers.indexOf(other.tier) ||
      placeOf(one.like, asked) - placeOf(other.like, asked) ||
      reasons.indexOf(one.reason) - reasons.indexOf(other.reason),
  )
  for (const alike of sorted) if (!brands.has(alike.like.brandId)) brands.set(alike.like.brandId, alike)
  return [...brands.values()]
}

function placeOf({ kind, platform }: RegisteredName, asked: AskedName): number {
  if (kind === asked.kind && (asked.kind !== 'account' || asked.platform === platform)) return 0
  return kind === 'domain' ? 1 : kind === 'account' ? 2 : 3
}
