import { Layout, render } from '#web/layout.tsx'
import type { PageState } from '#web/page.ts'
import { LookupBox } from '#web/parts/lookup-box.tsx'
import { harmless } from '#i18n/sentence.ts'

export type PageProblem = {
  readonly status: number
  readonly title: string
  readonly detail: string
  /** What the visitor had typed, so that it can be mended. */
  readonly query?: string
}

export function ProblemPage({ status, title, detail, query = '' }: PageProblem) {
  return (
    <Layout title={`${title} · Veramarca`} description={detail} indexed={false}>
      <section class="problem">
        {status === 422 ? null : <p class="asked">{status}</p>}
        <h1>{harmless(title)}</h1>
        <p class="lede">{harmless(detail)}</p>
        <LookupBox value={query} />
      </section>
    </Layout>
  )
}

/** The whole page for anything that could not be answered. */
export function problemPage(problem: PageProblem, state: PageState): string {
  return render(<ProblemPage {...problem} />, state)
}

export function notFoundPage(
  state: PageState,
  detail = 'Nothing is at this address. You can look up what you came for here.',
): string {
  return problemPage({ status: 404, title: 'Not found', detail }, state)
}
