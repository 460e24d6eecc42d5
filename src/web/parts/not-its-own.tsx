import type { DisavowedAccount, PublicBrand } from '#registry/answer.ts'
import { markOf } from '#web/marks.ts'
import { absenceSentence } from '#web/sentences.ts'
import { AccountName, LookItUp, relOf } from './account.tsx'
import { MarkTag } from './mark.tsx'
import { Say } from './text.tsx'

const groups = [
  { decidedBy: 'brand', id: 'not-ours', note: 'The domain says that these are not its accounts.' },
  { decidedBy: 'dispute', id: 'decided', note: 'Disputes decided that these are not its accounts.' },
] as const

/** What a brand's entry says is not the brand's: accounts, and platforms it is not on. */
export function NotItsOwn({ brand }: { readonly brand: PublicBrand }) {
  const grouped = Map.groupBy(brand.notOurs, (account) => account.decidedBy)
  return (
    <>
      {groups.map(({ decidedBy, id, note }) => {
        const accounts = grouped.get(decidedBy)
        return accounts === undefined ? null : <Disavowed id={id} note={note} accounts={accounts} />
      })}
      {brand.absentFrom.length === 0 ? null : (
        <section aria-labelledby="absent">
          <h2 id="absent">Where it is not</h2>
          <p>
            <Say sentence={absenceSentence(brand.slug, brand.absentFrom)} />
          </p>
        </section>
      )}
    </>
  )
}

function Disavowed(group: {
  readonly id: string
  readonly note: string
  readonly accounts: readonly DisavowedAccount[]
}) {
  return (
    <section aria-labelledby={group.id}>
      <h2 id={group.id}>Not its own</h2>
      <p class="fine">{group.note}</p>
      <ul class="rows">
        {group.accounts.map((account) => (
          <li>
            <AccountName account={account} rel={relOf('not_ours')} />
            <span class="marks">
              <MarkTag mark={markOf('not_ours', null)} />
              <LookItUp account={account}>Look it up</LookItUp>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
