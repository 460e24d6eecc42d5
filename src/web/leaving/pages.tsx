import type { Acting } from '#auth/session.ts'
import { Frame } from '#web/sign-in/frame.tsx'
import { PeopleHead } from '#web/sign-in/frame.tsx'
import { OwnerLayout } from '#web/owner/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Say, Term } from '#web/parts/text.tsx'
import { words } from './words.ts'

export type OrganisationRefusal = 'ownersOnly' | 'name_differs' | 'recovery_under_way' | 'frozen'

type OrganisationProps = {
  readonly acting: Acting
  readonly brandCount: number
  readonly refused: OrganisationRefusal | null
}

/** What goes with an organisation, and its name to be typed, so that nobody erases another by mistake. */
export function EraseOrganisationPage({ acting, brandCount, refused }: OrganisationProps) {
  const say = useTexts(words)
  const { organisation } = acting
  return (
    <OwnerLayout title={say('organisationTitle')} organisation={organisation} head={<PeopleHead />}>
      <section class="entry">
        <h1>
          <Say sentence={say.parts('organisation', { organisation })} />
        </h1>
        {refused === null ? null : <Refused reason={refused} />}
        <p class="lede">{say('organisationLede')}</p>
        <ul>
          <li>{say('brands', { count: brandCount })}</li>
          <li>{say('log')}</li>
          <li>{say('members')}</li>
          <li>
            <Say sentence={say.parts('first', { export: { to: '/dashboard/export.json' } })} />
          </li>
        </ul>
        {acting.role === 'owner' ? (
          <form method="post" action="/organisation/erase">
            <label for="name">
              <Say sentence={say.parts('typeName', { organisation })} />
            </label>
            <input id="name" name="name" required maxlength={100} autocomplete="off" />
            <button class="danger">{say('eraseIt')}</button>{' '}
            <a class="button plain" href="/members">
              {say('keep')}
            </a>
          </form>
        ) : refused === null ? (
          <Refused reason="ownersOnly" />
        ) : null}
      </section>
    </OwnerLayout>
  )
}

type AccountProps = {
  readonly organisation: string | null
  /** Of which they are the only owner. */
  readonly needing: readonly { readonly id: string; readonly name: string }[]
  readonly isRefused: boolean
}

export function EraseAccountPage({ organisation, needing, isRefused }: AccountProps) {
  const say = useTexts(words)
  return (
    <OwnerLayout title={say('account')} organisation={organisation} head={<PeopleHead />}>
      <section class="entry">
        <h1>{say('account')}</h1>
        {isRefused ? <Refused reason="still_needed" /> : null}
        <p class="lede">{say('accountLede')}</p>
        <p>{say('organisations')}</p>
        {needing.length === 0 ? (
          <form method="post" action="/account/erase">
            <button class="danger">{say('eraseAccount')}</button>{' '}
            <a class="button plain" href="/account">
              {say('keepAccount')}
            </a>
          </form>
        ) : (
          <>
            <p>{say('needed')}</p>
            <ul>
              {needing.map(({ name }) => (
                <li>
                  <Term>{name}</Term>
                </li>
              ))}
            </ul>
            <p>
              <a class="button plain" href="/account">
                {say('keepAccount')}
              </a>
            </p>
          </>
        )}
      </section>
    </OwnerLayout>
  )
}

export function GonePage() {
  const say = useTexts(words)
  return (
    <Frame title={say('gone')}>
      <p class="lede">{say('goneLede')}</p>
      <p>
        <a class="button" href="/">
          {say('home')}
        </a>
      </p>
    </Frame>
  )
}

function Refused({ reason }: { readonly reason: OrganisationRefusal | 'still_needed' }) {
  const say = useTexts(words)
  return (
    <p class="notice" role="alert">
      {say(reason)}
    </p>
  )
}
