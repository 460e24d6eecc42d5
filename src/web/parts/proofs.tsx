import type { ProofMark } from '#registry/answer.ts'
import { methodName, seenFrom } from '#web/words.ts'
import { Day, Term } from './text.tsx'

type Props = { readonly proofs: readonly ProofMark[]; readonly domain: string }

/** The two ends, each with how and when it was last seen. */
export function Proofs({ proofs, domain }: Props) {
  if (proofs.length === 0) return null
  return (
    <section class="proofs" aria-labelledby="proofs">
      <h2 id="proofs">What it rests on</h2>
      <ol>
        {proofs.map((proof) => (
          <li>
            <p class="end">
              {proof.direction === 'domain' ? (
                <>
                  <Term>{domain}</Term> names the account
                </>
              ) : (
                <>
                  The account names <Term>{domain}</Term>
                </>
              )}
            </p>
            <p>
              {proof.direction === 'domain'
                ? `Control shown by: ${methodName(proof.method)}`
                : methodName(proof.method)}
            </p>
            <p class="fine">
              Last seen <Day at={proof.checkedAt} />
              {seenFrom(proof.seenBy)}, good until <Day at={proof.expiresAt} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
