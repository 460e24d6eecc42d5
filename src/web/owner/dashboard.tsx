import type { Child } from 'hono/jsx'
import { Hono } from 'hono'
import type { Deps } from '#base/deps.ts'
import { overviewOf, type BrandOverview } from '#claims/overview.ts'
import { openRecoveries } from '#recoveries/show-recovery.ts'
import { texts } from '#i18n/texts.ts'
import { usePage, useTexts } from '#web/page.ts'
import { MarkTag } from '#web/parts/mark.tsx'
import { Say, Term } from '#web/parts/text.tsx'
import { show } from './answer.tsx'
import { attentionOf, type Wanted } from './attention.ts'
import { markOf } from './health.ts'
import { OwnerLayout } from './layout.tsx'
import { UnderWay } from './under-way.tsx'
import { ClaimRows, DomainRows, Left } from './standing-rows.tsx'

const words = texts({
  en: {
    title: 'Your brands',
    attention: 'Needs attention',
    fine: 'Nothing needs you now. We look at everything every day, and tell you here when something changes.',
    register: 'Register a brand',
    first: 'Register your brand in five minutes',
    firstLede:
      'Name it, prove its domain, claim its accounts, show its badge. You can leave at any step and come back here.',
    notices: 'What you were told',
    export: 'Download everything as JSON',
    accounts: 'Accounts',
    allAccounts: 'All accounts: {count, number}',
    firstPage: 'First page',
    nextPage: 'Next page',
    badge: 'Badge',
    frozen: 'All accounts are frozen',
    stopped: 'Suspended: see what to do',
    failing: 'Put it right before it ends',
    ending: 'Not seen for days: make sure that it is there',
    textOver: 'Ask for a fresh text',
    publish: 'Go on: prove the domain',
    agree: 'Go on: have the account agree',
    addDomain: 'Go on: add a domain',
    addAccount: 'Go on: claim its accounts',
    done_deleted: 'The brand is deleted.',
  },
  es: {
    title: 'Tus marcas',
    attention: 'Necesita tu atención',
    fine: 'Ahora nada te necesita. Miramos todo cada día y te avisamos aquí cuando algo cambia.',
    register: 'Registrar una marca',
    first: 'Registra tu marca en cinco minutos',
    firstLede:
      'Ponle nombre, acredita su dominio, reclama sus cuentas y muestra su distintivo. Puedes dejarlo en cualquier paso y volver aquí.',
    notices: 'Lo que te hemos avisado',
    export: 'Descargar todo en JSON',
    accounts: 'Cuentas',
    allAccounts: 'Todas las cuentas: {count, number}',
    firstPage: 'Primera página',
    nextPage: 'Página siguiente',
    badge: 'Distintivo',
    frozen: 'Todas las cuentas están congeladas',
    stopped: 'Suspendido: mira qué hacer',
    failing: 'Arréglalo antes de que acabe',
    ending: 'Sin verse desde hace días: asegúrate de que está',
    textOver: 'Pide un texto nuevo',
    publish: 'Continuar: acreditar el dominio',
    agree: 'Continuar: que la cuenta lo confirme',
    addDomain: 'Continuar: añadir un dominio',
    addAccount: 'Continuar: reclamar sus cuentas',
    done_deleted: 'La marca está borrada.',
  },
  pl: {
    title: 'Twoje marki',
    attention: 'Wymaga uwagi',
    fine: 'Teraz nic cię nie wymaga. Codziennie wszystko sprawdzamy i powiemy tu, gdy coś się zmieni.',
    register: 'Zarejestruj markę',
    first: 'Zarejestruj markę w pięć minut',
    firstLede:
      'Nazwij ją, potwierdź domenę, zgłoś konta, pokaż odznakę. Możesz przerwać na każdym kroku i tu wrócić.',
    notices: 'O czym powiadomiliśmy',
    export: 'Pobierz wszystko jako JSON',
    accounts: 'Konta',
    allAccounts: 'Wszystkie konta: {count, number}',
    firstPage: 'Pierwsza strona',
    nextPage: 'Następna strona',
    badge: 'Odznaka',
    frozen: 'Wszystkie konta są zamrożone',
    stopped: 'Zawieszone: zobacz, co zrobić',
    failing: 'Napraw, zanim się skończy',
    ending: 'Od dni niewidoczne: upewnij się, że nadal tam jest',
    textOver: 'Poproś o nowy tekst',
    publish: 'Dalej: potwierdź domenę',
    agree: 'Dalej: niech konto potwierdzi',
    addDomain: 'Dalej: dodaj domenę',
    addAccount: 'Dalej: zgłoś jej konta',
    done_deleted: 'Markę usunięto.',
  },
})

/** The rest is on the brand's own page. */
const claimsABrand = 20

/** `/dashboard`: what wants somebody, then everything with its health. */
export function dashboardRoutes(deps: Deps): Hono {
  const web = new Hono()
  web.get('/dashboard', async (c) => {
    const { principal, organisation } = c.get('acting')
    const after = c.req.query('after')
    const { brands: overview, next } = await overviewOf(deps, principal, after)
    const now = deps.clock.now()
    const mayWrite = principal.scopes.includes('write')
    const isDeleted = c.req.query('done') === 'deleted'
    const recoveries = await openRecoveries(deps, principal.organisationId)
    const underWay = <UnderWay recoveries={recoveries} organisationId={principal.organisationId} />
    return await show(
      c,
      <DashboardPage
        {...{
          organisation,
          overview,
          now,
          mayWrite,
          isDeleted,
          underWay,
          next,
          isFirst: after === undefined,
        }}
      />,
    )
  })
  return web
}

type Props = {
  readonly organisation: string
  readonly overview: readonly BrandOverview[]
  readonly now: number
  readonly mayWrite: boolean
  readonly isDeleted: boolean
  readonly next: string | null
  readonly isFirst: boolean
  /** Recoveries of its brands, and those that it asks for. */
  readonly underWay: Child
}

function DashboardPage(props: Props) {
  const { organisation, overview, now, mayWrite, isDeleted, underWay, next, isFirst } = props
  const say = useTexts(words)
  const wanted = attentionOf(overview, now)
  return (
    <OwnerLayout title={say('title')} organisation={organisation}>
      <div class="head">
        <h1>{say('title')}</h1>
        {mayWrite && overview.length > 0 ? (
          <a class="button" href="/register">
            {say('register')}
          </a>
        ) : null}
      </div>
      {isDeleted ? (
        <p class="note good" role="status">
          {say('done_deleted')}
        </p>
      ) : null}
      {underWay}
      {overview.length === 0 && isFirst ? (
        <Welcome mayWrite={mayWrite} />
      ) : (
        <Attention wanted={wanted} now={now} />
      )}
      {overview.map((one) => (
        <BrandSheet {...one} now={now} />
      ))}
      {isFirst && next === null ? null : (
        <nav class="paging" aria-label={say('title')}>
          {isFirst ? null : <a href="/dashboard">{say('firstPage')}</a>}
          {next === null ? null : (
            <a rel="next" href={`/dashboard?after=${next}`}>
              {say('nextPage')}
            </a>
          )}
        </nav>
      )}
      <p class="after">
        <a href="/dashboard/notices">{say('notices')}</a>
        <a href="/dashboard/export.json" download="">
          {say('export')}
        </a>
      </p>
    </OwnerLayout>
  )
}

function Welcome({ mayWrite }: { readonly mayWrite: boolean }) {
  const say = useTexts(words)
  return (
    <section class="sheet welcome">
      <h2>{say('first')}</h2>
      <p>{say('firstLede')}</p>
      {mayWrite ? (
        <p>
          <a class="button" href="/register">
            {say('register')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function Attention({ wanted, now }: { readonly wanted: readonly Wanted[]; readonly now: number }) {
  const { language } = usePage()
  const say = useTexts(words)
  return (
    <section class="attention" aria-labelledby="attention">
      <h2 id="attention">{say('attention')}</h2>
      {wanted.length === 0 ? <p class="fine">{say('fine')}</p> : null}
      {wanted.length === 0 ? null : (
        <ul class="rows">
          {wanted.map(({ key, href, what, brand, health }) => (
            <li class={`urgent ${health === null ? '' : `tone-${health.tone}`}`}>
              <span>
                <a href={href}>
                  <Say sentence={[{ strong: [{ term: what }] }]} />
                  {': '}
                  {say(key)}
                </a>
                {brand === what ? null : (
                  <span class="fine">
                    {' '}
                    <Term>{brand}</Term>
                  </span>
                )}
              </span>
              {health === null ? null : (
                <span class="marks">
                  <MarkTag mark={markOf(language, health)} />
                  <Left health={health} now={now} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function BrandSheet({ brand, domains, claims, now }: BrandOverview & { readonly now: number }) {
  const say = useTexts(words)
  const path = `/dashboard/brands/${brand.id}`
  return (
    <section class="sheet brand" aria-labelledby={brand.id}>
      <h2 id={brand.id}>
        <a href={path}>
          <Term>{brand.name}</Term>
        </a>
      </h2>
      {domains.length === 0 ? null : <DomainRows domains={domains} now={now} />}
      {claims.length === 0 ? null : <ClaimRows claims={claims.slice(0, claimsABrand)} now={now} />}
      <p class="after">
        <a href={`${path}/accounts`}>
          {claims.length > claimsABrand ? say('allAccounts', { count: claims.length }) : say('accounts')}
        </a>
        {brand.slug === null ? null : (
          <a href={`/b/${encodeURIComponent(brand.slug)}/badge`}>{say('badge')}</a>
        )}
      </p>
    </section>
  )
}
