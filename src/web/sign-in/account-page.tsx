import type { ListedSession } from '#auth/end-sessions.ts'
import type { OwnOrganisation } from '#auth/organisations-of.ts'
import type { ListedPasskey } from '#auth/passkeys.ts'
import type { Session } from '#auth/session.ts'
import { OwnerLayout } from '#web/owner/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Say, Term } from '#web/parts/text.tsx'
import { words } from './account-words.ts'
import { browserOf } from './browser.ts'
import { PasskeyHead, PeopleHead, Refused } from './frame.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import type { SignInReason } from './refusals.ts'

type Props = {
  readonly session: Session
  readonly organisations: readonly OwnOrganisation[]
  readonly passkeys: readonly ListedPasskey[]
  readonly sessions: readonly ListedSession[]
}

/** A person's own page: for whom they act, what lets them in, where they are signed in. */
export function AccountPage({ session, organisations, passkeys, sessions }: Props) {
  const say = useTexts(words)
  const { email, acting } = session
  return (
    <OwnerLayout title={say('title')} organisation={acting?.organisation ?? null} head={<PeopleHead />}>
      <h1>{say('title')}</h1>
      <p class="lede">
        <Say sentence={say.parts('lede', { email })} />
      </p>
      <Organisations organisations={organisations} actingFor={acting?.principal.organisationId ?? null} />
      <Passkeys passkeys={passkeys} />
      <Sessions sessions={sessions} own={session.id} />
      <p class="own-part">
        <a href="/account/erase">{say('erase')}</a>
      </p>
    </OwnerLayout>
  )
}

type OrganisationsProps = Pick<Props, 'organisations'> & { readonly actingFor: string | null }

function Organisations({ organisations, actingFor }: OrganisationsProps) {
  const say = useTexts(words)
  return (
    <section class="own-part" aria-labelledby="organisations">
      <h2 id="organisations">{say('organisations')}</h2>
      {organisations.length === 0 ? <p>{say('noOrganisation')}</p> : null}
      <ul class="rows">
        {organisations.map(({ id, name, role, endsAt }) => (
          <li>
            <span>
              <Term>{name}</Term>{' '}
              <span class="fine">
                {say('role', { role })}
                {endsAt === null ? '' : `, ${say('until', { at: endsAt })}`}
              </span>
            </span>
            {id === actingFor ? (
              <span class="fine">{say('acting')}</span>
            ) : (
              <form method="post" action="/account/organisation">
                <input type="hidden" name="organisation" value={id} />
                <button class="plain">{say('act', { name })}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href="/organisations/new">{say('newOrganisation')}</a>
      </p>
    </section>
  )
}

function Passkeys({ passkeys }: Pick<Props, 'passkeys'>) {
  const say = useTexts(words)
  return (
    <section class="own-part" aria-labelledby="passkeys">
      <h2 id="passkeys">{say('passkeys')}</h2>
      {passkeys.length === 0 ? <p>{say('noPasskeys')}</p> : null}
      <ul class="rows">
        {passkeys.map(({ id, name, createdAt, lastUsedAt, isBackedUp }) => (
          <li>
            <span>
              <Term>{name}</Term>{' '}
              <span class="fine">
                {say('added', { at: createdAt })}
                {lastUsedAt === null ? '' : `, ${say('used', { at: lastUsedAt })}`}
                {isBackedUp ? `, ${say('synced')}` : ''}
              </span>
            </span>
            <form method="post" action="/account/passkeys/remove">
              <input type="hidden" name="passkey" value={id} />
              <button class="grave">{say('remove', { name })}</button>
            </form>
          </li>
        ))}
      </ul>
      <p>
        <a href="/account/passkeys">{say('addPasskey')}</a>
      </p>
    </section>
  )
}

function Sessions({ sessions, own }: Pick<Props, 'sessions'> & { readonly own: string }) {
  const say = useTexts(words)
  return (
    <section class="own-part" aria-labelledby="sessions">
      <h2 id="sessions">{say('sessions')}</h2>
      <ul class="rows">
        {sessions.map(({ id, method, userAgent, createdAt, lastSeenAt }) => {
          const browser = browserOf(userAgent) ?? say('unknown')
          return (
            <li>
              <span>
                {browser}
                {id === own ? <strong> ({say('here')})</strong> : null},{' '}
                {say(method === 'email' ? 'byEmail' : 'byPasskey')}.{' '}
                <span class="fine">{say('since', { at: createdAt, seen: lastSeenAt })}</span>
              </span>
              {id === own ? null : (
                <form method="post" action="/account/sessions/end">
                  <input type="hidden" name="session" value={id} />
                  <button class="plain">{say('end', { browser })}</button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action="/account/sessions/end">
          <button class="grave">{say('endOthers')}</button>
        </form>
      ) : null}
    </section>
  )
}

type NewPasskeyProps = { readonly session: Session; readonly refused?: SignInReason | undefined }

export function NewPasskeyPage({ session, refused }: NewPasskeyProps) {
  const say = useTexts(words)
  return (
    <OwnerLayout
      title={say('newTitle')}
      organisation={session.acting?.organisation ?? null}
      head={<PasskeyHead />}
    >
      <section class="entry">
        <h1>{say('newTitle')}</h1>
        {refused === undefined ? null : <Refused reason={refused} />}
        <p class="lede">{say('newLede')}</p>
        <PasskeyForm action="/account/passkeys" use="create" button={say('create')}>
          <label for="name">{say('name')}</label>
          <input id="name" name="name" maxlength={60} autocomplete="off" aria-describedby="name-hint" />
          <p class="fine" id="name-hint">
            {say('nameHint')}
          </p>
        </PasskeyForm>
        <noscript>
          <p class="notice">{say('noScript')}</p>
        </noscript>
        <p>
          <a href="/account">{say('title')}</a>
        </p>
      </section>
    </OwnerLayout>
  )
}
