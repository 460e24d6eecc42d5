import { texts } from '#i18n/texts.ts'
import type { ProofMark } from '#registry/answer.ts'
import { usePage, useTexts } from '#web/page.ts'
import { methodName } from '#web/words.ts'
import { Seen } from './seen.tsx'
import { Say } from './text.tsx'

const words = texts({
  en: {
    title: 'What it rests on',
    control: 'Control of {domain}',
    domainEnd: '{domain} names the account',
    accountEnd: 'The account names {domain}',
    shownBy: 'Control shown by: {method}',
    unconfirmed: 'The account has not confirmed it',
  },
  es: {
    title: 'En qué se basa',
    control: 'Control de {domain}',
    domainEnd: '{domain} nombra la cuenta',
    accountEnd: 'La cuenta nombra {domain}',
    shownBy: 'Control demostrado con: {method}',
    unconfirmed: 'La cuenta no lo ha confirmado',
  },
  pl: {
    title: 'Na czym się to opiera',
    control: 'Kontrola nad {domain}',
    domainEnd: '{domain} wskazuje konto',
    accountEnd: 'Konto wskazuje {domain}',
    shownBy: 'Kontrolę wykazano przez: {method}',
    unconfirmed: 'Konto tego nie potwierdziło',
  },
})

type About = 'account' | 'declared' | 'domain'
type Props = { readonly proofs: readonly ProofMark[]; readonly domain: string; readonly about: About }

/** What the answer rests on: each proof with how and when it was last seen, and the end that is missing. */
export function Proofs({ proofs, domain, about }: Props) {
  const say = useTexts(words)
  const { language } = usePage()
  if (proofs.length === 0) return null
  const end = ({ direction }: ProofMark) =>
    about === 'domain' ? 'control' : direction === 'domain' ? 'domainEnd' : 'accountEnd'
  return (
    <section class="proofs" aria-labelledby="proofs">
      <h2 id="proofs">{say('title')}</h2>
      <ol>
        {proofs.map((proof) => {
          const method = methodName(proof.method, language)
          return (
            <li>
              <p class="end">
                <Say sentence={say.parts(end(proof), { domain })} />
              </p>
              <p>{proof.direction === 'domain' ? say('shownBy', { method }) : method}</p>
              <p class="fine">
                <Seen proof={proof} />
              </p>
            </li>
          )
        })}
        {about === 'declared' ? (
          <li>
            <p class="end">{say('unconfirmed')}</p>
          </li>
        ) : null}
      </ol>
    </section>
  )
}
