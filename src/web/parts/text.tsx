import { rfc3339 } from '#base/clock.ts'
import { harmless, type Part, type Sentence } from '#i18n/sentence.ts'
import { texts } from '#i18n/texts.ts'
import type { BrandMark } from '#registry/answer.ts'
import { usePage, useTexts } from '#web/page.ts'
import { dayIn, momentIn } from '#web/words.ts'

const words = texts({
  en: { reviewed: 'name reviewed', selfGiven: 'self-given name' },
  es: { reviewed: 'nombre revisado', selfGiven: 'nombre sin revisar' },
  pl: { reviewed: 'nazwa sprawdzona', selfGiven: 'nazwa własna' },
})

/** What somebody else wrote, kept from turning our own words around. */
export function Term({ children }: { readonly children: string }) {
  return <bdi>{harmless(children)}</bdi>
}

export function Say({ sentence }: { readonly sentence: Sentence }) {
  return <>{sentence.map(said)}</>
}

function said(part: Part) {
  if (typeof part === 'string') return part
  if ('term' in part) return <Term>{part.term}</Term>
  if ('at' in part) return <time datetime={rfc3339(part.at)}>{part.text}</time>
  if ('strong' in part) return <strong>{part.strong.map(said)}</strong>
  return <a href={part.link}>{part.parts.map(said)}</a>
}

export function Day({ at }: { readonly at: number }) {
  return <Say sentence={dayIn(at, usePage().language)} />
}

export function Moment({ at }: { readonly at: number }) {
  return <Say sentence={momentIn(at, usePage().language)} />
}

/** A name, never without whose word it is. */
export function Name({ brand }: { readonly brand: Pick<BrandMark, 'name' | 'nameState'> }) {
  const say = useTexts(words)
  return (
    <span class="name">
      <Term>{brand.name}</Term>{' '}
      <small class="tag">{say(brand.nameState === 'reviewed' ? 'reviewed' : 'selfGiven')}</small>
    </span>
  )
}

/** Who vouches: the domain first, the name second. */
export function Who({ brand }: { readonly brand: BrandMark }) {
  return (
    <>
      <a class="domain" href={`/b/${encodeURIComponent(brand.slug)}`}>
        <Term>{brand.slug}</Term>
      </a>{' '}
      <Name brand={brand} />
    </>
  )
}
