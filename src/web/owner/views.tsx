import type { TallyKind } from '#base/tally.ts'
import { texts } from '#i18n/texts.ts'
import type { DailyTally } from '#tallies/daily.ts'
import { useTexts } from '#web/page.ts'

const words = texts({
  en: {
    title: 'How often it was asked for',
    lede: 'In the last {days} days. Only counts are kept, never who asked; what browsers and caches kept for up to a minute is not counted.',
    lookup: '{count, plural, =0 {No look-ups} one {# look-up} other {# look-ups}}',
    badge: '{count, plural, =0 {No badge shown} one {# badge shown} other {# badges shown}}',
    table: 'As a table',
    day: 'Day',
    lookups: 'Look-ups',
    badges: 'Badges',
    date: '{at, date, day}',
  },
  es: {
    title: 'Cuánto se ha consultado',
    lede: 'En los últimos {days} días. Solo se guardan números, nunca quién preguntó; no cuenta lo que navegadores y cachés guardan hasta un minuto.',
    lookup: '{count, plural, =0 {Ninguna consulta} one {# consulta} other {# consultas}}',
    badge:
      '{count, plural, =0 {Ningún distintivo mostrado} one {# distintivo mostrado} other {# distintivos mostrados}}',
    table: 'En una tabla',
    day: 'Día',
    lookups: 'Consultas',
    badges: 'Distintivos',
    date: '{at, date, day}',
  },
  pl: {
    title: 'Jak często o nią pytano',
    lede: 'W ostatnich {days} dniach. Przechowujemy tylko liczby, nigdy kto pytał; nie liczy się to, co przeglądarki i pamięci podręczne trzymają do minuty.',
    lookup:
      '{count, plural, =0 {Brak zapytań} one {# zapytanie} few {# zapytania} many {# zapytań} other {# zapytania}}',
    badge:
      '{count, plural, =0 {Nie pokazano odznaki} one {# pokazana odznaka} few {# pokazane odznaki} many {# pokazanych odznak} other {# pokazanych odznak}}',
    table: 'Jako tabela',
    day: 'Dzień',
    lookups: 'Zapytania',
    badges: 'Odznaki',
    date: '{at, date, day}',
  },
})

const kinds = ['lookup', 'badge'] as const satisfies readonly TallyKind[]
const barWidth = 8
const plotHeight = 60

/** Two small plots and, for whoever cannot see them, what they are drawn from. */
export function Views({ tallies }: { readonly tallies: readonly DailyTally[] }) {
  const say = useTexts(words)
  return (
    <section aria-labelledby="views">
      <h2 id="views">{say('title')}</h2>
      <p class="fine">{say('lede', { days: tallies.length })}</p>
      <div class="views">
        {kinds.map((kind) => (
          <figure>
            <Plot counts={tallies.map((tally) => tally[kind])} />
            <figcaption>{say(kind, { count: total(tallies, kind) })}</figcaption>
          </figure>
        ))}
      </div>
      <details>
        <summary>{say('table')}</summary>
        <div class="scroll">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{say('day')}</th>
                <th scope="col">{say('lookups')}</th>
                <th scope="col">{say('badges')}</th>
              </tr>
            </thead>
            <tbody>
              {tallies.toReversed().map(({ at, lookup, badge }) => (
                <tr>
                  <th scope="row">{say('date', { at })}</th>
                  <td>{lookup}</td>
                  <td>{badge}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}

function Plot({ counts }: { readonly counts: readonly number[] }) {
  const most = Math.max(1, ...counts)
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${counts.length * barWidth} ${plotHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {counts.map((count, index) => {
        // A day with few is told from a day with none.
        const height = count === 0 ? 0 : Math.max(2, Math.round((count / most) * plotHeight))
        return <rect x={index * barWidth + 1} y={plotHeight - height} width={barWidth - 2} height={height} />
      })}
    </svg>
  )
}

function total(tallies: readonly DailyTally[], kind: TallyKind): number {
  return tallies.reduce((sum, tally) => sum + tally[kind], 0)
}
