import type { LinkReason } from '#auth/spend-link.ts'
import type { PasskeyReason } from '#auth/passkey.ts'
import type { SendCodeReason } from '#auth/send-code.ts'
import type { SpendCodeReason } from '#auth/spend-code.ts'
import { texts } from '#i18n/texts.ts'

export type SignInReason = SendCodeReason | SpendCodeReason | LinkReason | PasskeyReason

/** Each reason for which a sign-in is refused, and its status. */
export const signInStatus = {
  code_over: 422,
  code_wrong: 422,
  email_not_understood: 422,
  link_elsewhere: 403,
  link_over: 422,
  passkey_known: 409,
  passkey_refused: 422,
  too_many_attempts: 429,
  too_many_codes_sent: 429,
  too_many_passkeys: 409,
} as const satisfies Record<SignInReason, number>

/** What people are told. */
export const signInRefusals = texts<SignInReason>({
  en: {
    code_over:
      'This code was used already, is older than 10 minutes, or was mistyped too often. Ask for a new one.',
    code_wrong: 'This is not the code that we sent. Look at the newest mail, and type its 8 digits.',
    email_not_understood: 'This is not an e-mail address. One looks like ana@acme.com.',
    link_elsewhere:
      'This link works only in the browser in which you asked for it. Type the code from the same mail there instead.',
    link_over: 'This link was used already, or is older than 10 minutes. Ask for a new one.',
    passkey_known: 'This passkey is among yours already.',
    passkey_refused: 'This passkey was not accepted. Try again, or have a code sent to your address.',
    too_many_attempts:
      'There were too many tries from your network. Wait a quarter of an hour, then try again.',
    too_many_codes_sent: 'Too many codes were asked for. Wait a quarter of an hour, then try again.',
    too_many_passkeys: 'You have as many passkeys as one may have. Remove one that you no longer use.',
  },
  es: {
    code_over:
      'Este código ya se ha usado, tiene más de 10 minutos o se ha escrito mal demasiadas veces. Pide uno nuevo.',
    code_wrong: 'Este no es el código que te enviamos. Mira el correo más reciente y escribe sus 8 cifras.',
    email_not_understood: 'Esto no es una dirección de correo. Una dirección es, por ejemplo, ana@acme.com.',
    link_elsewhere:
      'Este enlace solo funciona en el navegador en el que lo pediste. Escribe allí el código que viene en el mismo correo.',
    link_over: 'Este enlace ya se ha usado o tiene más de 10 minutos. Pide uno nuevo.',
    passkey_known: 'Esta llave de acceso ya está entre las tuyas.',
    passkey_refused:
      'No se ha aceptado esta llave de acceso. Inténtalo otra vez o pide un código por correo.',
    too_many_attempts:
      'Ha habido demasiados intentos desde tu red. Espera un cuarto de hora y vuelve a intentarlo.',
    too_many_codes_sent: 'Se han pedido demasiados códigos. Espera un cuarto de hora y vuelve a intentarlo.',
    too_many_passkeys: 'Tienes tantas llaves de acceso como se permite. Quita alguna que ya no uses.',
  },
  pl: {
    code_over:
      'Ten kod został już użyty, ma ponad 10 minut albo zbyt wiele razy wpisano go błędnie. Poproś o nowy.',
    code_wrong: 'To nie jest kod, który wysłaliśmy. Sprawdź najnowszą wiadomość i wpisz z niej 8 cyfr.',
    email_not_understood: 'To nie jest adres e-mail. Adres wygląda na przykład tak: ana@acme.com.',
    link_elsewhere:
      'Ten link działa tylko w przeglądarce, w której o niego poproszono. Wpisz tam kod z tej samej wiadomości.',
    link_over: 'Ten link został już użyty albo ma ponad 10 minut. Poproś o nowy.',
    passkey_known: 'Ten klucz dostępu jest już wśród Twoich.',
    passkey_refused:
      'Ten klucz dostępu nie został przyjęty. Spróbuj ponownie albo poproś o kod na swój adres.',
    too_many_attempts: 'Z Twojej sieci było zbyt wiele prób. Odczekaj kwadrans i spróbuj ponownie.',
    too_many_codes_sent: 'Poproszono o zbyt wiele kodów. Odczekaj kwadrans i spróbuj ponownie.',
    too_many_passkeys: 'Masz tyle kluczy dostępu, ile można mieć. Usuń ten, którego już nie używasz.',
  },
})
