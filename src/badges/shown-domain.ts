import { decodePunycode } from '#challenges/punycode.ts'

type Script = { readonly letters: RegExp; readonly distinct: RegExp | null }

/**
 * Scripts that are shown as themselves, each label in one of them. `distinct` letters look like nothing in Latin:
 * a label without any could be a disguise (`аррӏе`). Right-to-left ones would move across the dots.
 */
const scripts: readonly Script[] = [
  { letters: /^[a-zà-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥīĭįĵķļľłńņňōŏőœŕŗřśŝşšţťũūŭůűųŵŷźżž]+$/u, distinct: null },
  { letters: /^[а-яёђєіїјљњћўџґ]+$/u, distinct: /[бджзийлфцчшщыэюяђљњћґ]/u },
  { letters: /^[α-ωάέήίόύώϊϋΐΰ]+$/u, distinct: /[δθλξφψ]/u },
  { letters: /^\p{Script=Hangul}+$/u, distinct: null },
  {
    letters: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u,
    distinct: /[\p{Script=Han}\p{Script=Hiragana}]/u,
  },
]

/** The domain as people may read it: in Unicode when no label could pass for another, else all in A-labels. */
export function shownDomain(domain: string): string {
  const labels = domain.split('.').map(shownLabel)
  return labels.includes(null) ? domain : labels.join('.')
}

function shownLabel(label: string): string | null {
  if (!label.startsWith('xn--')) return label
  const text = decodePunycode(label.slice('xn--'.length))
  // Parsers let these pass: plain letters in disguise, and what would look like the label of its composed form.
  if (text === null || !/[\u0080-\u{10ffff}]/u.test(text) || text !== text.normalize('NFC')) return null
  const letters = text.replace(/[\d-]/g, '')
  const script = scripts.find((each) => each.letters.test(letters))
  const isSafe = script !== undefined && (script.distinct === null || script.distinct.test(letters))
  return isSafe ? text : null
}
