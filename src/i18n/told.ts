import type { Told } from '#base/told.ts'
import type { Language } from './languages.ts'
import type { Sentence } from './sentence.ts'
import type { Texts, Values } from './texts.ts'

/** What `told` may hold: also sentences which are themselves told in each language. */
export type ToldValues = Readonly<Record<string, Values[string] | Told>>

/** The message in each language: what a refusal, a look or a notice says, before anybody knows who will read it. */
export function told<Key extends string>(words: Texts<Key>, key: Key, values: ToldValues = {}): Told {
  return inEach((language) => words(language)(key, valuesIn(language, values)))
}

function inEach(speak: (language: Language) => string): Told {
  return { en: speak('en'), es: speak('es'), pl: speak('pl') }
}

function valuesIn(language: Language, values: ToldValues): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, Values[string]] => {
      return [name, isTold(value) ? ([value[language]] satisfies Sentence) : value]
    }),
  )
}

function isTold(value: ToldValues[string]): value is Told {
  return typeof value === 'object' && 'pl' in value
}
