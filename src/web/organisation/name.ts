import { harmless } from '#i18n/sentence.ts'

const nameMax = 100

/** A name as people typed it, without what nobody sees; null when nothing is left, or too much. */
export function readName(text: string): string | null {
  const name = harmless(text)
    .replaceAll(/[\u200B\u2028\u2029\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g, '')
    .normalize('NFC')
    .trim()
  return name === '' || name.length > nameMax ? null : name
}
