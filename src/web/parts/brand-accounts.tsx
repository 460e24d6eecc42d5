import { isOwnVoice } from '#listings/own.ts'
import type { Language } from '#i18n/languages.ts'
import { texts } from '#i18n/texts.ts'
import type { PublicAccount, PublicBrand } from '#registry/answer.ts'
import { markOf } from '#web/marks.ts'
import { usePage, useTexts } from '#web/page.ts'
import { audienceOf, countryName, isOthers, purposeOf, relationOrder, type Relation } from '#web/words.ts'
import { AccountName, isOwn, LookItUp, relOf } from './account.tsx'
import { DisputedTag, MarkTag } from './mark.tsx'
import { Say } from './text.tsx'

const words = texts({
  en: {
    own: 'Its own accounts',
    others: 'Accounts of others that it knows of',
    othersNote: 'These belong to other people. They do not speak for the domain.',
    said: 'Only said to be its own',
    saidNote: 'The domain says so and the account has not confirmed it. Anybody may say so of any account.',
    unproved: 'Not proved now',
    unprovedNote: 'These were proved once. Do not rely on them today.',
    accounts: 'Accounts',
    none: '{domain} has named no accounts yet.',
    proofs: 'Proofs',
  },
  es: {
    own: 'Sus cuentas',
    others: 'Cuentas de otros que conoce',
    othersNote: 'Son de otras personas. No hablan en nombre del dominio.',
    said: 'Solo declaradas como suyas',
    saidNote:
      'El dominio lo dice y la cuenta no lo ha confirmado. Cualquiera puede decirlo de cualquier cuenta.',
    unproved: 'Sin acreditar ahora',
    unprovedNote: 'Estuvieron acreditadas. Hoy no te fíes de ellas.',
    accounts: 'Cuentas',
    none: '{domain} aún no ha nombrado ninguna cuenta.',
    proofs: 'Pruebas',
  },
  pl: {
    own: 'Własne konta',
    others: 'Konta innych, o których wie',
    othersNote: 'Należą do innych osób. Nie mówią w imieniu domeny.',
    said: 'Tylko podane jako własne',
    saidNote:
      'Domena tak podaje, a konto tego nie potwierdziło. Każdy może tak powiedzieć o dowolnym koncie.',
    unproved: 'Teraz niepotwierdzone',
    unprovedNote: 'Były kiedyś potwierdzone. Dziś na nich nie polegaj.',
    accounts: 'Konta',
    none: '{domain} nie podaje jeszcze żadnych kont.',
    proofs: 'Dowody',
  },
})

type Group = {
  readonly id: 'own' | 'others' | 'said' | 'unproved'
  readonly note: 'othersNote' | 'saidNote' | 'unprovedNote' | null
  readonly holds: (account: PublicAccount) => boolean
}

/** Each account is in the first group that holds it. */
const groups: readonly Group[] = [
  { id: 'own', note: null, holds: isOwn },
  { id: 'others', note: 'othersNote', holds: (account) => isOthers(account.relation) },
  { id: 'said', note: 'saidNote', holds: (account) => account.verdict === 'declared' },
  { id: 'unproved', note: 'unprovedNote', holds: () => true },
]

const place = (relation: Relation | null) =>
  relation === null ? relationOrder.length : relationOrder.indexOf(relation)

export function BrandAccounts({ brand }: { readonly brand: PublicBrand }) {
  const say = useTexts(words)
  const grouped = Map.groupBy(brand.accounts, (account) => groups.find((group) => group.holds(account)))
  if (brand.accounts.length === 0) {
    return (
      <section aria-labelledby="accounts">
        <h2 id="accounts">{say('accounts')}</h2>
        <p>
          <Say sentence={say.parts('none', { domain: brand.slug })} />
        </p>
      </section>
    )
  }
  return (
    <>
      {groups.map((group) => {
        const accounts = grouped.get(group)
        return accounts === undefined ? null : <GroupOf group={group} accounts={accounts} />
      })}
    </>
  )
}

function GroupOf({
  group,
  accounts,
}: {
  readonly group: Group
  readonly accounts: readonly PublicAccount[]
}) {
  const say = useTexts(words)
  const shelves = shelvesOf(accounts, usePage().language)
  return (
    <section aria-labelledby={group.id}>
      <h2 id={group.id}>{say(group.id)}</h2>
      {group.note === null ? null : <p class="fine">{say(group.note)}</p>}
      {shelves.map(({ heading, accounts: shelved }) => (
        <>
          {shelves.length === 1 ? null : <h3>{heading}</h3>}
          <ul class="rows">
            {shelved.map((account) => (
              <Row account={account} isHeaded={shelves.length > 1} />
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}

type Shelf = { readonly heading: string; readonly accounts: readonly PublicAccount[] }

/** "Support · Spain": by purpose, in its order, and by country, what is for none first. */
function shelvesOf(accounts: readonly PublicAccount[], language: Language): readonly Shelf[] {
  const { compare } = new Intl.Collator(language)
  const countryOf = ({ country }: PublicAccount) => (country === null ? '' : countryName(country, language))
  const sorted = accounts.toSorted(
    (one, other) => place(one.relation) - place(other.relation) || compare(countryOf(one), countryOf(other)),
  )
  const shelved = Map.groupBy(sorted, (account) =>
    [purposeIn(account, language), countryOf(account)].filter((part) => part !== '').join(' · '),
  )
  return [...shelved].map(([heading, held]) => ({ heading, accounts: held }))
}

function purposeIn({ relation, verdict }: PublicAccount, language: Language): string {
  return relation === null ? '' : purposeOf(relation, verdict === 'verified', language)
}

function Row({ account, isHeaded }: { readonly account: PublicAccount; readonly isHeaded: boolean }) {
  const say = useTexts(words)
  const { language } = usePage()
  const audience = audienceOf(isHeaded ? { ...account, country: null } : account, language)
  const said = [isHeaded ? '' : purposeIn(account, language), audience]
    .filter((part) => part !== '')
    .join(' · ')
  return (
    <li>
      <span>
        <AccountName account={account} rel={isOwnVoice(account) ? 'me noopener' : relOf(account.verdict)} />
        {said === '' ? null : (
          <span class="fine">
            <br />
            {said}
          </span>
        )}
      </span>
      <span class="marks">
        <DisputedTag disputed={account.disputed} />
        <MarkTag mark={markOf(account.verdict, account.relation, language)} />
        <LookItUp account={account}>{say('proofs')}</LookItUp>
      </span>
    </li>
  )
}
