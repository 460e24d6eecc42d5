import { texts } from '#i18n/texts.ts'

/** How a domain stands, for whoever waits for it. */
export const liveWords = texts({
  en: {
    heading: 'State',
    toPublish:
      'Publish one of the texts below, then say so. We look only after that, because resolvers remember a “no”.',
    looking:
      'It is not seen everywhere yet. Nothing is wrong with that: the DNS takes a while. We go on looking by ourselves, and you may leave this page.',
    mistaken:
      'Not there yet, and waiting alone will not help: read what was found, and put it right. We go on looking by ourselves.',
    textOver: 'The text for {domain} was good for 30 days and has run out. Ask for a fresh one.',
    controlled:
      '<strong>{domain} is proved.</strong> Leave what you published where it is: we look every day.',
    maturing:
      '<strong>The proof was found.</strong> It is by the website of a mere host, so the public sees it once it has stood for 72 hours: after {at, date, moment} UTC. A DNS record counts at once.',
    renew:
      'The name servers of {domain} have changed. If that was you, publish a fresh text before {at, date, moment} UTC; otherwise the domain lapses.',
    failing:
      'The proof of {domain} is not found any more. Put it back before {at, date, moment} UTC, and nothing is lost.',
    lapsed: 'The proof of {domain} has ended. Ask for a fresh text, publish it, and it stands again.',
    contested:
      'You showed that you control {domain}, and so does another organisation, which was first. It passes to you when its proof ends while yours stays.',
    reregistered:
      'The registry says that {domain} was registered anew after it was proved, so it is suspended. If it is yours still, ask for a fresh text.',
    suspended: 'A moderator suspended {domain}. No text proves it for now.',
    held: 'A moderator holds {domain}. No text proves it for now.',
    go: 'Go on: your accounts',
    freshWaits: 'A fresh text waits below. The proof that stands goes on until that one is seen.',
    lastLook: 'Last look',
    never: 'none yet',
    nextLook: 'Next look',
    byYou: 'when you say that it is published',
    daily: 'within a day',
    none: 'none',
    found: 'Found',
    expected: 'Expected',
    expectedAt: '{type} at {name}',
    expectedPage: 'at {url}',
    nothing: 'nothing yet',
    asExpected: 'what was expected, by {method}',
    perspectives: '{agreeing} of {all} perspectives',
    original: 'In full, in English',
    others: 'The other ways',
    refresh: 'Refresh',
    live: 'This page follows by itself.',
  },
  es: {
    heading: 'Estado',
    toPublish:
      'Publica uno de los textos de abajo y luego avísanos. Solo miramos después, porque los servidores recuerdan un «no».',
    looking:
      'Aún no se ve en todas partes. Es normal: el DNS tarda un poco. Seguimos mirando solos y puedes cerrar esta página.',
    mistaken:
      'Aún no está, y esperar no basta: lee lo que hemos encontrado y corrígelo. Seguimos mirando solos.',
    textOver: 'El texto para {domain} valía 30 días y ha caducado. Pide uno nuevo.',
    controlled:
      '<strong>{domain} está acreditado.</strong> Deja lo publicado donde está: lo miramos cada día.',
    maturing:
      '<strong>Hemos encontrado la prueba.</strong> Como es por la web de un simple host, el público la ve cuando lleve 72 horas: después del {at, date, moment} UTC. Un registro DNS cuenta al momento.',
    renew:
      'Los servidores de nombres de {domain} han cambiado. Si has sido tú, publica un texto nuevo antes del {at, date, moment} UTC; si no, el dominio caduca.',
    failing:
      'La prueba de {domain} ya no se encuentra. Vuelve a ponerla antes del {at, date, moment} UTC y no se pierde nada.',
    lapsed: 'La prueba de {domain} ha terminado. Pide un texto nuevo, publícalo y volverá a valer.',
    contested:
      'Has mostrado que controlas {domain}, y otra organización, que llegó antes, también. Pasa a ti cuando acabe su prueba si la tuya sigue.',
    reregistered:
      'El registro del dominio dice que {domain} se registró de nuevo después de acreditarse, así que está suspendido. Si sigue siendo tuyo, pide un texto nuevo.',
    suspended: 'Un moderador ha suspendido {domain}. Por ahora ningún texto lo acredita.',
    held: 'Un moderador retiene {domain}. Por ahora ningún texto lo acredita.',
    go: 'Continuar: tus cuentas',
    freshWaits: 'Abajo espera un texto nuevo. La prueba actual vale hasta que veamos ese.',
    lastLook: 'Última mirada',
    never: 'ninguna aún',
    nextLook: 'Próxima mirada',
    byYou: 'cuando digas que está publicado',
    daily: 'antes de un día',
    none: 'ninguna',
    found: 'Encontrado',
    expected: 'Esperado',
    expectedAt: '{type} en {name}',
    expectedPage: 'en {url}',
    nothing: 'nada aún',
    asExpected: 'lo esperado, por {method}',
    perspectives: '{agreeing} de {all} perspectivas',
    original: 'Entero, en inglés',
    others: 'Las otras maneras',
    refresh: 'Actualizar',
    live: 'Esta página se actualiza sola.',
  },
  pl: {
    heading: 'Stan',
    toPublish:
      'Opublikuj jeden z poniższych tekstów, a potem daj znać. Dopiero wtedy sprawdzamy, bo serwery zapamiętują „nie ma”.',
    looking:
      'Jeszcze nie wszędzie to widać. To normalne: DNS potrzebuje chwili. Sprawdzamy dalej sami, możesz zamknąć tę stronę.',
    mistaken:
      'Jeszcze tego nie ma, a samo czekanie nie pomoże: przeczytaj, co znaleziono, i popraw to. Sprawdzamy dalej sami.',
    textOver: 'Tekst dla {domain} był ważny 30 dni i stracił ważność. Poproś o nowy.',
    controlled:
      '<strong>Domena {domain} jest potwierdzona.</strong> Zostaw to, co opublikowano: sprawdzamy codziennie.',
    maturing:
      '<strong>Znaleźliśmy dowód.</strong> Pochodzi ze strony zwykłego hosta, więc publicznie będzie widoczny, gdy utrzyma się 72 godziny: po {at, date, moment} UTC. Rekord DNS liczy się od razu.',
    renew:
      'Serwery nazw domeny {domain} się zmieniły. Jeśli to ty, opublikuj nowy tekst przed {at, date, moment} UTC; w przeciwnym razie domena wygaśnie.',
    failing:
      'Nie widać już dowodu dla {domain}. Przywróć go przed {at, date, moment} UTC, a nic nie przepadnie.',
    lapsed: 'Dowód dla {domain} się skończył. Poproś o nowy tekst, opublikuj go i znów będzie ważny.',
    contested:
      'Wykazano, że kontrolujesz {domain}, ale inna organizacja zrobiła to wcześniej. Domena przejdzie na ciebie, gdy jej dowód się skończy, a twój pozostanie.',
    reregistered:
      'Rejestr podaje, że {domain} zarejestrowano na nowo po potwierdzeniu, więc jest zawieszona. Jeśli nadal jest twoja, poproś o nowy tekst.',
    suspended: 'Moderator zawiesił {domain}. Na razie żaden tekst jej nie potwierdzi.',
    held: 'Moderator wstrzymał {domain}. Na razie żaden tekst jej nie potwierdzi.',
    go: 'Dalej: twoje konta',
    freshWaits: 'Poniżej czeka nowy tekst. Obecny dowód jest ważny, dopóki go nie zobaczymy.',
    lastLook: 'Ostatnie sprawdzenie',
    never: 'jeszcze żadne',
    nextLook: 'Następne sprawdzenie',
    byYou: 'gdy powiesz, że opublikowano',
    daily: 'w ciągu doby',
    none: 'żadne',
    found: 'Znaleziono',
    expected: 'Oczekiwano',
    expectedAt: '{type} pod {name}',
    expectedPage: 'pod {url}',
    nothing: 'jeszcze nic',
    asExpected: 'to, czego oczekiwano: {method}',
    perspectives: '{agreeing} z {all} perspektyw',
    original: 'W całości, po angielsku',
    others: 'Pozostałe sposoby',
    refresh: 'Odśwież',
    live: 'Ta strona odświeża się sama.',
  },
})
