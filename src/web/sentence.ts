import type { Part, Sentence } from '#i18n/sentence.ts'

/** Our words around others': each string put in becomes a term, each sentence put in stays ours. */
export function say(text: TemplateStringsArray, ...put: readonly (string | Sentence)[]): Sentence {
  return text.flatMap((ours, index): Part[] => {
    const next = put[index]
    const after = next === undefined ? [] : typeof next === 'string' ? [{ term: next }] : next
    return ours === '' ? [...after] : [ours, ...after]
  })
}
