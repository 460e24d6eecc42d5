import type { Brand } from '#brands/brand.ts'
import type { DomainFile } from '#brands/domain-file.ts'
import { isPublic } from '#brands/domain.ts'
import type { Handover } from '#brands/handover.ts'
import { usePage, useTexts } from '#web/page.ts'
import { Day, Say, Term } from '#web/parts/text.tsx'
import { methodName } from '#web/words.ts'
import { domainWords } from './domain-words.ts'
import { Evidence } from './evidence.tsx'
import type { Fault } from './form.ts'
import { HandoverForm, type Flash } from './handover-form.tsx'
import { OwnerLayout } from './layout.tsx'
import { LivePanel } from './live-panel.tsx'
import { Fact, Refused, Steps } from './parts.tsx'
import { Island } from './island.tsx'
import { Ways } from './ways.tsx'

export type DomainState = {
  readonly organisation: string
  readonly brand: Brand
  readonly file: DomainFile
  readonly handovers: readonly Handover[]
  /** Whose address a new link would name. */
  readonly email: string
  readonly now: number
  readonly mayWrite: boolean
  readonly fault: Fault | null
  readonly flash: Flash | null
  /** What was done just now, by its name in the words. */
  readonly done: string
}

const dones = ['done_checked', 'done_renewed', 'done_ended'] as const

/** Whether something that can still be published would do anything. */
export function awaitsText({ domain, challenge }: DomainFile): boolean {
  if (challenge.isOver && !challenge.isProving) return false
  if (domain.state === 'proved' || domain.state === 'contested') return !challenge.isProving
  return domain.state === 'pending' || domain.state === 'failing'
}

export function DomainPage(state: DomainState) {
  const say = useTexts(domainWords)
  const { organisation, brand, file, now, mayWrite, fault, handovers, email, flash } = state
  const { domain } = file
  const path = `/dashboard/domains/${domain.id}`
  const accounts = `/dashboard/brands/${brand.id}/accounts`
  const isNew = brand.slug === null
  const done = dones.find((one) => one === `done_${state.done}`)
  const waits = awaitsText(file)
  return (
    <OwnerLayout title={domain.name} organisation={organisation}>
      {isNew || waits ? <Steps now="domain" links={isPublic(domain) ? { accounts } : {}} /> : null}
      <h1>
        <Term>{domain.name}</Term>
      </h1>
      <p class="fine">
        <Say sentence={say.parts('of', { brand: brand.name, to: { to: `/dashboard/brands/${brand.id}` } })} />
      </p>
      {done === undefined ? null : (
        <p class="note good" role="status">
          {say(done)}
        </p>
      )}
      <LivePanel file={file} now={now} path={path} next={accounts} />
      {domain.state === 'contested' && mayWrite ? (
        <p class="note">
          <Say
            sentence={say.parts('contestedRegain', {
              to: { to: `/recoveries/new?domain=${encodeURIComponent(domain.name)}` },
            })}
          />
        </p>
      ) : null}
      {waits ? <Ways file={file} download={`${path}/file`} /> : null}
      {mayWrite && waits ? (
        <form method="post" action={`${path}/check`} class="act">
          <button type="submit">{say(domain.readyAt === null ? 'ready' : 'checkAgain')}</button>
          <Refused fault={fault} at="check" />
        </form>
      ) : null}
      {mayWrite && waits ? (
        <HandoverForm {...{ path, domain: domain.name, email, handovers, flash, fault }} />
      ) : null}
      <About file={file} />
      <Evidence attempts={file.attempts} />
      {mayWrite ? (
        <section class="zone" aria-labelledby="more">
          <h2 id="more">{say('more')}</h2>
          <form method="post" action={`${path}/challenges`} class="act">
            <button type="submit" class="plain">
              {say('fresh')}
            </button>
            <p class="fine">{say('freshWhy')}</p>
            <Refused fault={fault} at="fresh" />
          </form>
          <p>
            <a class="button danger" href={`${path}/release`}>
              {say('release')}
            </a>
          </p>
        </section>
      ) : null}
      <Island />
    </OwnerLayout>
  )
}

function About({ file: { domain } }: { readonly file: DomainFile }) {
  const say = useTexts(domainWords)
  const { language } = usePage()
  const { method, firstProvedAt, checkedAt, expiresAt, nameServers, createdAt } = domain
  return (
    <section aria-labelledby="about">
      <h2 id="about">{say('facts')}</h2>
      <dl class="facts" lang={language}>
        <Fact label={say('added')}>
          <Day at={createdAt} />
        </Fact>
        {method === null ? null : <Fact label={say('method')}>{methodName(method, language)}</Fact>}
        {firstProvedAt === null ? null : (
          <Fact label={say('firstProved')}>
            <Day at={firstProvedAt} />
          </Fact>
        )}
        {checkedAt === null ? null : (
          <Fact label={say('checked')}>
            <Day at={checkedAt} />
          </Fact>
        )}
        {expiresAt === null ? null : (
          <Fact label={say('ends')}>
            <Day at={expiresAt} />
          </Fact>
        )}
        {nameServers === null ? null : (
          <Fact label={say('servers')}>
            <Term>{nameServers.join(', ')}</Term>
          </Fact>
        )}
      </dl>
    </section>
  )
}
