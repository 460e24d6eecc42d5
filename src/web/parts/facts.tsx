import type { Child } from 'hono/jsx'
import type { Answer } from '#registry/answer.ts'
import type { Verdict } from '#web/marks.ts'
import { isOthers, purposeOf, type Relation } from '#web/words.ts'
import { AccountName, relOf } from './account.tsx'
import { Term, Who } from './text.tsx'

/** The entry itself, a line for each fact that there is. */
export function Facts({ answer }: { readonly answer: Answer }) {
  const { query, brand, account, verdict, matchedDomain } = answer
  if (query.kind === 'name' || (query.kind === 'domain' && brand === null)) return null
  const relation = account?.relation ?? null
  return (
    <dl class="facts">
      {brand === null ? null : (
        <Fact label={whoLabel(verdict, relation)}>
          <Who brand={brand} />
        </Fact>
      )}
      {query.kind === 'account' ? (
        <Fact label="Account">
          <AccountName account={query} rel={relOf(verdict)} />
        </Fact>
      ) : null}
      {account === null || account.platformId === null ? null : (
        <Fact label="Platform’s own id">
          <code>
            <Term>{account.platformId}</Term>
          </code>
        </Fact>
      )}
      {relation === null ? null : <Fact label="Purpose">{purposeOf(relation, verdict === 'verified')}</Fact>}
      {account === null || account.published === null || brand === null ? null : (
        <Fact label="Its own website">
          <Term>{brand.slug}</Term> {account.published ? 'lists this account' : 'does not list this account'}
        </Fact>
      )}
      {matchedDomain === null ? null : (
        <Fact label="Proved domain">
          <Term>{matchedDomain}</Term>
        </Fact>
      )}
    </dl>
  )
}

function whoLabel(verdict: Verdict | null, relation: Relation | null): string {
  if (verdict === 'lapsed' || verdict === 'suspended') return 'Whose entry'
  return verdict === 'not_ours' || isOthers(relation) ? 'Who says so' : 'Who vouches'
}

function Fact({ label, children }: { readonly label: string; readonly children: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
