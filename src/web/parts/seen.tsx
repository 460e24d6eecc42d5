import type { ProofMark } from '#registry/answer.ts'
import { seenFrom } from '#web/words.ts'
import { Day } from './text.tsx'

type Props = { readonly proof: Omit<ProofMark, 'direction'> }

/** When a proof was seen, how widely, since when it is missing and how long it is good; a line each. */
export function Seen({ proof: { method, checkedAt, expiresAt, seenBy, failingSince } }: Props) {
  return (
    <>
      Last seen <Day at={checkedAt} />
      {seenFrom(seenBy, method)}
      <br />
      {failingSince === null ? null : (
        <>
          Missing since <Day at={failingSince} />
          <br />
        </>
      )}
      Good until <Day at={expiresAt} />
    </>
  )
}
