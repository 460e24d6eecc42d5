import { escapeMarkup } from '#base/markup.ts'

/** Advance widths of Verdana in thousandths of an em, by groups; what is not named is a usual lower-case letter. */
const groups: readonly (readonly [string, number])[] = [
  ["ijl|'", 275],
  ['.,:; ft!I()[]/\\', 380],
  ['rJs"-csz', 500],
  ['xkvy', 592],
  ['0123456789$', 636],
  ['ABCEFKLPRSTUVXYZ?*', 670],
  ['DGHNOQ', 780],
  ['mM%@Ww&', 960],
]
const widths = new Map(groups.flatMap(([letters, width]) => Array.from(letters, (each) => [each, width])))

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff00-\uff60]/u
const weightless = /[\p{M}\p{Cf}]/u

/** Pixels this text takes; generous where it guesses, and the picture fits the text to it with `textLength`. */
export function widthOf(text: string, fontPixels: number, bold = false): number {
  const thousandths = Array.from(text).reduce((sum, each) => sum + advance(each), 0)
  return Math.ceil((thousandths / 1_000) * fontPixels * (bold ? 1.14 : 1))
}

function advance(character: string): number {
  if (weightless.test(character)) return 0
  if (wide.test(character)) return 1_100
  return widths.get(character) ?? 640
}

/**
 * A stranger's text made harmless for one line: no controls, no characters that turn the direction of what
 * follows, no invisible fillers, white space single. Joiners stay: Persian and emoji need them.
 */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\t\n\r]+/gu, ' ')
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0\ufffd]/gu, '')
    .trim()
}

/** UAX #9 §3.1: its own direction inside, without effect outside. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

/** For text and attributes alike; what XML 1.0 §2.2 allows in no form is dropped. */
export function escapeXml(text: string): string {
  return escapeMarkup(
    text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''),
  )
}
