import { randomText, type Random } from '#base/random.ts'

/** A YouTube title has room for 100 characters; the code and a word or two must fit. */
const nameCharactersMax = 60
const randomCharacters = 20

/**
 * A code to be posted, 100 random bits. It spells the domain that it speaks for, so that nobody is talked into posting
 * another's: `vm-acme-com-…`. Of a very long domain the end is kept.
 */
export function newCode(random: Random, domain: string): string {
  const name = domain.toLowerCase().replaceAll('.', '-').slice(-nameCharactersMax).replace(/^-+/, '')
  return `vm-${name}-${randomText(random, 13).slice(0, randomCharacters)}`
}

/** Whether the text holds the code as a whole word; displays may have changed its case. */
export function holdsCode(text: string, code: string): boolean {
  // A code holds letters, digits and hyphens alone.
  return new RegExp(`(?<![\\p{L}\\p{N}_-])${code}(?![\\p{L}\\p{N}_-])`, 'iu').test(text)
}
