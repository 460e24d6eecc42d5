import type { Language } from '#i18n/languages.ts'
import type { PictureState } from './picture/picture-state.ts'

type Words = {
  /** Beside the domain. */
  readonly word: string
  /** Completes "acme.com: …". */
  readonly sentence: string
}

/** What stands around a name that nobody but its owner has said. */
export const quotes: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['“', '”'],
  es: ['«', '»'],
  pl: ['„', '”'],
}

/** Before the date of the last look. */
export const checkedWord: Readonly<Record<Language, string>> = {
  en: 'checked',
  es: 'comprobado',
  pl: 'sprawdzono',
}

export const badgeWords: Readonly<Record<Language, Readonly<Record<PictureState, Words>>>> = {
  en: {
    controlled: { word: 'Domain proved', sentence: 'its owners proved this domain' },
    at_risk: { word: 'Not confirmed', sentence: 'not confirmed for now' },
    lapsed: { word: 'No longer proved', sentence: 'no longer proved' },
    suspended: { word: 'Do not trust', sentence: 'do not trust it for now' },
    expired: { word: 'Expired', sentence: 'this badge has expired' },
    unregistered: {
      word: 'Not in the registry',
      sentence: 'not in the registry, which does not make it fake',
    },
    unknown: { word: 'Unknown', sentence: 'not known' },
  },
  es: {
    controlled: { word: 'Dominio acreditado', sentence: 'sus dueños han acreditado este dominio' },
    at_risk: { word: 'Sin confirmar', sentence: 'sin confirmar por ahora' },
    lapsed: { word: 'Ya no acreditado', sentence: 'ya no está acreditado' },
    suspended: { word: 'No confíes', sentence: 'no confíes en él por ahora' },
    expired: { word: 'Caducado', sentence: 'este distintivo ha caducado' },
    unregistered: {
      word: 'No está en el registro',
      sentence: 'no está en el registro, lo que no significa que sea falso',
    },
    unknown: { word: 'Desconocido', sentence: 'desconocido' },
  },
  pl: {
    controlled: { word: 'Domena potwierdzona', sentence: 'właściciele potwierdzili tę domenę' },
    at_risk: { word: 'Niepotwierdzona', sentence: 'na razie niepotwierdzona' },
    lapsed: { word: 'Już niepotwierdzona', sentence: 'już niepotwierdzona' },
    suspended: { word: 'Nie ufaj', sentence: 'na razie jej nie ufaj' },
    expired: { word: 'Wygasła', sentence: 'ta odznaka wygasła' },
    unregistered: {
      word: 'Brak w rejestrze',
      sentence: 'nie ma jej w rejestrze, co nie znaczy, że jest fałszywa',
    },
    unknown: { word: 'Nieznana', sentence: 'nieznana' },
  },
}
