import type { Context } from 'hono'
import { createContext, useContext } from 'hono/jsx'
import type { Language } from '#i18n/languages.ts'
import { languageOf } from '#language.ts'
import type { Texts, Speaker } from '#i18n/texts.ts'

/** What every part of a page may need to know of the whole. */
export type PageState = {
  readonly language: Language
  /** Path and query, from which a switch of language goes on. */
  readonly address: string
}

export const Page = createContext<PageState>({ language: 'en', address: '/' })

export function usePage(): PageState {
  return useContext(Page)
}

/** Speaks a page's texts in the page's language. */
export function useTexts<Key extends string>(of: Texts<Key>): Speaker<Key> {
  return of(usePage().language)
}

export function pageOf(c: Context): PageState {
  const { pathname, search } = new URL(c.req.url)
  return { language: languageOf(c), address: `${pathname}${search}` }
}
