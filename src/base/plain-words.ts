/** What text may not hold that people write to be read by others. */
export const withoutControls = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u

/**
 * Characters that nobody sees and that turn or split what stands around them. Scripts need none of them to be written;
 * the joiners U+200C and U+200D some do.
 */
export const upright = /^[^\p{Bidi_Control}\u200B\u2060-\u206F\uFEFF\uFFF9-\uFFFB]*$/u

/** Text as it is kept: NFC, trimmed. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim()
}

export type Flaw = 'empty' | 'too_long' | 'control_character' | 'invisible_character'

/** What stands in the way of a tidy text; null when nothing does. */
export function flawOf(text: string, max: number): Flaw | null {
  if (text === '') return 'empty'
  if (text.length > max) return 'too_long'
  if (!withoutControls.test(text)) return 'control_character'
  return upright.test(text) ? null : 'invisible_character'
}
