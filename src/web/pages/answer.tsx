import { plain } from '#i18n/sentence.ts'
import { texts } from '#i18n/texts.ts'
import type { Answer } from '#registry/answer.ts'
import type { Event } from '#registry/history.ts'
import { Layout } from '#web/layout.tsx'
import { markOf } from '#web/marks.ts'
import { usePage, useTexts } from '#web/page.ts'
import { Candidates, ClaimedBy } from '#web/parts/answer-lists.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { Lookalikes } from '#web/parts/lookalikes.tsx'
import { LookupBox } from '#web/parts/lookup-box.tsx'
import { DisputedTag, Seal } from '#web/parts/mark.tsx'
import { Proofs } from '#web/parts/proofs.tsx'
import { historyPath, Trail } from '#web/parts/trail.tsx'
import { Say, Term } from '#web/parts/text.tsx'
import { WrongLine } from '#web/parts/wrong-line.tsx'
import { absenceSentence, answerSentence, disputedNote, unregisteredNote } from '#web/sentences.ts'
import { subjectOf } from '#web/subject.ts'
import { momentIn } from '#web/words.ts'

const words = texts({
  en: {
    logged: 'Public log, entry {index}. ',
    asOf: '{logged}As of {moment}.',
    history: 'What happened',
    whole: 'The whole history of {slug}',
  },
  es: {
    logged: 'Registro público, entrada {index}. ',
    asOf: '{logged}A fecha de {moment}.',
    history: 'Qué ha pasado',
    whole: 'Todo el historial de {slug}',
  },
  pl: {
    logged: 'Dziennik publiczny, wpis {index}. ',
    asOf: '{logged}Stan na {moment}.',
    history: 'Co się działo',
    whole: 'Cała historia {slug}',
  },
})

type Props = {
  readonly answer: Answer
  /** What was decided about it, newest first. */
  readonly history?: readonly Event[]
}

/** One answer: a sentence, a mark, who vouches, and what that rests on. */
export function AnswerPage({ answer, history = [] }: Props) {
  const { language } = usePage()
  const { parts } = useTexts(words)
  const { query, verdict, brand, account } = answer
  const sentence = answerSentence(answer, language)
  const isFrozen = query.kind === 'domain' && answer.frozenAt !== null
  const mark = markOf(isFrozen ? 'suspended' : verdict, account?.relation ?? null, language)
  const subject = subjectOf(query, language)
  const logged = answer.logIndex === null ? [] : parts('logged', { index: [String(answer.logIndex)] })
  return (
    <Layout title={`${subject}: ${mark.word} · Veramarca`} description={plain(sentence)} indexed={false}>
      <LookupBox value={query.input} />
      <article class={`deed tone-${mark.tone}`}>
        <Seal mark={mark} />
        <div class="statement">
          <p class="asked">
            <Term>{subject}</Term> <DisputedTag disputed={answer.disputed} />
          </p>
          <h1>
            <Say sentence={sentence} />
          </h1>
          {answer.disputed ? (
            <p>
              <Say sentence={disputedNote(language)} />
            </p>
          ) : null}
          {verdict === 'unregistered' ? (
            <p>
              <Say sentence={unregisteredNote(query.kind, language)} />
            </p>
          ) : null}
        </div>
        <Facts answer={answer} />
        <RestsOn answer={answer} />
        {brand === null || answer.absentFrom.length === 0 ? null : (
          <p>
            <Say sentence={absenceSentence(brand.slug, answer.absentFrom, language)} />
          </p>
        )}
        <ClaimedBy brands={answer.claimedBy} beside={brand !== null} />
        <Candidates candidates={answer.candidates} />
        <Lookalikes answer={answer} />
        {brand === null || history.length === 0 ? null : <History slug={brand.slug} events={history} />}
        <p class="fine close">
          <Say sentence={parts('asOf', { logged, moment: momentIn(answer.asOf, language) })} />
        </p>
      </article>
      <WrongLine about={query.input} />
    </Layout>
  )
}

function History({ slug, events }: { readonly slug: string; readonly events: readonly Event[] }) {
  const say = useTexts(words)
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say('history')}</h2>
      <Trail events={events} />
      <p>
        <a href={historyPath(slug)}>
          <Say sentence={say.parts('whole', { slug })} />
        </a>
      </p>
    </section>
  )
}

/** Of several who only say so nobody's proof stands for the answer. */
function RestsOn({ answer: { query, verdict, brand, account, claimedBy, matchedDomain, proofs } }: Props) {
  if (query.kind === 'domain') {
    return matchedDomain === null ? null : <Proofs proofs={proofs} domain={matchedDomain} about="domain" />
  }
  const [only, ...more] = claimedBy
  const who = brand ?? (more.length === 0 ? only : undefined)
  if (who === undefined || account === null) return null
  const isDeclared = verdict === 'declared'
  return <Proofs proofs={account.proofs} domain={who.slug} about={isDeclared ? 'declared' : 'account'} />
}
