import type { Answer } from '#registry/answer.ts'
import { Layout } from '#web/layout.tsx'
import { words } from '#web/lookup-words.ts'
import { markOf, type Mark } from '#web/marks.ts'
import { usePage, useTexts } from '#web/page.ts'
import { LookupBox } from '#web/parts/lookup-box.tsx'
import { DisputedTag, MarkTag } from '#web/parts/mark.tsx'
import { Say, Term } from '#web/parts/text.tsx'
import { answerSentence } from '#web/sentences.ts'
import { subjectOf } from '#web/subject.ts'

type Row = { readonly asked: string } & ({ readonly answer: Answer } | { readonly problem: string })

type Props = { readonly text: string; readonly rows: readonly Row[]; readonly total: number }

/** The answers to all that a pasted text asks about, a line each. */
export function AnswersPage({ text, rows, total }: Props) {
  const say = useTexts(words)
  const { language } = usePage()
  const marks = rows.map((row) =>
    'answer' in row
      ? answerMark(row.answer, language)
      : ({ icon: 'empty', word: say('noMark'), tone: 'quiet' } as const satisfies Mark),
  )
  const counted = Map.groupBy(marks, ({ word }) => word)
  const title = say('title', { count: rows.length })
  return (
    <Layout title={`${title} · Veramarca`} description={say('lede')} indexed={false}>
      <LookupBox value={text} />
      <article class="deed many">
        <h1>{title}</h1>
        <p class="marks">
          {[...counted.values()].map((same) =>
            same.slice(0, 1).map((mark) => (
              <span class="tally">
                <strong>{same.length}</strong> <MarkTag mark={mark} />
              </span>
            )),
          )}
        </p>
        <p class="fine">{say('lede')}</p>
        {total > rows.length ? <p class="note warn">{say('cut', { shown: rows.length, total })}</p> : null}
        <ol class="rows answers">
          {rows.map((row, index) => {
            const mark = marks[index]
            return (
              <li>
                <span>
                  <a class="domain" href={`/?q=${encodeURIComponent(row.asked)}`}>
                    <Term>{'answer' in row ? subjectOf(row.answer.query, language) : row.asked}</Term>
                  </a>
                  <br />
                  {'answer' in row ? <Say sentence={answerSentence(row.answer, language)} /> : row.problem}
                </span>
                <span class="marks">
                  <DisputedTag disputed={'answer' in row && row.answer.disputed} />
                  {mark === undefined ? null : <MarkTag mark={mark} />}
                </span>
              </li>
            )
          })}
        </ol>
      </article>
    </Layout>
  )
}

function answerMark(answer: Answer, language: Parameters<typeof markOf>[2]): Mark {
  const isFrozen = answer.query.kind === 'domain' && answer.frozenAt !== null
  return markOf(isFrozen ? 'suspended' : answer.verdict, answer.account?.relation ?? null, language)
}
