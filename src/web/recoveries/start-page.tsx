import type { Acting } from '#auth/session.ts'
import { OwnerLayout } from '#web/owner/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'
import { PeopleHead } from '#web/sign-in/frame.tsx'
import { words } from './words.ts'

type Props = {
  readonly acting: Acting
  readonly domain: string
  /** Why what was just tried did not work. */
  readonly refused: string | null
}

/** Where a brand is asked back. */
export function StartPage({ acting, domain, refused }: Props) {
  const say = useTexts(words)
  const { organisation, role } = acting
  return (
    <OwnerLayout title={say('start')} organisation={organisation} head={<PeopleHead />}>
      <section class="entry">
        <h1>{say('start')}</h1>
        {refused === null ? null : (
          <p class="notice" role="alert">
            {refused}
          </p>
        )}
        <p class="lede">{say('startLede')}</p>
        <h2>{say('howTitle')}</h2>
        <ol>
          <li>{say('how1')}</li>
          <li>{say('how2')}</li>
          <li>{say('how3')}</li>
          <li>
            <Say sentence={say.parts('how4', { organisation })} />
          </li>
        </ol>
        <p class="fine">{say('needs')}</p>
        {role === 'owner' ? (
          <form method="post" action="/recoveries/new">
            <label for="domain">{say('domain')}</label>
            <input
              id="domain"
              name="domain"
              required
              maxlength={300}
              autocapitalize="none"
              spellcheck={false}
              value={domain}
              aria-describedby="hint"
            />
            <p class="fine" id="hint">
              {say('hint')}
            </p>
            <button>{say('ask')}</button>
          </form>
        ) : (
          <p class="notice">
            <Say sentence={say.parts('ownersOnly', { organisation })} />
          </p>
        )}
      </section>
    </OwnerLayout>
  )
}
