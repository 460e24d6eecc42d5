import type { Member, OpenInvitation } from '#auth/members.ts'
import type { Acting } from '#auth/session.ts'
import { second } from '#base/clock.ts'
import { OwnerLayout } from '#web/owner/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Say, Term } from '#web/parts/text.tsx'
import { PeopleHead } from '#web/sign-in/frame.tsx'
import { words } from './members-words.ts'
import { Refused } from './refused.tsx'
import type { OrganisationReason } from './refusals.ts'

const roles = ['owner', 'editor', 'viewer'] as const

type Props = {
  readonly acting: Acting
  readonly members: readonly Member[]
  readonly invitations: readonly OpenInvitation[]
  readonly refused?: OrganisationReason | undefined
  /** What was typed, so that it can be mended. */
  readonly typed?: { readonly email: string; readonly ends: string }
}

/** Who acts for an organisation; owners invite and change. */
export function MembersPage({ acting, members, invitations, refused, typed }: Props) {
  const say = useTexts(words)
  const { organisation } = acting
  const isOwner = acting.role === 'owner'
  const owners = members.filter(({ role }) => role === 'owner').length
  return (
    <OwnerLayout title={say('title')} organisation={organisation} head={<PeopleHead />}>
      <h1>{say('title')}</h1>
      <p class="lede">
        <Say sentence={say.parts('lede', { organisation })} />
      </p>
      <Refused reason={refused} />
      <section class="own-part" aria-label={say('title')}>
        <ul class="rows">
          {members.map((member) => (
            <MemberRow
              member={member}
              own={acting.membershipId}
              isOwner={isOwner}
              isAlone={owners === 1 && member.role === 'owner'}
            />
          ))}
        </ul>
        {isOwner ? null : <p class="fine">{say('viewOnly')}</p>}
      </section>
      {isOwner && invitations.length > 0 ? <Invitations invitations={invitations} /> : null}
      {isOwner ? <Invite typed={typed ?? { email: '', ends: '' }} /> : null}
      <p class="own-part">
        <a href="/proposals">{say('lock')}</a>
      </p>
      {isOwner ? (
        <p>
          <a href="/organisation/erase">{say('erase')}</a>
        </p>
      ) : null}
    </OwnerLayout>
  )
}

type RowProps = {
  readonly member: Member
  readonly own: string
  readonly isOwner: boolean
  /** The only owner, who cannot go. */
  readonly isAlone: boolean
}

function MemberRow({ member, own, isOwner, isAlone }: RowProps) {
  const say = useTexts(words)
  const { id, email, role, endsAt, createdAt } = member
  return (
    <li>
      <span>
        <Term>{email}</Term>
        {id === own ? <strong> ({say('you')})</strong> : null}{' '}
        <span class="fine">
          {say('role', { role })}, {say('since', { at: createdAt })}
          {endsAt === null ? '' : `, ${say('until', { at: endsAt - second })}`}
        </span>
      </span>
      {isOwner && !isAlone ? (
        <form method="post" action="/members/role">
          <input type="hidden" name="member" value={id} />
          <select name="role" aria-label={say('roleOf', { email })}>
            {roles.map((each) => (
              <option value={each} selected={each === role}>
                {say('role', { role: each })}
              </option>
            ))}
          </select>
          <button class="plain" aria-label={say('change', { email })}>
            {say('changeShort')}
          </button>
        </form>
      ) : null}
      {(isOwner || id === own) && !isAlone ? (
        <form method="post" action="/members/end">
          <input type="hidden" name="member" value={id} />
          <button class="grave" aria-label={id === own ? undefined : say('end', { email })}>
            {id === own ? say('leave') : say('endShort')}
          </button>
        </form>
      ) : null}
    </li>
  )
}

function Invitations({ invitations }: Pick<Props, 'invitations'>) {
  const say = useTexts(words)
  return (
    <section class="own-part" aria-labelledby="invited">
      <h2 id="invited">{say('invited')}</h2>
      <ul class="rows">
        {invitations.map(({ id, email, role, membershipEndsAt, expiresAt }) => (
          <li>
            <span>
              <Term>{email}</Term>{' '}
              <span class="fine">
                {say('role', { role })}
                {membershipEndsAt === null
                  ? ''
                  : `, ${say('until', { at: membershipEndsAt - second })}`},{' '}
                {say('open', { at: expiresAt })}
              </span>
            </span>
            <form method="post" action="/members/take-back">
              <input type="hidden" name="invitation" value={id} />
              <button class="plain" aria-label={say('takeBack', { email })}>
                {say('takeBackShort')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Invite({ typed }: { readonly typed: { readonly email: string; readonly ends: string } }) {
  const say = useTexts(words)
  return (
    <section class="own-part" aria-labelledby="invite">
      <h2 id="invite">{say('invite')}</h2>
      <p>{say('inviteLede')}</p>
      <form method="post" action="/members/invite" class="asked-for">
        <label for="email">{say('email')}</label>
        <input
          id="email"
          name="email"
          type="email"
          required
          maxlength={254}
          autocomplete="off"
          value={typed.email}
        />
        <label for="role">{say('asRole')}</label>
        <select id="role" name="role">
          <option value="editor">{say('editorCan')}</option>
          <option value="viewer">{say('viewerCan')}</option>
          <option value="owner">{say('ownerCan')}</option>
        </select>
        <label for="ends">{say('lastDay')}</label>
        <input id="ends" name="ends" type="date" value={typed.ends} aria-describedby="ends-hint" />
        <p class="fine" id="ends-hint">
          {say('lastDayHint')}
        </p>
        <button>{say('send')}</button>
      </form>
    </section>
  )
}
