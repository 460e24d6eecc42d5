import { texts } from '#i18n/texts.ts'
import type { EventPage } from '#registry/history.ts'
import { Layout } from '#web/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'
import { historyPath, Trail } from '#web/parts/trail.tsx'

export const historyWords = texts({
  en: {
    of: 'History of {slug}',
    all: 'What changed in the registry',
    lede: 'Every decision that changed what the public is told, newest first, with its place in the log.',
    none: 'Nothing has happened yet.',
    older: 'Older',
    feed: 'Follow it as an Atom feed',
    back: 'Back to {slug}',
  },
  es: {
    of: 'Historial de {slug}',
    all: 'Qué ha cambiado en el registro',
    lede: 'Cada decisión que cambió lo que se dice en público, las últimas primero, con su lugar en el diario.',
    none: 'Aún no ha pasado nada.',
    older: 'Anteriores',
    feed: 'Síguelo como fuente Atom',
    back: 'Volver a {slug}',
  },
  pl: {
    of: 'Historia {slug}',
    all: 'Co zmieniło się w rejestrze',
    lede: 'Każda decyzja, która zmieniła to, co mówi się publicznie, od najnowszej, z miejscem w dzienniku.',
    none: 'Nic się jeszcze nie wydarzyło.',
    older: 'Starsze',
    feed: 'Obserwuj jako kanał Atom',
    back: 'Wróć do {slug}',
  },
})

type Props = {
  /** Null: of all brands. */
  readonly slug: string | null
  readonly page: EventPage
  readonly publicUrl: string
}

/** What was decided, newest first: of one brand, or of all. */
export function HistoryPage({ slug, page, publicUrl }: Props) {
  const say = useTexts(historyWords)
  const title = slug === null ? say('all') : say('of', { slug })
  const home = historyPath(slug)
  return (
    <Layout
      title={`${title} · Veramarca`}
      description={say('lede')}
      canonical={`${publicUrl}${home}`}
      head={<link rel="alternate" type="application/atom+xml" title={title} href={feedPath(slug)} />}
    >
      <h1>{slug === null ? say('all') : <Say sentence={say.parts('of', { slug })} />}</h1>
      <p class="lede">{say('lede')}</p>
      {page.items.length === 0 ? (
        <p class="empty">{say('none')}</p>
      ) : (
        <Trail events={page.items} named={slug === null} />
      )}
      <nav class="paging" aria-label={title}>
        {slug === null ? null : (
          <a href={`/b/${encodeURIComponent(slug)}`}>
            <Say sentence={say.parts('back', { slug })} />
          </a>
        )}
        <a href={feedPath(slug)}>{say('feed')}</a>
        {page.next === null ? null : (
          <a rel="next" href={`${home}?before=${page.next}`}>
            {say('older')}
          </a>
        )}
      </nav>
    </Layout>
  )
}

export function feedPath(slug: string | null): string {
  return slug === null ? '/feed.atom' : `/b/${encodeURIComponent(slug)}/feed.atom`
}
