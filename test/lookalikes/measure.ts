import type { AskedName, RegisteredName, Tier } from '#lookalikes/alike.ts'
import { lettersOf } from '#lookalikes/letters.ts'
import { nameOfDomain } from '#lookalikes/name-of.ts'
import { skeleton } from '#lookalikes/skeleton.ts'
import type { Watch } from '#lookalikes/watch.ts'
import { variants, type Draw, type Variant } from './variants.ts'

export type Shares = Readonly<Record<Tier, number>>

/** What share of names is told to be like a protected one; those that are one of its own names are left out. */
export function falsePositives(watch: Watch, own: readonly string[], benign: readonly string[]): Shares {
  const letters = new Set(own.map(lettersOf))
  const others = benign.filter((name) => !letters.has(lettersOf(name)))
  return shares(others.map((name) => watch.find({ kind: 'account', platform: 'x', name })[0]?.tier ?? null))
}

/** Of how many variants of long enough names the name is found again, by kind of variant. */
export function recall(watch: Watch, names: readonly string[], draw: Draw): ReadonlyMap<string, Shares> {
  const long = names.map(slugOf).filter((slug) => /^[a-z\d]{5,}$/.test(slug))
  const kinds: [string, Variant][] = Object.entries(variants)
  return new Map(
    kinds.map(([name, variant]) => {
      const found = long.flatMap((slug) => {
        const made = variant.of(slug, draw)
        if (made === null || made === slug) return []
        const key = skeleton(slug)
        const hit = watch.find(asked(variant.kind, made)).find(({ like }) => like.key === key)
        return [hit?.tier ?? null]
      })
      return [name, shares(found)] as const
    }),
  )
}

/** A protected name as its domain and its account. */
export function namesOf(name: string, brandId: string): RegisteredName[] {
  const slug = slugOf(name)
  const key = skeleton(slug)
  return [
    { brandId, subject: `dom_${brandId}`, kind: 'domain', platform: null, name: `${slug}.com`, key },
    { brandId, subject: `clm_${brandId}`, kind: 'account', platform: 'x', name: slug, key },
  ]
}

export function slugOf(name: string): string {
  return lettersOf(name)
}

function asked(kind: Variant['kind'], made: string): AskedName {
  return kind === 'account'
    ? { kind, platform: 'instagram', name: made }
    : { kind, domain: made, name: nameOfDomain(made) ?? made }
}

function shares(tiers: readonly (Tier | null)[]): Shares {
  const share = (tier: Tier) => tiers.filter((one) => one === tier).length / tiers.length
  return { high: share('high'), medium: share('medium'), low: share('low') }
}
