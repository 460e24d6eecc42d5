import type { BrandMark, Candidate } from '#registry/answer.ts'
import { markOf } from '#web/marks.ts'
import { declaredNote } from '#web/sentences.ts'
import { AccountName, LookItUp, relOf } from './account.tsx'
import { MarkTag } from './mark.tsx'
import { Say, Who } from './text.tsx'

type ClaimedByProps = {
  readonly brands: readonly BrandMark[]
  /** Somebody's proof stands or stood, and these only say so. */
  readonly beside: boolean
}

export function ClaimedBy({ brands, beside }: ClaimedByProps) {
  if (brands.length === 0) return null
  return (
    <section aria-labelledby="says-so">
      <h2 id="says-so">{beside ? 'Others who only say so' : 'Who says so'}</h2>
      <ul class="rows">
        {brands.map((brand) => (
          <li>
            <span>
              <Who brand={brand} />
            </span>
            <span class="fine">says so</span>
          </li>
        ))}
      </ul>
      <p class="fine">
        <Say sentence={declaredNote(brands.length)} />
      </p>
    </section>
  )
}

export function Candidates({ candidates }: { readonly candidates: readonly Candidate[] }) {
  if (candidates.length === 0) return null
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates">Who goes by it</h2>
      <ul class="rows">
        {candidates.map(({ brand, account, verdict }) => (
          <li>
            <span>
              <Who brand={brand} />
              {account === null ? null : (
                <>
                  <br />
                  <AccountName account={account} rel={relOf(verdict)} />{' '}
                  <LookItUp account={account}>Look it up</LookItUp>
                </>
              )}
            </span>
            <MarkTag mark={markOf(verdict, account?.relation ?? null)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
