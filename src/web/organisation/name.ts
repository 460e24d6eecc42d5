import { parse } from 'tldts'
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

/**
 * Whether a name is a link or an address. An organisation's goes to strangers by mail: "Booking.com" is a name, and
 * "booking.com/pay" leads somewhere.
 */
export function leads(name: string): boolean {
  // What mail programs make links of: NFKC, for they fold wide letters and dots first.
  const shown = name.normalize('NFKC').replaceAll(/[\u3002\uFF0E\uFF61]/g, '.')
  if (/:\s*\/\s*\/|\bwww\./iu.test(shown) || /\b(?:mailto|tel|sms|javascript|data):/iu.test(shown))
    return true
  return shown.split(/[\s"'“”«»()<>[\]{},;]+/u).some(isAddress)
}

/** A host that could exist, with something before or behind it: an address of mail, a port, a path. */
function isAddress(word: string): boolean {
  const [, before = '', host = '', behind = ''] =
    /^(.*@)?((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,})(.*)$/u.exec(word) ?? []
  if (before === '' && !/^[/\\?#:@]./u.test(behind)) return false
  return parse(host).isIcann === true
}
