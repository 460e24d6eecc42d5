import { readPasted } from './read-pasted.ts'
import type { Reading } from './reading.ts'

/** What a text asks about, each in the form in which it stood there; `total` tells how many there were in all. */
export type Found = { readonly questions: readonly string[]; readonly total: number }

const between = /[\s<>"“”„«»|,;]+/u
const before = /^[([{'‘*_¡¿]+/u
/** A run is tried from its first sign alone: from each of them, a long one that something follows would cost its square. */
const behind = /(?<![)\]}'’*_.:!?…])[)\]}'’*_.:!?…]+$/u

/**
 * Finds every account, domain and bare handle in a whole text, such as a message or a bio: each once, in its order, at
 * most `max`. Of a mail address its domain counts, and an address on a platform that is no account is kept, so that
 * somebody tells of it. A text that is one question by itself is that one.
 */
export function findInText(text: string, max: number): Found {
  if (isQuestion(readPasted(text))) return { questions: [text], total: 1 }
  const found = new Map<string, string>()
  for (const piece of text.split(between)) {
    const word = piece.replace(before, '').replace(behind, '')
    const question = /^[^\s@/:]+@([^\s@/:]+)$/u.exec(word)?.[1] ?? word
    const key = keyOf(readPasted(question), question)
    if (key !== null && !found.has(key)) found.set(key, question)
  }
  return { questions: [...found.values()].slice(0, max), total: found.size }
}

function isQuestion({ kind }: Reading): boolean {
  return kind === 'account' || kind === 'domain' || kind === 'handle' || kind === 'page'
}

/** By what a question is known to have been asked already; null where nothing is asked. */
function keyOf(reading: Reading, word: string): string | null {
  switch (reading.kind) {
    case 'account':
      return `${reading.account.platform} ${reading.account.handle}`
    case 'domain':
      // `the end.So it began`: a full stop without a space is no domain.
      return /^[^/:]*\.\p{Lu}\p{Ll}+$/u.test(word) ? null : reading.host
    case 'handle':
      return `@${reading.handle.toLowerCase()}`
    case 'page':
      return /^https?:/i.test(word) ? word : null
    case 'name':
    case 'unreadable':
      return null
  }
}
