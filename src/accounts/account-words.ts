import { texts } from '#i18n/texts.ts'

/** What is told to whoever pasted something that is no account. */
export const accountWords = texts({
  en: {
    tooLong: 'The text has more than {max} characters. Paste one link, handle, domain or name.',
    notUnicode: 'The text is not valid Unicode. Copy it once more from its page.',
    empty: 'There is no text. Paste one link, handle, domain or name.',
    controls: 'The text holds control characters or several lines. Paste one link, handle, domain or name.',
    mailAddress:
      '{text} looks like a mail address. For a fediverse account put an @ in front, for a Nostr name nostr:; for a domain give what follows the @.',
    scheme:
      '{text} begins with “{scheme}:”. Paste a link that begins with https://, or a handle, domain or name.',
    notFediverse: '{text} is no fediverse account. Expected @user@host, with the host of a fediverse server.',
    notWhole: '{text} is not one whole web address. Copy the link once more, without other text.',
    disguised: '{text} leads to {host} in a disguised way. Paste the plain link of the profile.',
    noDomain: '{text} names no domain. A domain looks like acme.com; IP addresses cannot be looked up.',
    handleAlone:
      '{text} can be somebody else’s on every platform. Paste the profile’s link, such as https://x.com/acme.',
    nameAlone: '{text} is a name, not an account. Paste the profile’s link, such as https://x.com/acme.',
    page: '{text} is a page of {platform} but not an account’s own. Open the profile and paste its link{example, select, none {} other {, such as {example}}}.',
    unknownKey: 'We know no platform {key}. /v1/platforms lists the {count} that we know, each with its key.',
    elsewhere: '{text} is an account on {seen}, not on {key}. Give the platform that fits, or none.',
    noAccount: '{text} is no account on {platform}. Paste the profile’s link.',
    unknownHost:
      '{host} is none of the platforms that we know (/v1/platforms lists all {count}). Paste a profile’s link on one of them; a website of your own is added as a domain.',
  },
  es: {
    tooLong: 'El texto tiene más de {max} caracteres. Pega un solo enlace, usuario, dominio o nombre.',
    notUnicode: 'El texto no es Unicode válido. Vuelve a copiarlo de su página.',
    empty: 'No hay texto. Pega un enlace, usuario, dominio o nombre.',
    controls:
      'El texto tiene caracteres de control o varias líneas. Pega un solo enlace, usuario, dominio o nombre.',
    mailAddress:
      '{text} parece una dirección de correo. Si es una cuenta del fediverso, ponle una @ delante; si es un nombre de Nostr, nostr:; si es un dominio, escribe lo que va tras la @.',
    scheme:
      '{text} empieza por «{scheme}:». Pega un enlace que empiece por https://, o un usuario, dominio o nombre.',
    notFediverse:
      '{text} no es una cuenta del fediverso. Se espera @usuario@servidor, con el nombre de un servidor del fediverso.',
    notWhole: '{text} no es una sola dirección web completa. Vuelve a copiar el enlace, sin otro texto.',
    disguised: '{text} lleva a {host} de forma disimulada. Pega el enlace sencillo del perfil.',
    noDomain:
      '{text} no nombra ningún dominio. Un dominio es como acme.com; las direcciones IP no se pueden consultar.',
    handleAlone:
      '{text} puede ser de otra persona en cada plataforma. Pega el enlace del perfil, como https://x.com/acme.',
    nameAlone: '{text} es un nombre, no una cuenta. Pega el enlace del perfil, como https://x.com/acme.',
    page: '{text} es una página de {platform}, pero no la de una cuenta. Abre el perfil y pega su enlace{example, select, none {} other {, como {example}}}.',
    unknownKey:
      'No conocemos ninguna plataforma {key}. En /v1/platforms están las {count} que conocemos, cada una con su clave.',
    elsewhere: '{text} es una cuenta de {seen}, no de {key}. Indica la plataforma correcta, o ninguna.',
    noAccount: '{text} no es una cuenta de {platform}. Pega el enlace del perfil.',
    unknownHost:
      '{host} no es ninguna de las plataformas que conocemos (en /v1/platforms están las {count}). Pega el enlace de un perfil en una de ellas; un sitio web propio se añade como dominio.',
  },
  pl: {
    tooLong: 'Tekst ma ponad {max} znaków. Wklej jeden link, nazwę konta, domenę lub nazwę.',
    notUnicode: 'Tekst nie jest poprawnym Unicode. Skopiuj go ze strony jeszcze raz.',
    empty: 'Brak tekstu. Wklej link, nazwę konta, domenę lub nazwę.',
    controls:
      'Tekst zawiera znaki sterujące lub kilka wierszy. Wklej jeden link, nazwę konta, domenę lub nazwę.',
    mailAddress:
      '{text} wygląda na adres e-mail. Przed kontem w fediwersum postaw @, przed nazwą Nostr wpisz nostr:, a jeśli to domena, podaj to, co jest po @.',
    scheme:
      '{text} zaczyna się od „{scheme}:”. Wklej link zaczynający się od https:// albo nazwę konta, domenę lub nazwę.',
    notFediverse:
      '{text} nie jest kontem w fediwersum. Oczekiwany zapis to @użytkownik@serwer, z nazwą serwera fediwersum.',
    notWhole: '{text} nie jest jednym pełnym adresem. Skopiuj link jeszcze raz, bez innego tekstu.',
    disguised: '{text} prowadzi do {host} w ukryty sposób. Wklej zwykły link do profilu.',
    noDomain: '{text} nie zawiera domeny. Domena wygląda tak: acme.com; adresów IP nie można sprawdzać.',
    handleAlone:
      '{text} na każdej platformie może należeć do kogo innego. Wklej link do profilu, na przykład https://x.com/acme.',
    nameAlone: '{text} to nazwa, a nie konto. Wklej link do profilu, na przykład https://x.com/acme.',
    page: '{text} to strona w serwisie {platform}, ale nie strona konta. Otwórz profil i wklej jego link{example, select, none {} other {, na przykład {example}}}.',
    unknownKey:
      'Nie znamy platformy {key}. Pod /v1/platforms jest lista {count} znanych nam platform, każda ze swoim kluczem.',
    elsewhere: '{text} to konto na platformie {seen}, a nie {key}. Podaj właściwą platformę albo żadną.',
    noAccount: '{text} nie jest kontem na platformie {platform}. Wklej link do profilu.',
    unknownHost:
      '{host} nie jest żadną ze znanych nam platform (pod /v1/platforms są wszystkie: {count}). Wklej link do profilu na jednej z nich; własną stronę dodaje się jako domenę.',
  },
})
