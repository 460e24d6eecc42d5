import type { Answer } from '#registry/answer.ts'
import { Layout } from '#web/layout.tsx'
import { markOf } from '#web/marks.ts'
import { Candidates, ClaimedBy } from '#web/parts/answer-lists.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { LookupBox } from '#web/parts/lookup-box.tsx'
import { DisputedTag, Seal } from '#web/parts/mark.tsx'
import { Proofs } from '#web/parts/proofs.tsx'
import { Moment, Say, Term } from '#web/parts/text.tsx'
import { WrongLine } from '#web/parts/wrong-line.tsx'
import { harmless, plain } from '#i18n/sentence.ts'
import { absenceSentence, answerSentence, disputedNote, unregisteredNotes } from '#web/sentences.ts'
import { platformName } from '#web/words.ts'

type Props = { readonly answer: Answer }

/** One answer: a sentence, a mark, who vouches, and what that rests on. */
export function AnswerPage({ answer }: Props) {
  const { query, verdict, brand, account } = answer
  const sentence = answerSentence(answer)
  const isFrozen = query.kind === 'domain' && answer.frozenAt !== null
  const mark = markOf(isFrozen ? 'suspended' : verdict, account?.relation ?? null)
  return (
    <Layout
      title={`${subject(answer)}: ${mark.word} · Veramarca`}
      description={plain(sentence)}
      indexed={false}
    >
      <LookupBox value={query.input} />
      <article class={`deed tone-${mark.tone}`}>
        <Seal mark={mark} />
        <div class="statement">
          <p class="asked">
            <Term>{subject(answer)}</Term> <DisputedTag disputed={answer.disputed} />
          </p>
          <h1>
            <Say sentence={sentence} />
          </h1>
          {answer.disputed ? (
            <p>
              <Say sentence={disputedNote} />
            </p>
          ) : null}
          {verdict === 'unregistered' ? (
            <p>
              <Say sentence={unregisteredNotes[query.kind]} />
            </p>
          ) : null}
        </div>
        <Facts answer={answer} />
        <RestsOn answer={answer} />
        {brand === null || answer.absentFrom.length === 0 ? null : (
          <p>
            <Say sentence={absenceSentence(brand.slug, answer.absentFrom)} />
          </p>
        )}
        <ClaimedBy brands={answer.claimedBy} beside={brand !== null} />
        <Candidates candidates={answer.candidates} />
        <p class="fine close">
          {answer.logIndex === null ? null : <>Public log, entry {answer.logIndex}. </>}
          As of <Moment at={answer.asOf} />.
        </p>
      </article>
      <WrongLine />
    </Layout>
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

/** What was asked about, in its canonical form. */
function subject({ query }: Answer): string {
  switch (query.kind) {
    case 'account':
      return `${query.handle} on ${platformName(query.platform)}`
    case 'domain':
      return query.domain
    case 'name':
      return `“${harmless(query.input).trim()}”`
  }
}
