import { day } from '#base/clock.ts'
import { texts } from '#i18n/texts.ts'
import type { Kind } from '#mail/kind.ts'

const words = texts({
  en: {
    subject: 'A passkey was added to your account',
    intro:
      'The passkey “{name}” was added to your account at Veramarca on {at, date, moment} UTC. It signs in as you.',
    caution: 'If that was not you, remove it and end the other sessions at <account>your account</account>.',
  },
  es: {
    subject: 'Se ha añadido una llave de acceso a tu cuenta',
    intro:
      'La llave de acceso «{name}» se añadió a tu cuenta de Veramarca el {at, date, moment} UTC. Con ella se inicia sesión en tu nombre.',
    caution: 'Si no has sido tú, quítala y cierra las demás sesiones en <account>tu cuenta</account>.',
  },
  pl: {
    subject: 'Dodano klucz dostępu do Twojego konta',
    intro:
      'Klucz dostępu „{name}” dodano do Twojego konta w Veramarce: {at, date, moment} UTC. Można się nim zalogować jako Ty.',
    caution: 'Jeśli to nie Ty, usuń go i zakończ pozostałe sesje na <account>swoim koncie</account>.',
  },
})

type Values = { readonly name: string; readonly at: number; readonly account: string }

export const passkeyAdded: Kind<Values> = {
  usefulFor: 7 * day,
  example: { name: 'Ana’s phone', at: 1_772_366_400_000, account: 'https://registry.example/account' },
  draft(language, { name, at, account }) {
    const say = words(language)
    return {
      subject: say('subject'),
      blocks: [
        { says: say.parts('intro', { name, at }) },
        { says: say.parts('caution', { account: { to: account } }) },
      ],
    }
  },
}
