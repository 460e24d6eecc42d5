import { isOwnVoice } from '#listings/own.ts'
import type { PublicAccount, PublicBrand } from '#registry/answer.ts'
import { markOf } from '#web/marks.ts'
import { isOthers, purposeOf, purposes, type Relation } from '#web/words.ts'
import { AccountName, isOwn, LookItUp, relOf } from './account.tsx'
import { DisputedTag, MarkTag } from './mark.tsx'
import { Term } from './text.tsx'

type Group = {
  readonly id: string
  readonly title: string
  readonly note: string | null
  readonly holds: (account: PublicAccount) => boolean
}

/** Each account is in the first group that holds it. */
const groups: readonly Group[] = [
  { id: 'own', title: 'Its own accounts', note: null, holds: isOwn },
  {
    id: 'others',
    title: 'Accounts of others that it knows of',
    note: 'These belong to other people. They do not speak for the domain.',
    holds: (account) => isOthers(account.relation),
  },
  {
    id: 'said',
    title: 'Only said to be its own',
    note: 'The domain says so and the account has not confirmed it. Anybody may say so of any account.',
    holds: (account) => account.verdict === 'declared',
  },
  {
    id: 'unproved',
    title: 'Not proved now',
    note: 'These were proved once. Do not rely on them today.',
    holds: () => true,
  },
]

const order = Object.keys(purposes)
const place = (relation: Relation | null) => (relation === null ? order.length : order.indexOf(relation))

export function BrandAccounts({ brand }: { readonly brand: PublicBrand }) {
  const grouped = Map.groupBy(brand.accounts, (account) => groups.find((group) => group.holds(account)))
  if (brand.accounts.length === 0) {
    return (
      <section aria-labelledby="accounts">
        <h2 id="accounts">Accounts</h2>
        <p>
          <Term>{brand.slug}</Term> has named no accounts yet.
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
  return (
    <section aria-labelledby={group.id}>
      <h2 id={group.id}>{group.title}</h2>
      {group.note === null ? null : <p class="fine">{group.note}</p>}
      <ul class="rows">
        {accounts
          .toSorted((one, other) => place(one.relation) - place(other.relation))
          .map((account) => (
            <li>
              <span>
                <AccountName
                  account={account}
                  rel={isOwnVoice(account) ? 'me noopener' : relOf(account.verdict)}
                />
                {account.relation === null ? null : (
                  <span class="fine">
                    <br />
                    {purposeOf(account.relation, account.verdict === 'verified')}
                  </span>
                )}
              </span>
              <span class="marks">
                <DisputedTag disputed={account.disputed} />
                <MarkTag mark={markOf(account.verdict, account.relation)} />
                <LookItUp account={account}>Proofs</LookItUp>
              </span>
            </li>
          ))}
      </ul>
    </section>
  )
}
