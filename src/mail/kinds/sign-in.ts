import { minute } from '#base/clock.ts'
import { texts } from '#i18n/texts.ts'
import type { Kind } from '#mail/kind.ts'

const words = texts({
  en: {
    subject: '{code} is your code for Veramarca',
    intro: 'Type this code where you are signing in. It is good for 10 minutes, and once.',
    or: 'On the device and in the browser where you asked for it, this link does the same:',
    button: 'Sign in',
    caution:
      'Nobody at Veramarca will ever ask you for this code. If you did not ask for it, you need do nothing: without it nobody gets in.',
  },
  es: {
    subject: '{code} es tu código para Veramarca',
    intro: 'Escribe este código donde estás iniciando sesión. Vale durante 10 minutos y una sola vez.',
    or: 'En el dispositivo y el navegador en que lo pediste, este enlace hace lo mismo:',
    button: 'Iniciar sesión',
    caution:
      'Nadie de Veramarca te pedirá nunca este código. Si no lo has pedido tú, no tienes que hacer nada: sin él no entra nadie.',
  },
  pl: {
    subject: '{code} to Twój kod do Veramarki',
    intro: 'Wpisz ten kod tam, gdzie się logujesz. Jest ważny przez 10 minut i działa tylko raz.',
    or: 'Na urządzeniu i w przeglądarce, w której o niego poproszono, ten link zrobi to samo:',
    button: 'Zaloguj się',
    caution:
      'Nikt z Veramarki nigdy nie poprosi o ten kod. Jeśli to nie Ty o niego prosisz, nie trzeba nic robić: bez kodu nikt się nie zaloguje.',
  },
})

export const signIn: Kind<{ readonly code: string; readonly link: string }> = {
  usefulFor: 10 * minute,
  example: { code: '1234 5678', link: 'https://registry.example/sign-in/link?token=abc' },
  draft(language, { code, link }) {
    const say = words(language)
    return {
      subject: say('subject', { code }),
      blocks: [
        { says: say.parts('intro') },
        { code },
        { says: say.parts('or') },
        { button: say('button'), href: link },
        { says: say.parts('caution') },
      ],
    }
  },
}
