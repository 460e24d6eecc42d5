import type { ProofMark } from '#registry/answer.ts'
import { methodName } from '#web/words.ts'
import { Seen } from './seen.tsx'
import { Term } from './text.tsx'

type About = 'account' | 'declared' | 'domain'
type Props = { readonly proofs: readonly ProofMark[]; readonly domain: string; readonly about: About }

/** What the answer rests on: each proof with how and when it was last seen, and the end that is missing. */
export function Proofs({ proofs, domain, about }: Props) {
  if (proofs.length === 0) return null
  return (
    <section class="proofs" aria-labelledby="proofs">
      <h2 id="proofs">What it rests on</h2>
      <ol>
        {proofs.map((proof) => (
          <li>
            <p class="end">
              <End proof={proof} domain={domain} about={about} />
            </p>
            <p>
              {proof.direction === 'domain' ? 'Control shown by: ' : ''}
              {methodName(proof.method)}
            </p>
            <p class="fine">
              <Seen proof={proof} />
            </p>
          </li>
        ))}
        {about === 'declared' ? (
          <li>
            <p class="end">The account has not confirmed it</p>
          </li>
        ) : null}
      </ol>
    </section>
  )
}

type EndProps = { readonly proof: ProofMark; readonly domain: string; readonly about: About }

function End({ proof, domain, about }: EndProps) {
  const name = <Term>{domain}</Term>
  if (about === 'domain') return <>Control of {name}</>
  return proof.direction === 'domain' ? <>{name} names the account</> : <>The account names {name}</>
}
