import type { Acting } from '#auth/session.ts'
import type { OpenProposal } from '#proposals/list-proposals.ts'
import { OwnerLayout } from '#web/owner/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'
import { PeopleHead } from '#web/sign-in/frame.tsx'
import { doneOf, words, type LockRefusal } from './words.ts'

type Props = {
  readonly acting: Acting
  readonly lockedAt: number | null
  readonly owners: number
  readonly proposals: readonly OpenProposal[]
  readonly done: string
  readonly refused: LockRefusal | null
}

/** The lock, and what waits for a second owner. */
export function ProposalsPage({ acting, lockedAt, owners, proposals, done, refused }: Props) {
  const say = useTexts(words)
  const isOwner = acting.role === 'owner'
  const told = doneOf(done)
  return (
    <OwnerLayout title={say('title')} organisation={acting.organisation} head={<PeopleHead />}>
      <h1>{say('title')}</h1>
      {told === null || refused !== null ? null : (
        <p class="note good" role="status">
          {say(told)}
        </p>
      )}
      {refused === null ? null : (
        <p class="notice" role="alert">
          {say(refused)}
        </p>
      )}
      <p class="lede">
        {lockedAt === null ? say('ledeOff') : <Say sentence={say.parts('ledeOn', { at: lockedAt })} />}
      </p>
      <section class="zone">
        <p>{say('what')}</p>
        {isOwner ? <Switch lockedAt={lockedAt} owners={owners} /> : <p class="fine">{say('ownersOnly')}</p>}
      </section>
      {lockedAt === null && proposals.length === 0 ? null : (
        <section class="own-part" aria-labelledby="waiting">
          <h2 id="waiting">{say('waiting')}</h2>
          {proposals.length === 0 ? <p class="fine">{say('none')}</p> : null}
          <ul class="rows">
            {proposals.map((proposal) => (
              <li>
                <One proposal={proposal} isOwner={isOwner} own={acting.membershipId} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </OwnerLayout>
  )
}

function Switch({ lockedAt, owners }: Pick<Props, 'lockedAt' | 'owners'>) {
  const say = useTexts(words)
  if (lockedAt === null && owners < 2) {
    return (
      <p class="fine">
        <Say sentence={say.parts('needsTwo', { members: { to: '/members' } })} />
      </p>
    )
  }
  return (
    <form method="post" action="/proposals/lock" class="act">
      <input type="hidden" name="to" value={lockedAt === null ? 'on' : 'off'} />
      <button class={lockedAt === null ? undefined : 'danger'}>
        {say(lockedAt === null ? 'on' : 'off')}
      </button>
    </form>
  )
}

type OneProps = { readonly proposal: OpenProposal; readonly isOwner: boolean; readonly own: string }

function One({ proposal, isOwner, own }: OneProps) {
  const say = useTexts(words)
  const { id, act, what, proposer, membershipId, createdAt, expiresAt } = proposal
  return (
    <div class="zone">
      <p>
        <Say sentence={act === 'unlock' ? [say(act)] : say.parts(act, { what })} />
      </p>
      <p class="fine">
        <Say sentence={say.parts('by', { who: proposer, at: createdAt, until: expiresAt })} />
      </p>
      {membershipId === own ? <p class="fine">{say('yours')}</p> : null}
      {isOwner && membershipId !== own ? (
        <form method="post" action={`/proposals/${id}/confirm`}>
          <button class="grave">{say('confirm')}</button>
        </form>
      ) : null}
      {isOwner ? (
        <form method="post" action={`/proposals/${id}/end`}>
          <button class="plain">{say('end')}</button>
        </form>
      ) : null}
    </div>
  )
}
