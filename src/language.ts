import type { Context, MiddlewareHandler } from 'hono'
import { setCookie } from 'hono/cookie'
import { detectFromCookie, detectFromHeader, detectFromQuery, type DetectorOptions } from 'hono/language'
import { isLanguage, languages, type Language } from '#i18n/languages.ts'

declare module 'hono' {
  interface ContextVariableMap {
    language: Language
    /** Brands that a page speaks of: each is counted as looked up. */
    named?: readonly string[]
  }
}

const yearSeconds = 365 * 24 * 3_600

const options: DetectorOptions = {
  order: ['querystring', 'cookie', 'header'],
  lookupQueryString: 'lang',
  lookupCookie: 'lang',
  lookupFromPathIndex: 0,
  lookupFromHeaderKey: 'accept-language',
  caches: false,
  ignoreCase: true,
  fallbackLanguage: 'en',
  // `es-MX` is Spanish, `pl-PL` is Polish (RFC 4647 §3.4).
  supportedLanguages: [...languages],
}

/** What programs and other sites are given is the same whatever they speak; only its refusals have words. */
const wordless = /^\/(?:v1|badges|status|ns|embed|\.well-known)(?:[/.]|$)/

export function isSpoken(path: string): boolean {
  return !wordless.test(path)
}

/** The language that is asked for: `?lang=`, or as chosen before, or the browser's own. An answer for which this was asked varies by it. */
export function languageOf(c: Context): Language {
  const known: Language | undefined = c.get('language')
  if (known !== undefined) return known
  const found = detectFromQuery(c, options) ?? detectFromCookie(c, options) ?? detectFromHeader(c, options)
  const language = isLanguage(found) ? found : 'en'
  c.set('language', language)
  return language
}

/** Tells pages which language they are asked for in, and remembers what was chosen. */
export const speak: MiddlewareHandler = async (c, next) => {
  if (isSpoken(c.req.path)) languageOf(c)
  await next()
  const language: Language | undefined = c.get('language')
  if (language !== undefined) c.header('Vary', 'Accept-Language, Cookie', { append: true })
  const asked = c.req.query('lang')
  // Whoever shows a badge on his site chooses its language, not his visitors'.
  if (isLanguage(asked) && !c.req.path.startsWith('/badges/')) {
    setCookie(c, 'lang', asked, { path: '/', maxAge: yearSeconds, sameSite: 'Lax', httpOnly: true })
  }
}
