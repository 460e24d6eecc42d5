import type { MiddlewareHandler } from 'hono'
import { setCookie } from 'hono/cookie'
import { languageDetector } from 'hono/language'
import { isLanguage, languages, type Language } from '#i18n/languages.ts'

declare module 'hono' {
  interface ContextVariableMap {
    language: Language
  }
}

const yearSeconds = 365 * 24 * 3_600

const detect = languageDetector({
  order: ['querystring', 'cookie', 'header'],
  lookupQueryString: 'lang',
  lookupCookie: 'lang',
  caches: false,
  fallbackLanguage: 'en',
  // `es-MX` is Spanish, `pl-PL` is Polish (RFC 4647 §3.4).
  supportedLanguages: [...languages],
})

/** Tells which language a page is asked for in: `?lang=`, which is remembered, or as before, or the browser's own. */
export const speak: MiddlewareHandler = async (c, next) => {
  await detect(c, async () => undefined)
  await next()
  c.header('Vary', 'Accept-Language, Cookie', { append: true })
  const asked = c.req.query('lang')
  // Whoever shows a badge on his site chooses its language, not his visitors'.
  if (isLanguage(asked) && !c.req.path.startsWith('/badges/')) {
    setCookie(c, 'lang', asked, { path: '/', maxAge: yearSeconds, sameSite: 'Lax', httpOnly: true })
  }
}
