import { minute } from '#base/clock.ts'
import { texts } from '#i18n/texts.ts'
import type { Kind } from '#mail/kind.ts'

const words = texts({
  en: {
    subject: '{code} confirms that it is you',
    intro:
      'Somebody who is signed in to Veramarca as you is about to do something that needs care. If that is you, type this code there. It is good for 10 minutes, and once.',
    caution:
      'If it is not you, tell nobody the code, and end the other sessions at <account>your account</account>.',
  },
  es: {
    subject: '{code} confirma que eres tú',
    intro:
      'Alguien con tu sesión de Veramarca está a punto de hacer algo delicado. Si eres tú, escribe allí este código. Vale durante 10 minutos y una sola vez.',
    caution:
      'Si no eres tú, no le des el código a nadie y cierra las demás sesiones en <account>tu cuenta</account>.',
  },
  pl: {
    subject: '{code} potwierdza, że to Ty',
    intro:
      'Ktoś zalogowany w Veramarce na Twoje konto chce zrobić coś, co wymaga ostrożności. Jeśli to Ty, wpisz tam ten kod. Jest ważny przez 10 minut i działa tylko raz.',
    caution:
      'Jeśli to nie Ty, nie podawaj nikomu kodu i zakończ pozostałe sesje na <account>swoim koncie</account>.',
  },
})

export const stepUp: Kind<{ readonly code: string; readonly account: string }> = {
  usefulFor: 10 * minute,
  example: { code: '1234 5678', account: 'https://registry.example/account' },
  draft(language, { code, account }) {
    const say = words(language)
    return {
      subject: say('subject', { code }),
      blocks: [
        { says: say.parts('intro') },
        { code },
        { says: say.parts('caution', { account: { to: account } }) },
      ],
    }
  },
}
