import type { Challenge } from './method.ts'
import { isOurs } from './record.ts'

/** The one thing that keeps a published text from being ours, where nobody would see it by looking. */
export type Flaw = {
  readonly reason: 'invisible_character' | 'wrong_case'
  /** After "has"; nothing of the text itself is in it, so that it may be said of a web page too. */
  readonly what: string
  readonly advice: string
}

const invisible = /(?![\t\r\n])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const names: Readonly<Record<string, string>> = {
  '00AD': 'a soft hyphen',
  '200B': 'a zero-width space',
  '200C': 'a zero-width non-joiner',
  '200D': 'a zero-width joiner',
  '2028': 'a line separator',
  '2060': 'a word joiner',
  FEFF: 'a byte order mark',
}

/** Never makes a proof of it: the token is compared exactly. Null when the text is ours, or would not be ours anyhow. */
export function flawIn(text: string, challenge: Challenge): Flaw | null {
  if (isOurs(text, challenge)) return null
  const visible = text.replaceAll(invisible, '')
  if (visible !== text && isOurs(visible, challenge)) {
    return {
      reason: 'invisible_character',
      what: `an invisible character in its value, ${nameOf(text)} ${placeOf(text)}`,
      advice: 'Delete the value and type it anew, or paste it as plain text',
    }
  }
  return isOurs(text.toLowerCase(), challenge)
    ? {
        reason: 'wrong_case',
        what: 'your value, but in capital letters',
        advice: 'Small letters are expected, as they were given',
      }
    : null
}

export function firstFlaw(texts: readonly string[], challenge: Challenge): Flaw | null {
  return texts.map((text) => flawIn(text, challenge)).find((flaw) => flaw !== null) ?? null
}

function nameOf(text: string): string {
  const code = (text.match(invisible)?.[0]?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `${names[code] ?? 'a control character'} (U+${code})`
}

function placeOf(text: string): string {
  const at = text.search(invisible)
  const before = Array.from(text.slice(0, at)).length
  if (before === 0) return 'at its beginning'
  return text.slice(at).replaceAll(invisible, '').trim() === ''
    ? 'at its end'
    : `after its first ${before} characters`
}
