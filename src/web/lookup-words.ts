import { texts } from '#i18n/texts.ts'

export const words = texts({
  en: {
    problem: 'That could not be looked up',
    page: '“{text}” is a page of {platform} but not an account’s own. Open the profile and paste its link.',
    unread: 'This is not understood. Paste a link that begins with https://, an account, a domain or a name.',
    nothingIn: 'There is no account, link or domain in this text. Paste the part that holds one.',
    title:
      '{count, plural, one {# account or domain in this text} other {# accounts and domains in this text}}',
    lede: 'Each has its own answer. Open one to see what it rests on.',
    cut: 'The first {shown} of {total} are shown. Paste the rest by itself.',
    noMark: 'Not looked up',
  },
  es: {
    problem: 'No se ha podido buscar',
    page: '«{text}» es una página de {platform}, pero no la de una cuenta. Abre el perfil y pega su enlace.',
    unread: 'No se entiende. Pega un enlace que empiece por https://, una cuenta, un dominio o un nombre.',
    nothingIn: 'En este texto no hay ninguna cuenta, enlace ni dominio. Pega la parte que lo tenga.',
    title:
      '{count, plural, one {# cuenta o dominio en este texto} other {# cuentas y dominios en este texto}}',
    lede: 'Cada uno tiene su respuesta. Abre una para ver en qué se basa.',
    cut: 'Se muestran los primeros {shown} de {total}. Pega el resto por separado.',
    noMark: 'Sin buscar',
  },
  pl: {
    problem: 'Nie udało się tego sprawdzić',
    page: '„{text}” to strona serwisu {platform}, ale nie strona konta. Otwórz profil i wklej jego link.',
    unread: 'Nie wiadomo, co to jest. Wklej link zaczynający się od https://, konto, domenę albo nazwę.',
    nothingIn: 'W tym tekście nie ma żadnego konta, linku ani domeny. Wklej fragment, który je zawiera.',
    title:
      '{count, plural, one {# konto lub domena w tym tekście} few {# konta i domeny w tym tekście} many {# kont i domen w tym tekście} other {# konta i domeny w tym tekście}}',
    lede: 'Każda pozycja ma własną odpowiedź. Otwórz ją, aby zobaczyć, na czym się opiera.',
    cut: 'Pokazano {shown} z {total}. Resztę wklej osobno.',
    noMark: 'Nie sprawdzono',
  },
})
