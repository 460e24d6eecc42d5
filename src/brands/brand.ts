import type { brands } from '#db/schema.ts'

export type Brand = typeof brands.$inferSelect

/** What an organisation says of a brand. Names are self-given until a moderator has reviewed one. */
export type BrandText = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly category: string | null
  readonly country: string | null
  /** BCP 47, canonical. */
  readonly languages: readonly string[]
}

/** What the log commits to of a brand's own words. */
export function saidBy({
  name,
  aliases,
  category,
  country,
  languages,
}: BrandText): Readonly<Record<string, string>> {
  return { text: JSON.stringify({ name, aliases, category, country, languages }) }
}

/** Folded words of a brand's names: how a search finds it whatever the case, marks or strokes. */
export function searchWords(text: Pick<BrandText, 'name' | 'aliases'>): readonly string[] {
  return [...new Set([text.name, ...text.aliases].flatMap(foldedWords))].slice(0, 100)
}

const strokes: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
}

/** Lower case, marks dropped, strokes folded (NFKD leaves ł ø đ ħ ı ß alone), split at what is no letter or digit. */
export function foldedWords(text: string): readonly string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđħıßæœþð]/g, (letter) => strokes[letter] ?? letter)
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}
