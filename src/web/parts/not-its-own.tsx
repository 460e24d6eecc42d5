import { texts } from '#i18n/texts.ts'
import type { DisavowedAccount, PublicBrand } from '#registry/answer.ts'
import { markOf } from '#web/marks.ts'
import { usePage, useTexts } from '#web/page.ts'
import { absenceSentence } from '#web/sentences.ts'
import { AccountName, LookItUp, relOf } from './account.tsx'
import { MarkTag } from './mark.tsx'
import { Say } from './text.tsx'

const words = texts({
  en: {
    title: 'Not its own',
    brand: 'The domain says that these are not its accounts.',
    dispute: 'Disputes decided that these are not its accounts.',
    absent: 'Where it is not',
    lookUp: 'Look it up',
  },
  es: {
    title: 'No son suyas',
    brand: 'El dominio dice que estas cuentas no son suyas.',
    dispute: 'Varias disputas resolvieron que estas cuentas no son suyas.',
    absent: 'Dónde no está',
    lookUp: 'Consultar',
  },
  pl: {
    title: 'Nie jej konta',
    brand: 'Domena podaje, że to nie są jej konta.',
    dispute: 'W sporach rozstrzygnięto, że to nie są jej konta.',
    absent: 'Gdzie jej nie ma',
    lookUp: 'Sprawdź',
  },
})

const groups = [
  { decidedBy: 'brand', id: 'not-ours' },
  { decidedBy: 'dispute', id: 'decided' },
] as const

/** What a brand's entry says is not the brand's: accounts, and platforms it is not on. */
export function NotItsOwn({ brand }: { readonly brand: PublicBrand }) {
  const say = useTexts(words)
  const { language } = usePage()
  const grouped = Map.groupBy(brand.notOurs, (account) => account.decidedBy)
  return (
    <>
      {groups.map(({ decidedBy, id }) => {
        const accounts = grouped.get(decidedBy)
        return accounts === undefined ? null : <Disavowed id={id} note={say(decidedBy)} accounts={accounts} />
      })}
      {brand.absentFrom.length === 0 ? null : (
        <section aria-labelledby="absent">
          <h2 id="absent">{say('absent')}</h2>
          <p>
            <Say sentence={absenceSentence(brand.slug, brand.absentFrom, language)} />
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
  const say = useTexts(words)
  const { language } = usePage()
  return (
    <section aria-labelledby={group.id}>
      <h2 id={group.id}>{say('title')}</h2>
      <p class="fine">{group.note}</p>
      <ul class="rows">
        {group.accounts.map((account) => (
          <li>
            <AccountName account={account} rel={relOf('not_ours')} />
            <span class="marks">
              <MarkTag mark={markOf('not_ours', null, language)} />
              <LookItUp account={account}>{say('lookUp')}</LookItUp>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
