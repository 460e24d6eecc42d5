import { platformName } from '#accounts/platforms/index.ts'
import type { OwnedClaim } from '#claims/show-claims.ts'
import type { AccountInstruction } from '#proofs/method.ts'
import { usePage, useTexts } from '#web/page.ts'
import { Say, Term } from '#web/parts/text.tsx'
import { claimWords } from './claim-words.ts'
import type { Fault } from './form.ts'
import { claimHealth } from './health.ts'
import { Copy, Field, InEnglish, Refused } from './parts.tsx'

type Props = {
  readonly owned: OwnedClaim
  readonly mayWrite: boolean
  readonly fault: Fault | null
  /** Where the check comes back to. */
  readonly back: 'claim' | 'accounts'
}

/** What to do so that an account agrees, with the buttons that look for it. */
export function ClaimSteps({ owned, mayWrite, fault, back }: Props) {
  const say = useTexts(claimWords)
  const { claim, instructions, waitingFor } = owned
  const { key } = claimHealth(owned)
  const platform = platformName(claim.platform)
  const path = `/dashboard/claims/${claim.id}`
  if (waitingFor === 'domain') return <p class="fine">{say('waitsForDomain')}</p>
  if (claim.state === 'held' || claim.stateReason === 'moderator') return <p>{say('byModerator')}</p>
  const isSettled = key === 'verified'
  const hasPost = instructions.some(({ method }) => method === 'post')
  const hasOther = instructions.some(({ method }) => method !== 'post')
  return (
    <div class="claim-steps">
      <p>
        {claim.state === 'suspended' ? say('frozenClaim') : null}
        {isSettled ? say('agrees') : null}
        {key === 'failing' || key === 'lapsed' ? say('again') : null}
        {key === 'declared' && instructions.length > 0 ? say('howLede') : null}
        {instructions.length === 0 ? <Say sentence={say.parts('cannot', { platform })} /> : null}
      </p>
      {isSettled ? null : (
        <ul class="methods">
          {instructions.map((instruction) => (
            <li>
              <How instruction={instruction} platform={platform} claimId={claim.id} />
            </li>
          ))}
        </ul>
      )}
      {mayWrite && instructions.length > 0 ? (
        <div class="checks">
          {hasOther || isSettled ? (
            <form method="post" action={`${path}/check`} class="act">
              <input type="hidden" name="back" value={back} />
              <button type="submit" class={isSettled ? 'plain' : undefined}>
                {say('check')}
              </button>
              <Refused fault={fault} at={`check-${claim.id}`} />
            </form>
          ) : null}
          {hasPost && !isSettled ? (
            <form method="post" action={`${path}/check`} class="act">
              <input type="hidden" name="back" value={back} />
              <Field
                name="post_url"
                id={`post-${claim.id}`}
                label={say('postUrl')}
                fault={fault}
                required
                placeholder="https://"
                inputmode="url"
                autocomplete="off"
                maxlength={2_048}
              />
              <button type="submit" class={hasOther ? 'plain' : undefined}>
                {say('checkPost')}
              </button>
            </form>
          ) : null}
          {hasPost && !isSettled ? (
            <form method="post" action={`${path}/codes`} class="act">
              <input type="hidden" name="back" value={back} />
              <button type="submit" class="link">
                {say('newCode')}
              </button>
              <Refused fault={fault} at={`code-${claim.id}`} />
            </form>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

type HowProps = {
  readonly instruction: AccountInstruction
  readonly platform: string
  readonly claimId: string
}

function How({ instruction: { method, detail, value }, platform, claimId }: HowProps) {
  const { language } = usePage()
  const say = useTexts(claimWords)
  const key =
    method === 'post'
      ? value === undefined
        ? 'postNoCode'
        : 'post'
      : method === 'handle-is-domain'
        ? 'handleIsDomain'
        : value?.startsWith('trust:') === true
          ? 'profileTrust'
          : 'profileLink'
  // What follows is for programs; here a field stands for it.
  const where = key === 'postNoCode' ? '' : (detail.split(' Then ask for a check')[0] ?? '')
  return (
    <>
      <p>
        <Say sentence={say.parts(key, { platform })} />
      </p>
      {value === undefined ? null : (
        <dl class="record">
          <Copy id={`value-${method}-${claimId}`} label={say('value')} value={value} />
        </dl>
      )}
      {where === '' ? null : language === 'en' ? (
        <p class="fine">
          <Term>{where}</Term>
        </p>
      ) : (
        <details class="fine">
          <summary>{say('where')}</summary>
          <InEnglish>{where}</InEnglish>
        </details>
      )}
    </>
  )
}
