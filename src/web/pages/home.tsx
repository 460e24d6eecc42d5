import { Layout } from '#web/layout.tsx'
import { markOf, type Verdict } from '#web/marks.ts'
import { usePage, useTexts } from '#web/page.ts'
import { LookupBox } from '#web/parts/lookup-box.tsx'
import { MarkTag, Seal } from '#web/parts/mark.tsx'
import { Say } from '#web/parts/text.tsx'
import { subjectOf } from '#web/subject.ts'
import { words } from './home-words.ts'

const verdicts = [
  'verified',
  'controlled',
  'declared',
  'at_risk',
  'not_ours',
  'lapsed',
  'suspended',
  'unregistered',
] as const satisfies readonly Verdict[]

const steps = [
  ['stepDomain', 'stepDomainText'],
  ['stepAccount', 'stepAccountText'],
  ['stepAnswer', 'stepAnswerText'],
] as const

const people = [
  ['everyone', 'everyoneText', 'everyoneLink', '/brands'],
  ['companies', 'companiesText', 'companiesLink', '/register'],
  ['sites', 'sitesText', 'sitesLink', '/what-a-badge-says'],
] as const

export function HomePage({ publicUrl }: { readonly publicUrl: string }) {
  const say = useTexts(words)
  const { language } = usePage()
  return (
    <Layout title={say('title')} description={say('description')} canonical={`${publicUrl}/`}>
      <section class="hero">
        <div>
          <h1>{say('question')}</h1>
          <p class="lede">{say('lede')}</p>
          <LookupBox />
        </div>
        <Sample />
      </section>

      <section aria-labelledby="how">
        <h2 id="how">{say('how')}</h2>
        <ol class="how">
          {steps.map(([title, text]) => (
            <li>
              <h3>{say(title)}</h3>
              <p>{say(text)}</p>
            </li>
          ))}
        </ol>
      </section>

      <section class="people" aria-label={say('who')}>
        {people.map(([title, text, link, href]) => (
          <article class="card">
            <h2>{say(title)}</h2>
            <p>{say(text)}</p>
            <a href={href}>{say(link)}</a>
          </article>
        ))}
      </section>

      <section class="key" aria-labelledby="key">
        <h2 id="key">{say('key')}</h2>
        <dl>
          {verdicts.map((verdict) => (
            <div>
              <dt>
                <MarkTag mark={markOf(verdict, null, language)} />
              </dt>
              <dd>{say(verdict)}</dd>
            </div>
          ))}
        </dl>
        <p class="fine">{say('names')}</p>
      </section>
    </Layout>
  )
}

const sampleAccount = {
  kind: 'account',
  input: '',
  platform: 'instagram',
  handle: 'acme',
  url: '',
} as const

/** The whole idea of the registry in one answer. */
function Sample() {
  const say = useTexts(words)
  const { language } = usePage()
  const domain = 'acme.example'
  return (
    <figure class="sample">
      <figcaption class="fine">{say('example')}</figcaption>
      <div class="sheet tone-proved">
        <Seal mark={markOf('verified', null, language)} />
        <p class="fine">{subjectOf(sampleAccount, language)}</p>
        <p class="said">
          <Say sentence={say.parts('sample', { domain })} />
        </p>
        <ul>
          <li>
            <strong>
              <Say sentence={say.parts('domainEnd', { domain })} />
            </strong>
            <span class="fine">{say('domainHow')}</span>
          </li>
          <li>
            <strong>
              <Say sentence={say.parts('accountEnd', { domain })} />
            </strong>
            <span class="fine">{say('accountHow')}</span>
          </li>
        </ul>
      </div>
    </figure>
  )
}
