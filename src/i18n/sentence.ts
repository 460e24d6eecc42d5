/**
 * What strangers wrote stands apart from what we say, so that a page can isolate it; links, weight and times are ours. A
 * time is its UTC milliseconds, beside the words for it.
 */
export type Part =
  | string
  | { readonly term: string }
  | { readonly at: number; readonly text: string }
  | { readonly strong: Sentence }
  | { readonly link: string; readonly parts: Sentence }
export type Sentence = readonly Part[]

/** For titles and descriptions, where no markup can isolate anything. */
export function plain(sentence: Sentence): string {
  return sentence
    .map((part) => {
      if (typeof part === 'string') return part
      if ('term' in part) return harmless(part.term)
      if ('at' in part) return part.text
      return plain('strong' in part ? part.strong : part.parts)
    })
    .join('')
}

/** Marks that turn the writing direction, and controls, could make a page say something else. */
export function harmless(text: string): string {
  return text.replace(/\p{Bidi_Control}|\p{Cc}/gu, '')
}
