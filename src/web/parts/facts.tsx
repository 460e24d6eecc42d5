import type { Child } from 'hono/jsx'
import { texts } from '#i18n/texts.ts'
import type { Answer } from '#registry/answer.ts'
import type { Verdict } from '#web/marks.ts'
import { usePage, useTexts } from '#web/page.ts'
import { audienceOf, isOthers, purposeOf, type Relation } from '#web/words.ts'
import { AccountName, relOf } from './account.tsx'
import { Say, Term, Who } from './text.tsx'

const words = texts({
  en: {
    entry: 'Whose entry',
    saysSo: 'Who says so',
    vouches: 'Who vouches',
    account: 'Account',
    platformId: 'Platform’s own id',
    purpose: 'Purpose',
    audience: 'For whom',
    website: 'Its own website',
    lists: '{domain} lists this account',
    listsNot: '{domain} does not list this account',
    provedDomain: 'Proved domain',
  },
  es: {
    entry: 'De quién es la ficha',
    saysSo: 'Quién lo dice',
    vouches: 'Quién da fe',
    account: 'Cuenta',
    platformId: 'Identificador en la plataforma',
    purpose: 'Para qué es',
    audience: 'Para quién es',
    website: 'Su propia web',
    lists: '{domain} incluye esta cuenta',
    listsNot: '{domain} no incluye esta cuenta',
    provedDomain: 'Dominio acreditado',
  },
  pl: {
    entry: 'Czyj to wpis',
    saysSo: 'Kto tak mówi',
    vouches: 'Kto ręczy',
    account: 'Konto',
    platformId: 'Identyfikator w serwisie',
    purpose: 'Przeznaczenie',
    audience: 'Dla kogo',
    website: 'Własna strona',
    lists: '{domain} wymienia to konto',
    listsNot: '{domain} nie wymienia tego konta',
    provedDomain: 'Potwierdzona domena',
  },
})

/** The entry itself, a line for each fact that there is. */
export function Facts({ answer }: { readonly answer: Answer }) {
  const say = useTexts(words)
  const { language } = usePage()
  const { query, brand, account, verdict, matchedDomain } = answer
  if (query.kind === 'name' || (query.kind === 'domain' && brand === null)) return null
  const relation = account?.relation ?? null
  return (
    <dl class="facts">
      {brand === null ? null : (
        <Fact label={say(whoLabel(verdict, relation))}>
          <Who brand={brand} />
        </Fact>
      )}
      {query.kind === 'account' ? (
        <Fact label={say('account')}>
          <AccountName account={query} rel={relOf(verdict)} />
        </Fact>
      ) : null}
      {account === null || account.platformId === null ? null : (
        <Fact label={say('platformId')}>
          <code>
            <Term>{account.platformId}</Term>
          </code>
        </Fact>
      )}
      {relation === null ? null : (
        <Fact label={say('purpose')}>{purposeOf(relation, verdict === 'verified', language)}</Fact>
      )}
      {account === null || audienceOf(account, language) === '' ? null : (
        <Fact label={say('audience')}>{audienceOf(account, language)}</Fact>
      )}
      {account === null || account.published === null || brand === null ? null : (
        <Fact label={say('website')}>
          <Say sentence={say.parts(account.published ? 'lists' : 'listsNot', { domain: brand.slug })} />
        </Fact>
      )}
      {matchedDomain === null ? null : (
        <Fact label={say('provedDomain')}>
          <Term>{matchedDomain}</Term>
        </Fact>
      )}
    </dl>
  )
}

function whoLabel(verdict: Verdict | null, relation: Relation | null) {
  if (verdict === 'lapsed' || verdict === 'suspended') return 'entry'
  return verdict === 'not_ours' || isOthers(relation) ? 'saysSo' : 'vouches'
}

function Fact({ label, children }: { readonly label: string; readonly children: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
