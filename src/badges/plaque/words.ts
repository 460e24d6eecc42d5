import { badgeWords } from '#badges/words.ts'
import type { Language } from '#i18n/languages.ts'

/** What a live badge may show beside the states of a picture: what is found only where the badge stands. */
type FoundOnSite = 'elsewhere' | 'revoked' | 'invalid'
export type PlaqueState = keyof (typeof badgeWords)['en'] | FoundOnSite

type Words = { readonly word: string; readonly sentence: string }

const found: Readonly<Record<Language, Readonly<Record<FoundOnSite | 'unknown', Words>>>> = {
  en: {
    elsewhere: {
      word: 'Not for this site',
      sentence: 'this badge belongs to another site, do not trust it here',
    },
    revoked: { word: 'Taken back', sentence: 'the registry has taken this badge back' },
    invalid: { word: 'Not genuine', sentence: 'the registry did not sign this badge as it stands' },
    unknown: { word: 'Not known', sentence: 'not known, for the registry could not be asked' },
  },
  es: {
    elsewhere: {
      word: 'No es de este sitio',
      sentence: 'este distintivo es de otro sitio, no confíes en él aquí',
    },
    revoked: { word: 'Retirado', sentence: 'el registro ha retirado este distintivo' },
    invalid: { word: 'No es auténtico', sentence: 'el registro no firmó este distintivo tal como está' },
    unknown: { word: 'No se sabe', sentence: 'no se sabe, no se ha podido consultar el registro' },
  },
  pl: {
    elsewhere: { word: 'Nie dla tej strony', sentence: 'to odznaka innej strony, nie ufaj jej tutaj' },
    revoked: { word: 'Cofnięta', sentence: 'rejestr cofnął tę odznakę' },
    invalid: { word: 'Nieautentyczna', sentence: 'rejestr nie podpisał tej odznaki w tej postaci' },
    unknown: { word: 'Nie wiadomo', sentence: 'nie wiadomo, nie udało się zapytać rejestru' },
  },
}

export function wordsOf(language: Language, state: PlaqueState): Words {
  const known: Readonly<Record<PlaqueState, Words>> = { ...badgeWords[language], ...found[language] }
  return known[state]
}

type Phrases = {
  readonly whatItSays: string
  readonly registry: string
  readonly callsItself: string
  checked(day: string): string
}

export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    whatItSays: 'What this says',
    registry: 'Veramarca registry',
    callsItself: 'calls itself ',
    checked: (day) => `Checked ${day}`,
  },
  es: {
    whatItSays: 'Qué significa',
    registry: 'Registro Veramarca',
    callsItself: 'dice llamarse ',
    checked: (day) => `Comprobado el ${day}`,
  },
  pl: {
    whatItSays: 'Co to znaczy',
    registry: 'Rejestr Veramarca',
    callsItself: 'podaje nazwę ',
    checked: (day) => `Sprawdzono ${day}`,
  },
}
