import type { Sentence } from '#i18n/sentence.ts'
import { Layout } from '#web/layout.tsx'
import { Say } from './text.tsx'

export type Chapter = { readonly title: string; readonly points: readonly Sentence[] }

type Props = {
  readonly title: string
  readonly lede: string
  readonly canonical: string
  readonly chapters: readonly Chapter[]
}

/** A page of plain text under headings. */
export function ProsePage({ title, lede, canonical, chapters }: Props) {
  return (
    <Layout title={`${title} · Veramarca`} description={lede} canonical={canonical}>
      <article class="prose">
        <h1>{title}</h1>
        <p class="lede">{lede}</p>
        {chapters.map((chapter) => (
          <section>
            <h2>{chapter.title}</h2>
            <ul class="points">
              {chapter.points.map((point) => (
                <li>
                  <Say sentence={point} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </article>
    </Layout>
  )
}
