/** Such as people choose among; any other tag is as good. */
export const commonLanguages = [
  'ar',
  'bg',
  'ca',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'eu',
  'fa',
  'fi',
  'fr',
  'gl',
  'he',
  'hi',
  'hr',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'lv',
  'nl',
  'no',
  'pl',
  'pt',
  'ro',
  'ru',
  'sk',
  'sl',
  'sr',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
] as const

// RFC 5646 §2.1 without the private and the grandfathered: language, maybe script, maybe region, maybe variants.
const tag = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*$/i
const charactersMax = 35

/** A language's BCP 47 tag in its canonical form: `es`, `pt-BR`, `zh-Hant`; null of what is none. */
export function readLanguageTag(text: string): string | null {
  if (text.length > charactersMax || !tag.test(text)) return null
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null
  } catch {
    // Two variants of one kind, say: well-formed for the pattern, and still no tag.
    return null
  }
}
