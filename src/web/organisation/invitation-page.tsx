import type { ShownInvitation } from '#auth/accept-invitation.ts'
import type { Session } from '#auth/session.ts'
import { second } from '#base/clock.ts'
import { OwnerLayout } from '#web/owner/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'
import { PeopleHead } from '#web/sign-in/frame.tsx'
import { words } from './members-words.ts'
import { Refused } from './refused.tsx'
import type { OrganisationReason } from './refusals.ts'

type Props = {
  readonly session: Session
  readonly token: string
  readonly invitation: ShownInvitation | null
  readonly refused?: OrganisationReason | undefined
}

/** What somebody is asked who followed the link of an invitation; null: why they are not. */
export function InvitationPage({ session, token, invitation, refused }: Props) {
  const say = useTexts(words)
  return (
    <OwnerLayout
      title={say('invitation')}
      organisation={session.acting?.organisation ?? null}
      head={<PeopleHead />}
    >
      <section class="entry">
        <h1>{say('invitation')}</h1>
        <Refused reason={refused} />
        {invitation === null ? (
          <p>
            <a href="/account">{say('account')}</a>
          </p>
        ) : (
          <Asked invitation={invitation} token={token} />
        )}
      </section>
    </OwnerLayout>
  )
}

function Asked({ invitation, token }: { readonly invitation: ShownInvitation; readonly token: string }) {
  const say = useTexts(words)
  const { inviter, organisation, role, membershipEndsAt } = invitation
  return (
    <>
      <p class="lede">
        <Say sentence={say.parts('asked', { inviter, organisation })} />
      </p>
      <p>
        {say(`${role}Can`)}
        {membershipEndsAt === null ? '' : `, ${say('until', { at: membershipEndsAt - second })}`}
      </p>
      <form method="post" action={`/invitations/${token}`}>
        <button>{say('accept', { organisation })}</button>
        <p class="fine">{say('notYou')}</p>
      </form>
    </>
  )
}
