import { ok, refuse, type Result } from '#base/result.ts'
import { told } from '#i18n/told.ts'
import { accountWords } from './account-words.ts'

const textLengthMax = 2048

const control = /[\p{Cc}\u2028\u2029\u202d]/u
// Joiners stay inside a text, where scripts and emoji need them.
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202c\u2060-\u2064\u2066-\u206f\ufeff]/gu
const edges = /^[\s\p{Default_Ignorable_Code_Point}\u2800]+|[\s\p{Default_Ignorable_Code_Point}\u2800]+$/gu

/**
 * What a person meant to paste: without the white space around it and without the invisible characters
 * that displays and line breakers add. Refuses what is empty, too long, or holds control characters.
 */
export function cleanText(text: string): Result<string, 'unreadable'> {
  if (text.length > textLengthMax) {
    return refuse('unreadable', told(accountWords, 'tooLong', { max: textLengthMax }))
  }
  if (/^[!-~]+$/.test(text)) return ok(text)
  if (!text.isWellFormed()) return refuse('unreadable', told(accountWords, 'notUnicode'))
  const trimmed = text.replace(edges, '')
  if (trimmed === '') return refuse('unreadable', told(accountWords, 'empty'))
  // An override shows the text reversed, so it is refused even where it could be stripped.
  if (control.test(trimmed) || text.includes('\u202e')) {
    return refuse('unreadable', told(accountWords, 'controls'))
  }
  return ok(trimmed.replace(invisible, ''))
}

/** A stranger's text as a detail may repeat it: quoted, at most 100 characters. */
export function quote(text: string): string {
  const characters = [...text]
  return `“${characters.length > 100 ? `${characters.slice(0, 100).join('')}…` : text}”`
}
