import type { Recovery } from '#recoveries/recovery.ts'
import { texts } from '#i18n/texts.ts'
import { useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'

const words = texts({
  en: {
    theirs:
      'Another organisation asks to take over your brand at {domain}. <to>See it, and object if it is not agreed</to>.',
    ours: 'You ask to regain the brand at {domain}. <to>See how it stands</to>.',
  },
  es: {
    theirs:
      'Otra organización pide hacerse cargo de tu marca de {domain}. <to>Míralo y oponte si no está acordado</to>.',
    ours: 'Pides recuperar la marca de {domain}. <to>Mira cómo va</to>.',
  },
  pl: {
    theirs:
      'Inna organizacja prosi o przejęcie twojej marki {domain}. <to>Zobacz to i zgłoś sprzeciw, jeśli tego nie ustalono</to>.',
    ours: 'Prosisz o odzyskanie marki {domain}. <to>Zobacz, na jakim jest etapie</to>.',
  },
})

type Props = { readonly recoveries: readonly Recovery[]; readonly organisationId: string }

/** What of an organisation's is about to change hands: nobody should learn of it from a mail alone. */
export function UnderWay({ recoveries, organisationId }: Props) {
  const say = useTexts(words)
  return (
    <>
      {recoveries.map(({ id, domain, incumbentId }) => (
        <p class="note">
          <Say
            sentence={say.parts(incumbentId === organisationId ? 'theirs' : 'ours', {
              domain,
              to: { to: `/recoveries/${id}` },
            })}
          />
        </p>
      ))}
    </>
  )
}
