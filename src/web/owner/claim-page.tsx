import { platformName } from '#accounts/platforms/index.ts'
import type { Attempt } from '#brands/attempt.ts'
import type { Brand } from '#brands/brand.ts'
import type { FormerHandle } from '#claims/former-handles.ts'
import type { OwnedClaim } from '#claims/show-claims.ts'
import { usePage, useTexts } from '#web/page.ts'
import { MarkTag } from '#web/parts/mark.tsx'
import { Day, Say, Term } from '#web/parts/text.tsx'
import { methodName, purposeOf } from '#web/words.ts'
import { AudienceTag, RelationField } from './accounts-page.tsx'
import { AudienceFields } from './audience.tsx'
import { ClaimSteps } from './claim-steps.tsx'
import { claimWords } from './claim-words.ts'
import { domainWords } from './domain-words.ts'
import { Evidence } from './evidence.tsx'
import type { Fault } from './form.ts'
import { claimHealth, markOf } from './health.ts'
import { Island } from './island.tsx'
import { OwnerLayout } from './layout.tsx'
import { liveWords } from './live-words.ts'
import { LatestLook } from './live.tsx'
import { Fact, Refused } from './parts.tsx'
import { Left } from './standing-rows.tsx'

export type ClaimState = {
  readonly organisation: string
  readonly owned: OwnedClaim
  readonly brand: Brand
  readonly attempts: readonly Attempt[]
  readonly former: readonly FormerHandle[]
  readonly now: number
  readonly mayWrite: boolean
  readonly fault: Fault | null
  readonly done: string
}

const dones = ['done_checked', 'done_code', 'done_changed'] as const

/** One account: how it stands, what to do, and what was seen. */
export function ClaimPage({
  organisation,
  owned,
  brand,
  attempts,
  former,
  now,
  mayWrite,
  fault,
  ...rest
}: ClaimState) {
  const { language } = usePage()
  const say = useTexts(claimWords)
  const domain = useTexts(domainWords)
  const live = useTexts(liveWords)
  const { claim, url, proofs } = owned
  const health = claimHealth(owned)
  const done = dones.find((one) => one === `done_${rest.done}`)
  const path = `/dashboard/claims/${claim.id}`
  return (
    <OwnerLayout title={`${platformName(claim.platform)} ${claim.handle}`} organisation={organisation}>
      <h1>
        <span class="platform">{platformName(claim.platform)}</span> <Term>{claim.handle}</Term>
      </h1>
      <p class="fine">
        <a href={`/dashboard/brands/${brand.id}/accounts`}>
          <Term>{brand.name}</Term>
        </a>{' '}
        ·{' '}
        <a href={url} rel="noopener nofollow">
          <Say sentence={say.parts('openProfile', { account: url })} />
        </a>
      </p>
      {done === undefined ? null : (
        <p class="note good" role="status">
          {say(done, { count: 1 })}
        </p>
      )}
      <section class="live" aria-labelledby="state-heading">
        <h2 id="state-heading" class="unseen">
          {live('heading')}
        </h2>
        <p class="marks">
          <MarkTag mark={markOf(language, health)} />
          <Left health={health} now={now} />
          <span class="tag">{purposeOf(claim.relation, true, language)}</span>
          <AudienceTag claim={claim} />
        </p>
        <LatestLook attempts={attempts} />
      </section>
      <section aria-labelledby="how">
        <h2 id="how">{say('howTo')}</h2>
        <ClaimSteps owned={owned} mayWrite={mayWrite} fault={fault} back="claim" />
      </section>
      <section aria-labelledby="about">
        <h2 id="about">{domain('facts')}</h2>
        <dl class="facts">
          <Fact label={domain('added')}>
            <Day at={claim.createdAt} />
          </Fact>
          {claim.platformId === null ? null : (
            <Fact label={say('platformId')}>
              <code>
                <Term>{claim.platformId}</Term>
              </code>
            </Fact>
          )}
          <Fact label={say('published')}>
            {say(claim.published === null ? 'unknown' : claim.published ? 'yes' : 'no')}
          </Fact>
          {proofs.map((proof) => {
            return (
              <Fact label={methodName(proof.method, language)}>
                {domain('checked')} <Day at={proof.checkedAt} />. {domain('ends')}:{' '}
                <Day at={proof.expiresAt} />
              </Fact>
            )
          })}
          {former.map(({ handle, leftAt }) => (
            <Fact label={say('formerly')}>
              <Term>{handle}</Term> (<Day at={leftAt} />)
            </Fact>
          ))}
        </dl>
      </section>
      <Evidence attempts={attempts} />
      {mayWrite ? (
        <section class="zone" aria-labelledby="more">
          <h2 id="more">{domain('more')}</h2>
          <form method="post" action={`${path}/relation`} class="form">
            <RelationField
              chosen={fault?.at === 'relation' ? fault.typed.text('relation') : claim.relation}
            />
            <AudienceFields said={claim} fault={fault?.at === 'relation' ? fault : null} />
            <button type="submit" class="plain">
              {say('change')}
            </button>
            <Refused fault={fault} at="relation" />
          </form>
          <p>
            <a class="button danger" href={`${path}/withdraw`}>
              {say('withdraw')}
            </a>
          </p>
        </section>
      ) : null}
      <Island />
    </OwnerLayout>
  )
}
