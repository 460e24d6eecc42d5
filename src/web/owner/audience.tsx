import { countries } from '#base/countries.ts'
import { commonLanguages, readLanguageTag } from '#base/language-tag.ts'
import type { ClaimText } from '#claims/claim.ts'
import type { Language } from '#i18n/languages.ts'
import { texts } from '#i18n/texts.ts'
import { usePage, useTexts } from '#web/page.ts'
import { countryName, languageName } from '#web/words.ts'
import type { Fault, Form } from './form.ts'

const words = texts({
  en: {
    country: 'For which country (optional)',
    anyCountry: 'No country in particular',
    language: 'In which language (optional)',
    anyLanguage: 'No language in particular',
    unknown: 'Choose a country and a language of these lists.',
  },
  es: {
    country: 'Para qué país (opcional)',
    anyCountry: 'Ninguno en particular',
    language: 'En qué idioma (opcional)',
    anyLanguage: 'Ninguno en particular',
    unknown: 'Elige un país y un idioma de estas listas.',
  },
  pl: {
    country: 'Dla jakiego kraju (opcjonalnie)',
    anyCountry: 'Żadnego konkretnego',
    language: 'W jakim języku (opcjonalnie)',
    anyLanguage: 'Żadnym konkretnym',
    unknown: 'Wybierz kraj i język z tych list.',
  },
})

type Audience = Pick<ClaimText, 'country' | 'language'>
type Read =
  | { readonly ok: true; readonly value: Partial<Audience> }
  | { readonly ok: false; readonly text: string }

/** For whom a form says that an account is; a form without the fields says nothing of it. */
export function readAudience(of: Language, typed: Form): Read {
  const [country] = typed.all('country')
  const [language] = typed.all('language')
  const tag = language === undefined || language === '' ? null : readLanguageTag(language)
  const isUnknown = (country ?? '') !== '' && !countries.has(country ?? '')
  if (isUnknown || ((language ?? '') !== '' && tag === null)) return { ok: false, text: words(of)('unknown') }
  return {
    ok: true,
    value: {
      ...(country === undefined ? {} : { country: country === '' ? null : country }),
      ...(language === undefined ? {} : { language: tag }),
    },
  }
}

type Props = { readonly said?: Audience; readonly fault: Fault | null }

export function AudienceFields({ said = { country: null, language: null }, fault }: Props) {
  const say = useTexts(words)
  const { language: shownIn } = usePage()
  const typed = fault === null || fault.typed.all('country').length === 0 ? null : fault.typed
  const country = typed?.text('country') ?? said.country ?? ''
  const language = typed?.text('language') ?? said.language ?? ''
  return (
    <>
      <div class="field">
        <label for="country">{say('country')}</label>
        <select id="country" name="country">
          <option value="">{say('anyCountry')}</option>
          {countriesIn(shownIn).map(({ code, name }) => (
            <option value={code} selected={code === country}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="language">{say('language')}</label>
        <select id="language" name="language">
          <option value="">{say('anyLanguage')}</option>
          {languagesIn(shownIn, language).map(({ code, name }) => (
            <option value={code} selected={code === language}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

type Choice = { readonly code: string; readonly name: string }

const countriesBy = new Map<Language, readonly Choice[]>()
const languagesBy = new Map<Language, readonly Choice[]>()

/** As each language calls and sorts them. */
export function countriesIn(language: Language): readonly Choice[] {
  const known = countriesBy.get(language)
  if (known !== undefined) return known
  const made = sorted(language, [...countries], countryName)
  countriesBy.set(language, made)
  return made
}

/** The common ones, and what was chosen elsewhere. */
export function languagesIn(language: Language, chosen = ''): readonly Choice[] {
  const known = languagesBy.get(language) ?? sorted(language, commonLanguages, languageName)
  languagesBy.set(language, known)
  if (readLanguageTag(chosen) === null || known.some(({ code }) => code === chosen)) return known
  return [...known, { code: chosen, name: languageName(chosen, language) }]
}

function sorted(
  language: Language,
  codes: readonly string[],
  nameOf: (code: string, language: Language) => string,
): readonly Choice[] {
  const { compare } = new Intl.Collator(language)
  return codes
    .map((code) => ({ code, name: nameOf(code, language) }))
    .toSorted((one, other) => compare(one.name, other.name))
}
