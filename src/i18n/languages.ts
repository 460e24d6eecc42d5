/** What people can be spoken to in, in the order in which a switch shows them. */
export const languages = ['en', 'es', 'pl'] as const
export type Language = (typeof languages)[number]

export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  pl: 'Polski',
}

export function isLanguage(text: string | undefined): text is Language {
  return languages.some((language) => language === text)
}
