import { countries } from '#base/countries.ts'
import { readLanguageTag } from '#base/language-tag.ts'
import { flawOf, tidy, type Flaw } from '#base/plain-words.ts'
import type { BrandText } from '#brands/brand.ts'
import type { Language } from '#i18n/languages.ts'
import { texts } from '#i18n/texts.ts'
import { usePage, useTexts } from '#web/page.ts'
import { countriesIn, languagesIn } from './audience.tsx'
import type { Fault, Form } from './form.ts'
import { Field } from './parts.tsx'

const words = texts({
  en: {
    name: 'Name of the brand',
    nameHint: 'As the public knows it. It is shown as self-given: names prove nothing here, domains do.',
    category: 'Category (optional)',
    categoryHint: 'What the directory files it under, in a word: retail, bank, museum.',
    country: 'Country (optional)',
    nowhere: 'None in particular',
    languages: 'Languages in which it speaks (optional)',
    languagesHint: 'The directory finds it by these, and by those of its accounts.',
    aliases: 'Other names (optional)',
    aliasesHint: 'One a line, 20 at most: names by which people look for it.',
    empty: 'Write something here.',
    too_long: 'At most {max} characters, please.',
    control_character: 'There is a control character in it. Type it anew, or paste it as plain text.',
    invisible_character: 'There is an invisible character in it. Type it anew, or paste it as plain text.',
    too_many: 'At most 20 names, please.',
    no_country: 'That is no country of ISO 3166-1.',
  },
  es: {
    name: 'Nombre de la marca',
    nameHint:
      'Como la conoce el público. Se muestra como dado por ti: aquí los nombres no prueban nada; los dominios, sí.',
    category: 'Categoría (opcional)',
    categoryHint: 'Dónde la archiva el directorio, en una palabra: comercio, banco, museo.',
    country: 'País (opcional)',
    nowhere: 'Ninguno en particular',
    languages: 'Idiomas en los que habla (opcional)',
    languagesHint: 'El directorio la encuentra por estos idiomas y por los de sus cuentas.',
    aliases: 'Otros nombres (opcional)',
    aliasesHint: 'Uno por línea, 20 como mucho: nombres por los que la gente la busca.',
    empty: 'Escribe algo aquí.',
    too_long: 'Como mucho {max} caracteres, por favor.',
    control_character: 'Contiene un carácter de control. Escríbelo de nuevo o pégalo como texto sin formato.',
    invisible_character:
      'Contiene un carácter invisible. Escríbelo de nuevo o pégalo como texto sin formato.',
    too_many: 'Como mucho 20 nombres, por favor.',
    no_country: 'Eso no es ningún país de ISO 3166-1.',
  },
  pl: {
    name: 'Nazwa marki',
    nameHint:
      'Tak, jak znają ją ludzie. Pokazujemy ją jako podaną przez ciebie: nazwy niczego tu nie dowodzą, domeny tak.',
    category: 'Kategoria (opcjonalnie)',
    categoryHint: 'Gdzie umieszcza ją katalog, jednym słowem: handel, bank, muzeum.',
    country: 'Kraj (opcjonalnie)',
    nowhere: 'Żaden konkretny',
    languages: 'Języki, w których mówi (opcjonalnie)',
    languagesHint: 'Katalog znajduje markę po nich i po językach jej kont.',
    aliases: 'Inne nazwy (opcjonalnie)',
    aliasesHint: 'Po jednej w wierszu, najwyżej 20: nazwy, pod którymi ludzie jej szukają.',
    empty: 'Wpisz tu coś.',
    too_long: 'Najwyżej {max} znaków.',
    control_character: 'Tekst zawiera znak sterujący. Wpisz go ponownie albo wklej jako zwykły tekst.',
    invisible_character: 'Tekst zawiera niewidoczny znak. Wpisz go ponownie albo wklej jako zwykły tekst.',
    too_many: 'Najwyżej 20 nazw.',
    no_country: 'To nie jest kraj z ISO 3166-1.',
  },
})

const nameMax = 100
const categoryMax = 60
const aliasesMax = 20

type Read = { readonly ok: true; readonly value: BrandText } | { readonly ok: false; readonly fault: Fault }

/** What a form says of a brand, or what is wrong with it, by the first field that is. */
export function readBrandText(language: Language, typed: Form): Read {
  const say = words(language)
  const wrong = (at: string, flaw: Flaw, max: number): Read => ({
    ok: false,
    fault: { at, text: say(flaw, { max }), typed },
  })
  const name = tidy(typed.text('name'))
  const nameFlaw = flawOf(name, nameMax)
  if (nameFlaw !== null) return wrong('name', nameFlaw, nameMax)
  const aliases = typed
    .text('aliases')
    .split(/\r?\n/)
    .map(tidy)
    .filter((alias) => alias !== '')
  if (aliases.length > aliasesMax)
    return { ok: false, fault: { at: 'aliases', text: say('too_many'), typed } }
  const aliasFlaw = aliases.map((alias) => flawOf(alias, nameMax)).find((flaw) => flaw !== null)
  if (aliasFlaw !== undefined) return wrong('aliases', aliasFlaw, nameMax)
  const category = tidy(typed.text('category'))
  const categoryFlaw = category === '' ? null : flawOf(category, categoryMax)
  if (categoryFlaw !== null) return wrong('category', categoryFlaw, categoryMax)
  const country = typed.text('country').toUpperCase()
  if (country !== '' && !countries.has(country)) {
    return { ok: false, fault: { at: 'country', text: say('no_country'), typed } }
  }
  return {
    ok: true,
    value: {
      name,
      aliases,
      category: category === '' ? null : category,
      country: country === '' ? null : country,
      languages: typed.all('languages').flatMap((tag) => readLanguageTag(tag) ?? []),
    },
  }
}

type Props = { readonly brand?: BrandText; readonly fault: Fault | null }

export function NameField({ brand, fault }: Props) {
  const say = useTexts(words)
  return (
    <Field
      name="name"
      label={say('name')}
      hint={say('nameHint')}
      value={brand?.name ?? ''}
      fault={fault}
      required
      maxlength={nameMax}
      autocomplete="organization"
    />
  )
}

/** What may be left out. */
export function FurtherFields({ brand, fault }: Props) {
  const say = useTexts(words)
  const { language } = usePage()
  const chosen = fault === null ? (brand?.country ?? '') : fault.typed.text('country').toUpperCase()
  const isWrong = fault?.at === 'country'
  return (
    <>
      <Field
        name="category"
        label={say('category')}
        hint={say('categoryHint')}
        value={brand?.category ?? ''}
        fault={fault}
        maxlength={categoryMax}
      />
      <div class="field">
        <label for="country">{say('country')}</label>
        <select
          id="country"
          name="country"
          aria-invalid={isWrong ? 'true' : undefined}
          aria-describedby={isWrong ? 'country-fault' : undefined}
        >
          <option value="">{say('nowhere')}</option>
          {countriesIn(language).map(({ code, name }) => (
            <option value={code} selected={code === chosen}>
              {name}
            </option>
          ))}
        </select>
        {isWrong ? (
          <p class="error" id="country-fault">
            {fault.text}
          </p>
        ) : null}
      </div>
      <Languages spoken={fault === null ? (brand?.languages ?? []) : fault.typed.all('languages')} />
      <Field
        name="aliases"
        label={say('aliases')}
        hint={say('aliasesHint')}
        value={brand?.aliases.join('\n') ?? ''}
        fault={fault}
        rows={3}
      />
    </>
  )
}

/** Folded away: most brands speak by their accounts' languages. */
function Languages({ spoken }: { readonly spoken: readonly string[] }) {
  const say = useTexts(words)
  const { language } = usePage()
  const further = spoken.reduce(
    (known, tag) => languagesIn(language, tag).concat(known),
    languagesIn(language),
  )
  const choices = [...new Map(further.map((one) => [one.code, one])).values()]
  return (
    <details class="field" open={spoken.length > 0}>
      <summary>{say('languages')}</summary>
      <fieldset>
        <legend class="fine">{say('languagesHint')}</legend>
        <ul class="ticks">
          {choices.map(({ code, name }) => (
            <li>
              <label class="choice" for={`languages-${code}`}>
                <input
                  type="checkbox"
                  id={`languages-${code}`}
                  name="languages"
                  value={code}
                  checked={spoken.includes(code)}
                />
                <span>{name}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </details>
  )
}
