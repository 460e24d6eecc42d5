import { platformName } from '#accounts/platforms/index.ts'
import type { Brand } from '#brands/brand.ts'
import type { Discovered, Discoveries } from '#claims/discoveries.ts'
import type { OwnedClaim } from '#claims/show-claims.ts'
import { usePage, useTexts } from '#web/page.ts'
import { MarkTag } from '#web/parts/mark.tsx'
import { Say, Term } from '#web/parts/text.tsx'
import { audienceOf, purposeOf, relationOrder } from '#web/words.ts'
import { AudienceFields } from './audience.tsx'
import { ClaimSteps } from './claim-steps.tsx'
import { claimWords } from './claim-words.ts'
import type { Fault } from './form.ts'
import { claimHealth, markOf } from './health.ts'
import { Island } from './island.tsx'
import { OwnerLayout } from './layout.tsx'
import { Field, InEnglish, Refused, Steps } from './parts.tsx'
import { Left } from './standing-rows.tsx'

export type AccountsState = {
  readonly organisation: string
  readonly brand: Brand
  /** A domain still to be proved, when none is. */
  readonly domainId: string | null
  readonly discoveries: Discoveries
  readonly claims: readonly OwnedClaim[]
  readonly now: number
  readonly mayWrite: boolean
  readonly fault: Fault | null
  readonly done: string
  readonly count: number
}

const dones = ['done_claimed', 'done_checked', 'done_read', 'done_code'] as const

/** The step after the proof: what the site lists, what is claimed, and how each account is made to agree. */
export function AccountsPage(state: AccountsState) {
  const say = useTexts(claimWords)
  const { organisation, brand, domainId, discoveries, claims, mayWrite, fault, count } = state
  const title = say('title', { brand: brand.name })
  const done = dones.find((one) => one === `done_${state.done}`)
  const brandPath = `/dashboard/brands/${brand.id}`
  return (
    <OwnerLayout title={title} organisation={organisation}>
      <Steps
        now="accounts"
        links={{
          ...(domainId === null ? {} : { domain: `/dashboard/domains/${domainId}` }),
          ...(brand.slug === null ? {} : { badge: `/b/${encodeURIComponent(brand.slug)}/badge` }),
        }}
      />
      <h1>
        <Say sentence={say.parts('title', { brand: brand.name })} />
      </h1>
      <p>
        <Say
          sentence={
            brand.slug === null
              ? say.parts('ledeWaiting', {
                  to: { to: domainId === null ? brandPath : `/dashboard/domains/${domainId}` },
                })
              : say.parts('lede', { domain: brand.slug })
          }
        />
      </p>
      {done === undefined ? null : (
        <p class="note good" role="status">
          {say(done, { count })}
        </p>
      )}
      {brand.slug === null ? null : <Found {...state} />}
      {mayWrite ? (
        <section aria-labelledby="add">
          <h2 id="add">{say('add')}</h2>
          <form method="post" action={`${brandPath}/accounts`} class="form sheet">
            <Field
              name="account"
              label={say('account')}
              hint={say('accountHint')}
              fault={fault}
              required
              placeholder="https://x.com/acme"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
            />
            <RelationField chosen={fault?.typed.text('relation') ?? 'official'} />
            <AudienceFields fault={fault} />
            <Refused fault={fault} at="relation" />
            <button type="submit">{say('claim')}</button>
          </form>
        </section>
      ) : null}
      <section aria-labelledby="yours">
        <h2 id="yours">{say('yours')}</h2>
        {claims.length === 0 ? <p class="fine">{say('none')}</p> : null}
        {claims.map((owned) => (
          <Claimed owned={owned} now={state.now} mayWrite={mayWrite} fault={fault} />
        ))}
      </section>
      {brand.slug === null || discoveries.readings.length === 0 ? null : (
        <section class="finish" aria-labelledby="badge">
          <h2 id="badge">{say('badge')}</h2>
          <p>{say('badgeLede')}</p>
          <p>
            <a class="button" href={`/b/${encodeURIComponent(brand.slug)}/badge`}>
              {say('badge')}
            </a>
          </p>
        </section>
      )}
      <Island />
    </OwnerLayout>
  )
}

export function AudienceTag({ claim }: Pick<OwnedClaim, 'claim'>) {
  const said = audienceOf(claim, usePage().language)
  return said === '' ? null : <span class="tag">{said}</span>
}

export function RelationField({
  chosen,
  id = 'relation',
}: {
  readonly chosen: string
  readonly id?: string
}) {
  const say = useTexts(claimWords)
  const { language } = usePage()
  return (
    <div class="field">
      <label for={id}>{say('relation')}</label>
      <select id={id} name="relation">
        {relationOrder.map((relation) => (
          <option value={relation} selected={relation === chosen}>
            {purposeOf(relation, true, language)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Found({ brand, discoveries: { found, readings }, mayWrite, fault }: AccountsState) {
  const say = useTexts(claimWords)
  const path = `/dashboard/brands/${brand.id}`
  const isUnread = readings.length > 0 && readings.every(({ seen }) => seen === null)
  const silent = readings.find(({ seen }) => seen?.outcome === 'unreachable')?.seen
  const unclaimed = found.filter(({ claimId }) => claimId === null)
  // Two sites of a brand may list the same.
  const open = [...new Map(unclaimed.map((one) => [one.account.url, one])).values()]
  return (
    <section aria-labelledby="found">
      <h2 id="found">{say('found')}</h2>
      {isUnread ? <p>{say('unread')}</p> : null}
      {silent === undefined || silent === null ? null : (
        <p>
          {say('unreadable', { why: '' })}
          <InEnglish>{silent.detail ?? ''}</InEnglish>
        </p>
      )}
      {!isUnread && open.length === 0 ? <p class="fine">{say('nothingFound')}</p> : null}
      {open.length === 0 ? null : (
        <form method="post" action={`${path}/claims`} class="form sheet">
          <p>{say('foundLede')}</p>
          <ul class="ticks">
            {open.map((one) => (
              <Tick one={one} mayWrite={mayWrite} fault={fault} />
            ))}
          </ul>
          {mayWrite ? <button type="submit">{say('claimTicked')}</button> : null}
        </form>
      )}
      <Refused fault={fault} at="claims" />
      {mayWrite ? (
        <form method="post" action={`${path}/sites`} class="act">
          <button type="submit" class="plain">
            {say('read')}
          </button>
          <Refused fault={fault} at="sites" />
        </form>
      ) : null}
    </section>
  )
}

type TickProps = { readonly one: Discovered; readonly mayWrite: boolean; readonly fault: Fault | null }

function Tick({ one: { account, domain }, mayWrite, fault }: TickProps) {
  const say = useTexts(claimWords)
  const id = `tick-${account.platform}-${encodeURIComponent(account.handle)}`
  const isTicked = fault === null || fault.at !== 'claims' || fault.typed.all('account').includes(account.url)
  return (
    <li>
      <label for={id} class="choice">
        {mayWrite ? (
          <input type="checkbox" id={id} name="account" value={account.url} checked={isTicked} />
        ) : null}
        <span>
          <span class="platform">{platformName(account.platform)}</span> <Term>{account.handle}</Term>{' '}
          <span class="fine">
            <Say sentence={say.parts('listedBy', { domain })} />
          </span>
        </span>
      </label>
    </li>
  )
}

type ClaimedProps = {
  readonly owned: OwnedClaim
  readonly now: number
  readonly mayWrite: boolean
  readonly fault: Fault | null
}

function Claimed({ owned, now, mayWrite, fault }: ClaimedProps) {
  const { language } = usePage()
  const say = useTexts(claimWords)
  const { claim } = owned
  const health = claimHealth(owned)
  return (
    <article class="sheet claimed" id={claim.id} aria-labelledby={`name-${claim.id}`}>
      <h3 id={`name-${claim.id}`}>
        <span class="platform">{platformName(claim.platform)}</span> <Term>{claim.handle}</Term>
      </h3>
      <p class="marks">
        <MarkTag mark={markOf(language, health)} />
        <Left health={health} now={now} />
        <span class="tag">{purposeOf(claim.relation, true, language)}</span>
        <AudienceTag claim={claim} />
      </p>
      <ClaimSteps owned={owned} mayWrite={mayWrite} fault={fault} back="accounts" />
      <p>
        <a href={`/dashboard/claims/${claim.id}`} aria-label={say('detailsOf', { account: claim.handle })}>
          {say('details')}
        </a>
      </p>
    </article>
  )
}
