import type { DailyTally } from '#tallies/daily.ts'
import { Views } from './views.tsx'
import type { Brand } from '#brands/brand.ts'
import type { Protection } from '#brands/protect-brand.ts'
import type { OwnedDomain } from '#brands/show-domain.ts'
import type { Disavowal } from '#claims/disavowal.ts'
import type { Absence } from '#claims/set-absences.ts'
import type { OwnedClaim } from '#claims/show-claims.ts'
import { useTexts } from '#web/page.ts'
import { Say, Term } from '#web/parts/text.tsx'
import { FurtherFields, NameField } from './brand-form.tsx'
import { brandWords } from './brand-words.ts'
import { Absences, NotOurs } from './denials.tsx'
import type { Fault } from './form.ts'
import { OwnerLayout } from './layout.tsx'
import { Field } from './parts.tsx'
import { ClaimRows, DomainRows } from './standing-rows.tsx'
import { Watch } from './watch.tsx'

export type BrandState = {
  readonly organisation: string
  readonly brand: Brand
  readonly domains: readonly OwnedDomain[]
  readonly claims: readonly OwnedClaim[]
  readonly disavowals: readonly Disavowal[]
  readonly absences: readonly Absence[]
  readonly protection: Protection | null
  readonly now: number
  readonly tallies: readonly DailyTally[]
  readonly mayWrite: boolean
  readonly fault: Fault | null
  readonly done: string
}

const dones = [
  'done_saved',
  'done_released',
  'done_withdrawn',
  'done_frozen',
  'done_listed',
  'done_unlisted',
] as const
const texts: readonly string[] = ['name', 'category', 'country', 'aliases']

/** A brand as its own people see it: all that it has, and all that can be done. */
export function BrandPage(state: BrandState) {
  const say = useTexts(brandWords)
  const { organisation, brand, domains, claims, now, mayWrite, fault } = state
  const path = `/dashboard/brands/${brand.id}`
  const done = dones.find((one) => one === `done_${state.done}`)
  const main = domains.find(({ domain }) => domain.name === brand.slug) ?? domains[0]
  const textFault = fault !== null && texts.includes(fault.at) ? fault : null
  return (
    <OwnerLayout title={brand.name} organisation={organisation}>
      <h1>
        <Term>{brand.name}</Term>
      </h1>
      <p class="marks">
        <span class="tag">{say(brand.nameState === 'reviewed' ? 'reviewed' : 'selfGiven')}</span>
        {brand.slug === null ? null : (
          <>
            <a href={`/b/${encodeURIComponent(brand.slug)}`}>{say('public')}</a>
            <a href={`/b/${encodeURIComponent(brand.slug)}/badge`}>{say('badge')}</a>
          </>
        )}
      </p>
      {done === undefined ? null : (
        <p class="note good" role="status">
          {say(done)}
        </p>
      )}
      {brand.slug === null ? <p class="note">{say('noAddress')}</p> : null}
      {brand.frozenAt === null ? null : (
        <p class="note bad">
          <Say
            sentence={say.parts('frozen', {
              at: brand.frozenAt,
              to: { to: main === undefined ? path : `/dashboard/domains/${main.domain.id}` },
            })}
          />
        </p>
      )}
      <section aria-labelledby="domains">
        <h2 id="domains">{say('domains')}</h2>
        {domains.length === 0 ? (
          <p class="fine">{say('noDomains')}</p>
        ) : (
          <DomainRows domains={domains} now={now} />
        )}
        {mayWrite ? (
          <details open={fault?.at === 'domain' || domains.length === 0}>
            <summary>{say('addDomain')}</summary>
            <form method="post" action={`${path}/domains`} class="act inline">
              <Field
                name="domain"
                label={say('domain')}
                fault={fault?.at === 'domain' ? fault : null}
                required
                placeholder="acme.com"
                inputmode="url"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
              />
              <button type="submit" class="plain">
                {say('add')}
              </button>
            </form>
          </details>
        ) : null}
      </section>
      <section aria-labelledby="accounts">
        <h2 id="accounts">{say('accounts')}</h2>
        {claims.length === 0 ? (
          <p class="fine">{say('noAccounts')}</p>
        ) : (
          <ClaimRows claims={claims} now={now} />
        )}
        <p>
          <a class="button plain" href={`${path}/accounts`}>
            {say('manage')}
          </a>
        </p>
      </section>
      <Views tallies={state.tallies} />
      {mayWrite ? (
        <section aria-labelledby="edit">
          <h2 id="edit">{say('edit')}</h2>
          <form method="post" action={path} class="form sheet">
            <NameField brand={brand} fault={textFault} />
            <FurtherFields brand={brand} fault={textFault} />
            <button type="submit">{say('save')}</button>
          </form>
        </section>
      ) : null}
      <Watch {...state} path={path} />
      <NotOurs {...state} path={path} />
      <Absences {...state} path={path} />
      {mayWrite ? (
        <section class="zone" aria-labelledby="danger">
          <h2 id="danger">{say('danger')}</h2>
          {brand.frozenAt === null ? (
            <p>
              <a class="button danger" href={`${path}/freeze`}>
                {say('freeze')}
              </a>
            </p>
          ) : null}
          <p>
            <a class="button danger" href={`${path}/delete`}>
              {say('delete')}
            </a>
          </p>
        </section>
      ) : null}
    </OwnerLayout>
  )
}
