import { shownDomain } from '#badges/shown-domain.ts'
import type { Variant } from '#badges/variant.ts'
import { quotes } from '#badges/words.ts'
import type { Language } from '#i18n/languages.ts'
import { plaqueLooks } from './looks.ts'
import { phrases, wordsOf, type PlaqueState } from './words.ts'

/** What is to be shown of a brand, wherever it is found out: on its page, in a frame, by the component. */
export type Plaque = {
  readonly state: PlaqueState
  /** A-label. */
  readonly domain: string
  readonly name?: string
  readonly nameState?: 'self_given' | 'reviewed'
  /** When the domain was last seen to be theirs. */
  readonly checkedAt?: number
}

/** A piece of a page, for whoever makes elements of it. */
export type Part = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Part | string)[]
}

type Place = {
  /** Origin of the registry. */
  readonly registry: string
  /** Out of a frame only a new window leads; what it opens has no hold on it. */
  readonly newWindow?: boolean
}

/** A live badge as a tree: the domain leads, the name is second and quoted while nobody else has said it. */
export function drawPlaque(plaque: Plaque, variant: Variant, { registry, newWindow }: Place): Part {
  const { state, domain, checkedAt } = plaque
  const { language, style, theme } = variant
  const { tone, mark } = plaqueLooks[state]
  const { word, sentence } = wordsOf(language, state)
  const { whatItSays, registry: registryName, checked } = phrases[language]
  const link = { rel: 'noopener', ...(newWindow === true ? { target: '_blank' } : {}) }
  const icon = part('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true', class: 'vm-icon' }, [
    part('path', { d: mark }, []),
  ])
  const name = nameOf(plaque, language, style === 'card')
  const isCard = style === 'card'
  // A mark is as short as can be, but only while all is well.
  const isTerse = style === 'mark' && tone === 'good'
  const isDated = isCard && checkedAt !== undefined && (tone === 'good' || tone === 'caution')
  const lines = [
    part('bdi', { class: 'vm-domain', dir: 'ltr' }, [shownDomain(domain)]),
    ' ',
    part('span', { class: isTerse ? 'vm-word vm-unseen' : 'vm-word' }, [word]),
    ...(name.length === 0 || style === 'mark' ? [] : [' ', part('span', { class: 'vm-name' }, name)]),
  ]
  const about = { ...link, class: 'vm-about', href: `${registry}/what-a-badge-says` }
  return part('div', { class: `vm vm-${style} vm-${theme} vm-${tone}`, lang: language, dir: 'ltr' }, [
    part('a', { ...link, class: 'vm-said', href: `${registry}/b/${encodeURIComponent(domain)}` }, [
      icon,
      part('span', { class: 'vm-lines' }, lines),
    ]),
    ...(isCard ? [part('p', { class: 'vm-sentence' }, [`${opening(sentence)}.`])] : []),
    part('p', { class: 'vm-foot' }, [
      ...(isDated ? [part('span', {}, [checked(dayOf(checkedAt, language))]), ' '] : []),
      ...(isCard ? [part('span', {}, [registryName]), ' '] : []),
      style === 'mark'
        ? part('a', { ...about, 'aria-label': whatItSays }, ['?'])
        : part('a', about, [whatItSays]),
    ]),
  ])
}

function part(tag: string, attributes: Part['attributes'], children: Part['children']): Part {
  return { tag, attributes, children }
}

/** All of a name or none: a part of it could be another's. Its direction is its own, and the quotes are ours. */
function nameOf(
  { state, name = '', nameState }: Plaque,
  language: Language,
  isCard: boolean,
): Part['children'] {
  const plain = name.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '').trim()
  // Heaps of marks would be drawn over the domain and the word.
  if (/\p{M}{4}/u.test(plain)) return []
  if (plain === '' || plain.length > 80 || plaqueLooks[state].withName !== true) return []
  const said = part('bdi', {}, [plain])
  if (nameState === 'reviewed') return [said]
  const [open, close] = quotes[language]
  return [`${isCard ? phrases[language].callsItself : ''}${open}`, said, close]
}

function opening(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function dayOf(at: number, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}
