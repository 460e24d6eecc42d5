import { raw } from 'hono/html'
import { texts } from '#i18n/texts.ts'
import { Layout } from '#web/layout.tsx'
import { useTexts } from '#web/page.ts'

const words = texts({
  en: {
    title: 'Guides for developers',
    lede: 'Each command here is run by our tests, as it stands.',
    reference: 'The API reference',
    all: 'All guides',
    english: 'The guides are in English.',
  },
  es: {
    title: 'Guías para desarrolladores',
    lede: 'Nuestras pruebas ejecutan cada orden de estas páginas tal como está.',
    reference: 'La referencia de la API',
    all: 'Todas las guías',
    english: 'Las guías están en inglés.',
  },
  pl: {
    title: 'Przewodniki dla programistów',
    lede: 'Nasze testy uruchamiają każde polecenie z tych stron dokładnie tak, jak jest zapisane.',
    reference: 'Dokumentacja API',
    all: 'Wszystkie przewodniki',
    english: 'Przewodniki są po angielsku.',
  },
})

export type GuideText = { readonly slug: string; readonly title: string; readonly html: string }

export function GuidesPage({ guides }: { readonly guides: readonly GuideText[] }) {
  const say = useTexts(words)
  return (
    <Layout title={`${say('title')} · Veramarca`} description={say('lede')}>
      <h1>{say('title')}</h1>
      <p class="lede">
        {say('lede')} {say('english')}
      </p>
      <ul class="rows" lang="en">
        {guides.map(({ slug, title }) => (
          <li>
            <a href={`/docs/guides/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href="/docs">{say('reference')}</a>
      </p>
    </Layout>
  )
}

export function GuidePage({ guide }: { readonly guide: GuideText }) {
  const say = useTexts(words)
  return (
    <Layout title={`${guide.title} · Veramarca`} description={guide.title}>
      <p>
        <a href="/docs/guides">{say('all')}</a>
      </p>
      <article class="guide" lang="en">
        <h1>{guide.title}</h1>
        {raw(guide.html)}
      </article>
    </Layout>
  )
}
