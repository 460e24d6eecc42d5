import { texts } from '#i18n/texts.ts'
import { usePage, useTexts } from '#web/page.ts'
import { mainDomainOf, readClaims } from '#badges/verify/read-claims.ts'
import type { Verification } from '#badges/verify/ladder.ts'
import { second } from '#base/clock.ts'
import { MarkTag, Seal } from '#web/parts/mark.tsx'
import { Moment, Name, Say, Term } from '#web/parts/text.tsx'
import { outcomeMark, stepName, verdictMark, verdictSentence } from '#web/verdicts.ts'
import { codeSentence } from '#web/verify-sentences.ts'
import { platformName } from '#web/words.ts'

const words = texts({
  en: {
    steps: 'What was checked',
    says: 'What a badge says, and what it does not',
    itWouldSay: 'What it would say',
    itSays: 'What it says',
    domain: 'Domain',
    name: 'Name',
    others: 'Further domains',
    accounts: 'Accounts',
    ends: 'Ends',
    issuer: 'Issued by',
    whole: 'Whole badge',
    small: 'This one is the small badge that travels in a picture. The accounts are in {address}',
  },
  es: {
    steps: 'Qué se ha comprobado',
    says: 'Qué dice un distintivo y qué no',
    itWouldSay: 'Qué diría',
    itSays: 'Qué dice',
    domain: 'Dominio',
    name: 'Nombre',
    others: 'Otros dominios',
    accounts: 'Cuentas',
    ends: 'Termina',
    issuer: 'Emitido por',
    whole: 'Distintivo completo',
    small: 'Este es el distintivo pequeño que viaja en una imagen. Las cuentas están en {address}',
  },
  pl: {
    steps: 'Co sprawdzono',
    says: 'Co odznaka mówi, a czego nie',
    itWouldSay: 'Co by mówiła',
    itSays: 'Co mówi',
    domain: 'Domena',
    name: 'Nazwa',
    others: 'Inne domeny',
    accounts: 'Konta',
    ends: 'Wygasa',
    issuer: 'Wystawca',
    whole: 'Pełna odznaka',
    small: 'To mała odznaka, którą niesie obraz. Konta są w {address}',
  },
})

type Props = { readonly verification: Verification }

/** What was found: the verdict, what the badge says, and each step on the way. */
export function VerificationResult({ verification }: Props) {
  const say = useTexts(words)
  const { language } = usePage()
  const mark = verdictMark(verification, language)
  return (
    <article class={`deed tone-${mark.tone}`} id="result">
      <Seal mark={mark} />
      <div class="statement">
        <h1>
          <Say sentence={verdictSentence(verification, language)} />
        </h1>
      </div>
      <WhatItSays verification={verification} />
      <section aria-labelledby="steps">
        <h2 id="steps">{say('steps')}</h2>
        <ol class="rows">
          {verification.steps.map(({ step, outcome, code }) => (
            <li>
              <span>
                <strong>{stepName(step, language)}</strong>
                <br />
                {codeSentence(code, language)} <code class="fine">{code}</code>
              </span>
              <MarkTag mark={outcomeMark(outcome, language)} />
            </li>
          ))}
        </ol>
      </section>
      <p class="fine close">
        <a href="/what-a-badge-says">{say('says')}</a>
      </p>
    </article>
  )
}

function WhatItSays({ verification }: Props) {
  const say = useTexts(words)
  const claims = readClaims(verification)
  if (claims === null) return null
  const { credentialSubject: subject, issuer, exp, fullCredential } = claims
  const main = mainDomainOf(claims)
  const isOurs = verification.steps.some(({ code }) => code === 'own_key')
  const others = subject.domains.filter((domain) => domain !== main)
  const accounts = subject.verifiedIdentities.filter(({ type }) => type === 'cawg.social_media')
  return (
    <section aria-labelledby="says">
      <h2 id="says">{say(verification.valid === false ? 'itWouldSay' : 'itSays')}</h2>
      <dl class="facts">
        <div>
          <dt>{say('domain')}</dt>
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
          <dt>{say('name')}</dt>
          <dd>
            {/* What another issuer has reviewed, nobody here has. */}
            <Name brand={isOurs ? subject : { ...subject, nameState: 'self_given' }} />
          </dd>
        </div>
        {others.length === 0 ? null : (
          <div>
            <dt>{say('others')}</dt>
            <dd>
              <Term>{others.join(', ')}</Term>
            </dd>
          </div>
        )}
        {accounts.length === 0 ? null : (
          <div>
            <dt>{say('accounts')}</dt>
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
          <dt>{say('ends')}</dt>
          <dd>
            <Moment at={exp * second} />
          </dd>
        </div>
        <div>
          <dt>{say('issuer')}</dt>
          <dd>
            <code>
              <Term>{issuer}</Term>
            </code>
          </dd>
        </div>
        {fullCredential === undefined ? null : (
          <div>
            <dt>{say('whole')}</dt>
            <dd>
              <Say sentence={say.parts('small', { address: fullCredential })} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
