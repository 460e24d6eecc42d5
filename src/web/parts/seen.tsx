import { texts } from '#i18n/texts.ts'
import type { ProofMark } from '#registry/answer.ts'
import { usePage, useTexts } from '#web/page.ts'
import { dayIn, seenFrom } from '#web/words.ts'
import { Say } from './text.tsx'

const words = texts({
  en: { seen: 'Last seen {day}{widely}', missing: 'Missing since {day}', until: 'Good until {day}' },
  es: {
    seen: 'Vista por última vez el {day}{widely}',
    missing: 'Falta desde el {day}',
    until: 'Válida hasta el {day}',
  },
  pl: { seen: 'Ostatnio widziano {day}{widely}', missing: 'Brak od {day}', until: 'Ważne do {day}' },
})

type Props = { readonly proof: Omit<ProofMark, 'direction'> }

/** When a proof was seen, how widely, since when it is missing and how long it is good; a line each. */
export function Seen({ proof: { method, checkedAt, expiresAt, seenBy, failingSince } }: Props) {
  const { language } = usePage()
  const { parts } = useTexts(words)
  const widely = [seenFrom(seenBy, method, language)]
  return (
    <>
      <Say sentence={parts('seen', { day: dayIn(checkedAt, language), widely })} />
      <br />
      {failingSince === null ? null : (
        <>
          <Say sentence={parts('missing', { day: dayIn(failingSince, language) })} />
          <br />
        </>
      )}
      <Say sentence={parts('until', { day: dayIn(expiresAt, language) })} />
    </>
  )
}
