import type { Language } from '#i18n/languages.ts'
import { sourceWords } from './verify-source-words.ts'
import { stateWords } from './verify-state-words.ts'

/** Codes are permanent; programs look at them, and people read what each means, in a sentence for a passer-by. */
export const codes: readonly string[] = [...sourceWords.keys, ...stateWords.keys]

/** For a code of a newer ladder than these tables, the code itself. */
export function codeSentence(code: string, language: Language): string {
  if (!codes.includes(code)) return code
  const first = sourceWords.keys.find((key) => key === code)
  if (first !== undefined) return sourceWords(language)(first)
  const later = stateWords.keys.find((key) => key === code)
  return later === undefined ? code : stateWords(language)(later)
}
