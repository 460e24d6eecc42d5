import { texts } from '#i18n/texts.ts'
import type { BrandMark, Candidate } from '#registry/answer.ts'
import { markOf } from '#web/marks.ts'
import { usePage, useTexts } from '#web/page.ts'
import { declaredNote } from '#web/sentences.ts'
import { AccountName, LookItUp, relOf } from './account.tsx'
import { MarkTag } from './mark.tsx'
import { Say, Who } from './text.tsx'

const words = texts({
  en: {
    others: 'Others who only say so',
    who: 'Who says so',
    saysSo: 'says so',
    candidates: 'Who goes by it',
    lookUp: 'Look it up',
  },
  es: {
    others: 'Otros que solo lo dicen',
    who: 'Quién lo dice',
    saysSo: 'lo dice',
    candidates: 'Quién usa ese nombre',
    lookUp: 'Consultar',
  },
  pl: {
    others: 'Inni, którzy tylko tak mówią',
    who: 'Kto tak mówi',
    saysSo: 'tak mówi',
    candidates: 'Kto używa tej nazwy',
    lookUp: 'Sprawdź',
  },
})

type ClaimedByProps = {
  readonly brands: readonly BrandMark[]
  /** Somebody's proof stands or stood, and these only say so. */
  readonly beside: boolean
}

export function ClaimedBy({ brands, beside }: ClaimedByProps) {
  const say = useTexts(words)
  const { language } = usePage()
  if (brands.length === 0) return null
  return (
    <section aria-labelledby="says-so">
      <h2 id="says-so">{say(beside ? 'others' : 'who')}</h2>
      <ul class="rows">
        {brands.map((brand) => (
          <li>
            <span>
              <Who brand={brand} />
            </span>
            <span class="fine">{say('saysSo')}</span>
          </li>
        ))}
      </ul>
      <p class="fine">
        <Say sentence={declaredNote(brands.length, language)} />
      </p>
    </section>
  )
}

export function Candidates({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const say = useTexts(words)
  const { language } = usePage()
  if (candidates.length === 0) return null
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates">{say('candidates')}</h2>
      <ul class="rows">
        {candidates.map(({ brand, account, verdict }) => (
          <li>
            <span>
              <Who brand={brand} />
              {account === null ? null : (
                <>
                  <br />
                  <AccountName account={account} rel={relOf(verdict)} />{' '}
                  <LookItUp account={account}>{say('lookUp')}</LookItUp>
                </>
              )}
            </span>
            <MarkTag mark={markOf(verdict, account?.relation ?? null, language)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
