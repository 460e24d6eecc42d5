import type { Attempt } from '#brands/attempt.ts'
import type { PerspectiveFinding } from '#base/evidence.ts'
import { usePage, useTexts } from '#web/page.ts'
import { Term } from '#web/parts/text.tsx'
import { domainWords } from './domain-words.ts'
import { foundIn } from './found.ts'
import { At } from './live.tsx'
import { methodName } from '#web/words.ts'

const shownMax = 20

/** Each look with who saw what: what an owner shows to somebody who doubts. */
export function Evidence({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const { language } = usePage()
  const say = useTexts(domainWords)
  return (
    <section class="evidence" aria-labelledby="evidence">
      <h2 id="evidence">{say('evidence')}</h2>
      {attempts.length === 0 ? (
        <p class="fine">{say('noEvidence')}</p>
      ) : (
        <p class="fine">{say('evidenceLede')}</p>
      )}
      {attempts.slice(0, shownMax).map((attempt) => {
        return (
          <details>
            <summary>
              <At at={attempt.at} /> · <Term>{methodName(attempt.method, language)}</Term> ·{' '}
              <strong>{say(attempt.outcome)}</strong>
            </summary>
            <p lang={language === 'en' ? 'en' : undefined}>
              <Term>{foundIn(language, attempt)}</Term>
            </p>
            {attempt.perspectives.length === 0 ? null : (
              <div class="scroll" tabindex={0} role="group" aria-label={say('perspective')}>
                <table class="table">
                  <thead>
                    <tr>
                      <th scope="col">{say('perspective')}</th>
                      <th scope="col">{say('network')}</th>
                      <th scope="col">{say('outcome')}</th>
                      <th scope="col">{say('asked')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {attempt.perspectives.map((seen) => (
                      <Seen seen={seen} />
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </details>
        )
      })}
    </section>
  )
}

function Seen({
  seen: { perspective, network, outcome, reason, evidence },
}: {
  readonly seen: PerspectiveFinding
}) {
  const say = useTexts(domainWords)
  const asked = [
    ...(evidence?.questions.map(({ name, type, answer }) => `${type} ${name}: ${answer}`) ?? []),
    ...(evidence?.pages.map(({ url, answer }) => `GET ${url}: ${answer}`) ?? []),
  ]
  return (
    <tr>
      <th scope="row">
        <Term>{perspective}</Term>
      </th>
      <td>
        <Term>{network}</Term>
      </td>
      <td>
        {say(outcome)}{' '}
        {reason === null ? null : (
          <code>
            <Term>{reason}</Term>
          </code>
        )}
      </td>
      <td>
        <ul>
          {asked.map((line) => (
            <li>
              <code>
                <Term>{line}</Term>
              </code>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
