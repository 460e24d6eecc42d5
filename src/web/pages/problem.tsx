import { harmless } from '#i18n/sentence.ts'
import { texts } from '#i18n/texts.ts'
import { Layout, render } from '#web/layout.tsx'
import type { PageState } from '#web/page.ts'
import { LookupBox } from '#web/parts/lookup-box.tsx'

const words = texts({
  en: {
    notFound: 'Not found',
    nothing: 'Nothing is at this address. You can look up what you came for here.',
    noBrand: 'No brand has proved this domain here. You can look up what you came for.',
    noBadge: 'No brand has proved this domain here, so there is no badge of it.',
    tooLarge: 'That is too large',
    tooLargeDetail: 'A form may hold {kilobytes} KB here. Send a part of it.',
    fault: 'Something went wrong on our side',
    faultDetail: 'Nothing was changed, or all of it was. Try again, and tell us {requestId} if it goes on.',
  },
  es: {
    notFound: 'No se ha encontrado',
    nothing: 'No hay nada en esta dirección. Aquí puedes buscar lo que querías.',
    noBrand: 'Ninguna marca ha acreditado este dominio aquí. Puedes buscar lo que querías.',
    noBadge: 'Ninguna marca ha acreditado este dominio aquí, así que no tiene distintivo.',
    tooLarge: 'Es demasiado grande',
    tooLargeDetail: 'Aquí un formulario puede llevar {kilobytes} KB. Envía solo una parte.',
    fault: 'Algo ha fallado por nuestra parte',
    faultDetail:
      'No se ha cambiado nada, o se ha cambiado todo. Prueba otra vez y, si sigue pasando, dinos {requestId}.',
  },
  pl: {
    notFound: 'Nie znaleziono',
    nothing: 'Pod tym adresem nic nie ma. Tutaj możesz wyszukać to, czego szukasz.',
    noBrand: 'Żadna marka nie potwierdziła tu tej domeny. Możesz wyszukać to, czego szukasz.',
    noBadge: 'Żadna marka nie potwierdziła tu tej domeny, więc nie ma ona odznaki.',
    tooLarge: 'To za dużo',
    tooLargeDetail: 'Formularz może tu mieć {kilobytes} KB. Wyślij tylko część.',
    fault: 'Coś poszło nie tak po naszej stronie',
    faultDetail:
      'Nic nie zostało zmienione albo zmieniono wszystko. Spróbuj ponownie, a jeśli to się powtórzy, podaj nam {requestId}.',
  },
})

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

/** `noBrand` and `noBadge` of a domain that nobody has proved; else nothing at all is there. */
export function notFoundPage(state: PageState, what: 'nothing' | 'noBrand' | 'noBadge' = 'nothing'): string {
  const say = words(state.language)
  return problemPage({ status: 404, title: say('notFound'), detail: say(what) }, state)
}

/** For a form whose body is more than may be sent. */
export function formTooLargePage(bytesMax: number, state: PageState): string {
  const say = words(state.language)
  const detail = say('tooLargeDetail', { kilobytes: bytesMax / 1_024 })
  return problemPage({ status: 413, title: say('tooLarge'), detail }, state)
}

/** Our fault, not the visitor's. */
export function faultPage(requestId: string, state: PageState): string {
  const say = words(state.language)
  const detail = say('faultDetail', { requestId })
  return problemPage({ status: 500, title: say('fault'), detail }, state)
}
