import type { Language } from '#i18n/languages.ts'
import { harmless } from '#i18n/sentence.ts'
import { texts } from '#i18n/texts.ts'
import type { Query } from '#registry/answer.ts'
import { platformName } from './words.ts'

const words = texts({
  en: { account: '{handle} on {platform}', name: '“{name}”' },
  es: { account: '{handle} en {platform}', name: '«{name}»' },
  pl: { account: '{handle} w serwisie {platform}', name: '„{name}”' },
})

/** What was asked about, in its canonical form. */
export function subjectOf(query: Query, language: Language): string {
  const say = words(language)
  switch (query.kind) {
    case 'account':
      return say('account', { handle: query.handle, platform: platformName(query.platform) })
    case 'domain':
      return query.domain
    case 'name':
      return say('name', { name: harmless(query.input).trim() })
  }
}
