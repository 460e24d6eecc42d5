import type { Answer } from './answer.ts'

/** The brands that an answer speaks of: who vouches, who only says so, who goes by the name. */
export function namesIn({ brand, claimedBy, candidates }: Answer): readonly string[] {
  const all = [...(brand === null ? [] : [brand]), ...claimedBy, ...candidates.map((each) => each.brand)]
  return [...new Set(all.map(({ slug }) => slug))]
}
