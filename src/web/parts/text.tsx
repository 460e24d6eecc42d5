import { rfc3339 } from '#base/clock.ts'
import type { BrandMark } from '#registry/answer.ts'
import { harmless, type Part, type Sentence } from '#i18n/sentence.ts'
import { dayOf, momentOf } from '#web/words.ts'

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
  if ('strong' in part) return <strong>{part.strong.map(said)}</strong>
  return <a href={part.link}>{part.parts.map(said)}</a>
}

export function Day({ at }: { readonly at: number }) {
  return <time datetime={rfc3339(at)}>{dayOf(at)}</time>
}

export function Moment({ at }: { readonly at: number }) {
  return <time datetime={rfc3339(at)}>{momentOf(at)}</time>
}

/** A name, never without whose word it is. */
export function Name({ brand }: { readonly brand: Pick<BrandMark, 'name' | 'nameState'> }) {
  return (
    <span class="name">
      <Term>{brand.name}</Term>{' '}
      <small class="tag">{brand.nameState === 'reviewed' ? 'name reviewed' : 'self-given name'}</small>
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
