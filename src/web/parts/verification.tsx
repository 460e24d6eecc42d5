import { mainDomainOf, readClaims } from '#badges/verify/read-claims.ts'
import type { Verification } from '#badges/verify/ladder.ts'
import { second } from '#base/clock.ts'
import { MarkTag, Seal } from '#web/parts/mark.tsx'
import { Moment, Name, Say, Term } from '#web/parts/text.tsx'
import { outcomeMarks, stepName, verdictMark, verdictSentence } from '#web/verdicts.ts'
import { codeSentence } from '#web/verify-sentences.ts'
import { platformName } from '#web/words.ts'

type Props = { readonly verification: Verification }

/** What was found: the verdict, what the badge says, and each step on the way. */
export function VerificationResult({ verification }: Props) {
  const mark = verdictMark(verification)
  return (
    <article class={`deed tone-${mark.tone}`} id="result">
      <Seal mark={mark} />
      <div class="statement">
        <h1>
          <Say sentence={verdictSentence(verification)} />
        </h1>
      </div>
      <WhatItSays verification={verification} />
      <section aria-labelledby="steps">
        <h2 id="steps">What was checked</h2>
        <ol class="rows">
          {verification.steps.map(({ step, outcome, code }) => (
            <li>
              <span>
                <strong>{stepName(step)}</strong>
                <br />
                {codeSentence(code)} <code class="fine">{code}</code>
              </span>
              <MarkTag mark={outcomeMarks[outcome]} />
            </li>
          ))}
        </ol>
      </section>
      <p class="fine close">
        <a href="/what-a-badge-says">What a badge says, and what it does not</a>
      </p>
    </article>
  )
}

function WhatItSays({ verification }: Props) {
  const claims = readClaims(verification)
  if (claims === null) return null
  const { credentialSubject: subject, issuer, exp, fullCredential } = claims
  const main = mainDomainOf(claims)
  const isOurs = verification.steps.some(({ code }) => code === 'own_key')
  const others = subject.domains.filter((domain) => domain !== main)
  const accounts = subject.verifiedIdentities.filter(({ type }) => type === 'cawg.social_media')
  return (
    <section aria-labelledby="says">
      <h2 id="says">{verification.valid === false ? 'What it would say' : 'What it says'}</h2>
      <dl class="facts">
        <div>
          <dt>Domain</dt>
          <dd>
            <strong class="domain">
              {isOurs ? (
                <a href={`/b/${encodeURIComponent(main)}`}>
                  <Term>{main}</Term>
                </a>
              ) : (
                <Term>{main}</Term>
              )}
            </strong>
          </dd>
        </div>
        <div>
          <dt>Name</dt>
          <dd>
            {/* What another issuer has reviewed, nobody here has. */}
            <Name brand={isOurs ? subject : { ...subject, nameState: 'self_given' }} />
          </dd>
        </div>
        {others.length === 0 ? null : (
          <div>
            <dt>Further domains</dt>
            <dd>
              <Term>{others.join(', ')}</Term>
            </dd>
          </div>
        )}
        {accounts.length === 0 ? null : (
          <div>
            <dt>Accounts</dt>
            <dd>
              <ul>
                {accounts.map(({ platform, username, uri }) => (
                  <li>
                    <Term>{username ?? uri}</Term>{' '}
                    {platform === undefined ? null : <span class="platform">{platformName(platform)}</span>}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        <div>
          <dt>Ends</dt>
          <dd>
            <Moment at={exp * second} />
          </dd>
        </div>
        <div>
          <dt>Issued by</dt>
          <dd>
            <code>
              <Term>{issuer}</Term>
            </code>
          </dd>
        </div>
        {fullCredential === undefined ? null : (
          <div>
            <dt>Whole badge</dt>
            <dd>
              This one is the small badge that travels in a picture. The accounts are in{' '}
              <Term>{fullCredential}</Term>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
