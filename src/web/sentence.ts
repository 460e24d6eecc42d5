/** What strangers wrote stands apart from what we say, so that the page can isolate it. */
export type Part = string | { readonly term: string }
export type Sentence = readonly Part[]

/** Our words around others': each string put in becomes a term, each sentence put in stays ours. */
export function say(text: TemplateStringsArray, ...put: readonly (string | Sentence)[]): Sentence {
  return text.flatMap((ours, index): Part[] => {
    const next = put[index]
    const after = next === undefined ? [] : typeof next === 'string' ? [{ term: next }] : next
    return ours === '' ? [...after] : [ours, ...after]
  })
}

/** For titles and descriptions, where no markup can isolate anything. */
export function plain(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : harmless(part.term))).join('')
}

/** Marks that turn the writing direction, and controls, could make a page say something else. */
export function harmless(text: string): string {
  return text.replace(/\p{Bidi_Control}|\p{Cc}/gu, '')
}
