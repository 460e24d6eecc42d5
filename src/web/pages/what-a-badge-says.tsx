import { Layout } from '#web/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'
import { words } from './what-a-badge-says-words.ts'

const ends = [
  ['expired', 'expiredText'],
  ['revoked', 'revokedText'],
  ['suspended', 'suspendedText'],
  ['unconfirmed', 'unconfirmedText'],
] as const

const notSaid = ['notName', 'notGood', 'notSafe'] as const
const tells = ['bar', 'link', 'component', 'verifying'] as const
const checks = ['here', 'library', 'offline'] as const
const offline = 'npm run veramarca -- verify badge.jwt --offline did.json'

/** For a passer-by who has seen a badge somewhere. */
export function WhatABadgeSaysPage({ publicUrl }: { readonly publicUrl: string }) {
  const say = useTexts(words)
  const put = {
    verify: { to: '/verify' },
    did: { to: '/.well-known/did.json' },
    address: [`${publicUrl}/.well-known/did.json`],
    command: offline,
  }
  const points = (keys: readonly (typeof words.keys)[number][]) => (
    <ul class="points">
      {keys.map((key) => (
        <li>
          <Say sentence={say.parts(key, put)} />
        </li>
      ))}
    </ul>
  )
  return (
    <Layout
      title={`${say('title')} · Veramarca`}
      description={say('description')}
      canonical={`${publicUrl}/what-a-badge-says`}
    >
      <article class="prose">
        <h1>{say('title')}</h1>
        <p class="lede">
          <Say sentence={say.parts('lede')} />
        </p>
        <section>
          <h2>{say('says')}</h2>
          <p>{say('saysDomain')}</p>
          <p>{say('saysAccounts')}</p>
        </section>
        <section>
          <h2>{say('not')}</h2>
          {points(notSaid)}
        </section>
        <section>
          <h2>{say('copied')}</h2>
          {points(tells)}
        </section>
        <section>
          <h2>{say('lasts')}</h2>
          <p>{say('tenDays')}</p>
          <dl class="facts">
            {ends.map(([word, meaning]) => (
              <div>
                <dt>{say(word)}</dt>
                <dd>{say(meaning)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h2>{say('signer')}</h2>
          <p>
            <Say sentence={say.parts('signerText', put)} />
          </p>
          {points(checks)}
        </section>
      </article>
    </Layout>
  )
}
