import { isPlatformKey, platforms } from '#accounts/platforms/index.ts'
import { readLanguageTag } from '#base/language-tag.ts'
import type { Corroboration } from '#base/evidence.ts'
import type { Language } from '#i18n/languages.ts'
import { harmless, type Sentence } from '#i18n/sentence.ts'
import { texts } from '#i18n/texts.ts'
import type { AccountMark, PublicBrand } from '#registry/answer.ts'

export type Relation = NonNullable<AccountMark['relation']>

/** What an account is for, in the order in which a brand page lists them. */
export const relationOrder = [
  'official',
  'support',
  'regional',
  'product',
  'person',
  'parked',
  'employee',
  'partner',
  'reseller',
  'fan',
] as const satisfies readonly Relation[]

const words = texts({
  en: {
    official: 'Official',
    support: 'Support',
    regional: 'Regional',
    product: 'Product',
    person: 'Person who speaks for it',
    parked: 'Held in reserve, not used',
    employee: 'Somebody who works there',
    partner: 'Partner',
    reseller: 'Reseller',
    fan: 'Fans',
    saidToBe: 'Said to be: {purpose}',
    'dns-txt': 'TXT record in its DNS',
    'dns-cname': 'CNAME record in its DNS',
    'http-file': 'File on its website',
    'html-meta': 'Tag on its home page',
    post: 'Post with our code',
    'handle-is-domain': 'Its handle is the domain',
    'profile-link': 'Its profile links to the domain',
    seenByOne:
      ' by {agreeing} of {perspectives} {isDns, select, yes {resolvers} other {looks}}, from 1 network',
    seenByMany: ' by {agreeing} of {perspectives} places, in {networks} networks',
    day: '{at, date, day}',
    moment: '{at, date, moment} UTC',
  },
  es: {
    official: 'Oficial',
    support: 'Atención al cliente',
    regional: 'Regional',
    product: 'De un producto',
    person: 'Persona que habla en su nombre',
    parked: 'Reservada, sin uso',
    employee: 'Alguien que trabaja ahí',
    partner: 'Socio',
    reseller: 'Distribuidor',
    fan: 'Fans',
    saidToBe: 'Según el dominio: {purpose}',
    'dns-txt': 'Registro TXT en su DNS',
    'dns-cname': 'Registro CNAME en su DNS',
    'http-file': 'Archivo en su sitio web',
    'html-meta': 'Etiqueta en su página de inicio',
    post: 'Publicación con nuestro código',
    'handle-is-domain': 'Su nombre de usuario es el dominio',
    'profile-link': 'Su perfil enlaza con el dominio',
    seenByOne:
      ' {isDns, select, yes {por {agreeing} de {perspectives} servidores DNS} other {en {agreeing} de {perspectives} consultas}}, desde 1 red',
    seenByMany: ' desde {agreeing} de {perspectives} lugares, en {networks} redes',
    day: '{at, date, day}',
    moment: '{at, date, moment} UTC',
  },
  pl: {
    official: 'Oficjalne',
    support: 'Obsługa klienta',
    regional: 'Regionalne',
    product: 'Konto produktu',
    person: 'Osoba, która mówi w jej imieniu',
    parked: 'Trzymane w rezerwie, nieużywane',
    employee: 'Osoba, która tam pracuje',
    partner: 'Partner',
    reseller: 'Sprzedawca',
    fan: 'Fani',
    saidToBe: 'Według domeny: {purpose}',
    'dns-txt': 'Rekord TXT w jej DNS',
    'dns-cname': 'Rekord CNAME w jej DNS',
    'http-file': 'Plik na jej stronie',
    'html-meta': 'Znacznik na jej stronie głównej',
    post: 'Wpis z naszym kodem',
    'handle-is-domain': 'Nazwa konta jest domeną',
    'profile-link': 'Profil prowadzi do domeny',
    seenByOne:
      ' {isDns, select, yes {przez {agreeing} z {perspectives} serwerów DNS} other {w {agreeing} z {perspectives} sprawdzeń}}, z 1 sieci',
    seenByMany: ' z {agreeing} na {perspectives} miejsc, w {networks} sieciach',
    day: '{at, date, day}',
    moment: '{at, date, moment} UTC',
  },
})

/** What an account is for, as it may be said while the account has confirmed it or not. */
export function purposeOf(relation: Relation, isConfirmed: boolean, language: Language): string {
  const say = words(language)
  const purpose = say(relation)
  return isConfirmed ? purpose : say('saidToBe', { purpose })
}

/** Accounts of somebody else that a brand knows of: these must never look like the brand's own. */
export function isOthers(relation: Relation | null): boolean {
  return relation === 'employee' || relation === 'partner' || relation === 'reseller' || relation === 'fan'
}

const methods = [
  'dns-txt',
  'dns-cname',
  'http-file',
  'html-meta',
  'post',
  'handle-is-domain',
  'profile-link',
] as const

/** For a method of a newer registry than this table, its key. */
export function methodName(method: string, language: Language): string {
  const known = methods.find((each) => each === method)
  return known === undefined ? method : words(language)(known)
}

/** " by 3 of 4 resolvers, from 1 network": how widely a proof was seen. Nothing where that was not kept. */
export function seenFrom(seenBy: Corroboration | null, method: string, language: Language): string {
  if (seenBy === null) return ''
  const { agreeing, perspectives, networks } = seenBy
  const isDns = method.startsWith('dns-') ? 'yes' : 'no'
  return networks === 1
    ? words(language)('seenByOne', { agreeing, perspectives, isDns })
    : words(language)('seenByMany', { agreeing, perspectives, networks })
}

export function platformName(key: string): string {
  return isPlatformKey(key) ? platforms[key].name : harmless(key)
}

const regions = new Map<Language, Intl.DisplayNames>()

export function countryName(code: NonNullable<PublicBrand['country']>, language: Language): string {
  // Intl throws for anything that is no region code.
  if (!/^[A-Za-z]{2}$/.test(code)) return code
  const names = regions.get(language) ?? new Intl.DisplayNames([language], { type: 'region' })
  regions.set(language, names)
  return names.of(code.toUpperCase()) ?? code
}

const tongues = new Map<Language, Intl.DisplayNames>()

export function languageName(tag: string, language: Language): string {
  const names = tongues.get(language) ?? new Intl.DisplayNames([language], { type: 'language' })
  tongues.set(language, names)
  return readLanguageTag(tag) === null ? tag : (names.of(tag) ?? tag)
}

/** "Spain", "Spain · Catalan": for whom an account is; nothing of one for nobody in particular. */
export function audienceOf(
  { country, language }: Pick<AccountMark, 'country' | 'language'>,
  shownIn: Language,
): string {
  const said = [
    country === null ? [] : [countryName(country, shownIn)],
    language === null ? [] : [languageName(language, shownIn)],
  ]
  return said.flat().join(' · ')
}

export function dayOf(at: number, language: Language): string {
  return words(language)('day', { at })
}

export function momentOf(at: number, language: Language): string {
  return words(language)('moment', { at })
}

/** A day inside a sentence, which a page marks as the time that it is. */
export function dayIn(at: number, language: Language): Sentence {
  return [{ at, text: dayOf(at, language) }]
}

export function momentIn(at: number, language: Language): Sentence {
  return [{ at, text: momentOf(at, language) }]
}
