import { texts } from '#i18n/texts.ts'

export const words = texts({
  en: {
    title: 'Veramarca: is this account really theirs?',
    description:
      'The open registry of brand accounts. Paste an account, a link, a domain or a name, and learn whether it is the brand’s own: proved by its domain and by the account itself.',
    question: 'Is this account really theirs?',
    lede: 'Veramarca is the open registry of brand accounts, each proved from both ends: by the brand’s domain and by the account itself.',
    example: 'What an answer looks like',
    sample: 'Yes. {domain} says this account is its own, and the account agrees.',
    domainEnd: '{domain} names the account',
    accountEnd: 'The account names {domain}',
    domainHow: 'TXT record in its DNS, seen today',
    accountHow: 'Website in its profile, seen today',
    how: 'How it works',
    stepDomain: 'The brand proves its domain',
    stepDomainText:
      'It publishes a record that only whoever runs the domain can publish. We look again every day.',
    stepAccount: 'The account points back',
    stepAccountText:
      'One end alone proves nothing: anybody can list a famous account, or link a famous site. Only both together count.',
    stepAnswer: 'Everybody can check',
    stepAnswerText:
      'Every answer says which domain vouches, how it was proved and when that was last seen. Every decision is in a public log.',
    who: 'Who it is for',
    everyone: 'For everyone',
    everyoneText: 'Paste what you were sent before you trust it: a link, a handle, or the whole message.',
    everyoneLink: 'Browse the directory',
    companies: 'For companies',
    companiesText:
      'Prove your domain once, tie your accounts to it, and stay proved. It takes about five minutes.',
    companiesLink: 'Register a brand',
    sites: 'For websites',
    sitesText:
      'Show a signed badge that anyone can check, even offline, and that ends by itself when its proofs do.',
    sitesLink: 'What a badge says',
    key: 'What an answer can say',
    verified: 'The domain names the account and the account names the domain. Both were seen lately.',
    controlled: 'Of a domain: whoever answers for it here showed lately that they control it.',
    declared: 'A domain says the account is its own; the account has not confirmed it. Anybody can say that.',
    at_risk: 'One of the two proofs was not there at the last look. Its owner has some days to put it back.',
    not_ours: 'A domain says that the account is not its own.',
    lapsed: 'It was proved once, and is no longer.',
    suspended: 'Frozen: perhaps taken over, sold, or under review. Do not trust it for now.',
    unregistered: 'We know nothing of it. That does not make it fake.',
    names:
      'A name proves nothing here. Names are self-given until somebody has reviewed them, so every answer leads with a domain.',
  },
  es: {
    title: 'Veramarca: ¿esta cuenta es de verdad suya?',
    description:
      'El registro abierto de cuentas de marcas. Pega una cuenta, un enlace, un dominio o un nombre y averigua si es de la marca: acreditado por su dominio y por la propia cuenta.',
    question: '¿Esta cuenta es de verdad suya?',
    lede: 'Veramarca es el registro abierto de cuentas de marcas, acreditadas por los dos lados: por el dominio de la marca y por la propia cuenta.',
    example: 'Así es una respuesta',
    sample: 'Sí. {domain} dice que esta cuenta es suya, y la cuenta lo confirma.',
    domainEnd: '{domain} nombra la cuenta',
    accountEnd: 'La cuenta nombra {domain}',
    domainHow: 'Registro TXT en su DNS, visto hoy',
    accountHow: 'Web de su perfil, vista hoy',
    how: 'Cómo funciona',
    stepDomain: 'La marca acredita su dominio',
    stepDomainText:
      'Publica un dato que solo puede publicar quien lleva el dominio. Volvemos a mirarlo todos los días.',
    stepAccount: 'La cuenta responde',
    stepAccountText:
      'Un solo lado no demuestra nada: cualquiera puede nombrar una cuenta famosa o enlazar una web famosa. Solo cuentan los dos juntos.',
    stepAnswer: 'Cualquiera puede comprobarlo',
    stepAnswerText:
      'Cada respuesta dice qué dominio da fe, cómo se acreditó y cuándo se vio por última vez. Cada decisión queda en un registro público.',
    who: 'Para quién es',
    everyone: 'Para todo el mundo',
    everyoneText:
      'Antes de fiarte, pega lo que te han enviado: un enlace, un nombre de usuario o el mensaje entero.',
    everyoneLink: 'Ver el directorio',
    companies: 'Para empresas',
    companiesText:
      'Acredita tu dominio una vez, vincula tus cuentas y mantenlas acreditadas. Se tarda unos cinco minutos.',
    companiesLink: 'Registrar una marca',
    sites: 'Para sitios web',
    sitesText:
      'Muestra un distintivo firmado que cualquiera puede comprobar, incluso sin conexión, y que termina solo cuando terminan sus pruebas.',
    sitesLink: 'Qué dice un distintivo',
    key: 'Qué puede decir una respuesta',
    verified:
      'El dominio nombra la cuenta y la cuenta nombra el dominio. Ambas cosas se han visto hace poco.',
    controlled: 'De un dominio: quien responde por él aquí ha demostrado hace poco que lo controla.',
    declared:
      'Un dominio dice que la cuenta es suya; la cuenta no lo ha confirmado. Eso puede decirlo cualquiera.',
    at_risk:
      'Una de las dos pruebas no estaba en la última comprobación. Su titular tiene unos días para reponerla.',
    not_ours: 'Un dominio dice que la cuenta no es suya.',
    lapsed: 'Estuvo acreditada y ya no lo está.',
    suspended: 'Congelada: quizá robada, vendida o en revisión. No confíes en ella por ahora.',
    unregistered: 'No sabemos nada de ella. Eso no significa que sea falsa.',
    names:
      'Aquí un nombre no demuestra nada. Cada cual elige el suyo hasta que alguien lo revisa; por eso toda respuesta empieza por un dominio.',
  },
  pl: {
    title: 'Veramarca: czy to konto naprawdę należy do nich?',
    description:
      'Otwarty rejestr kont marek. Wklej konto, link, domenę albo nazwę i dowiedz się, czy należy do marki: potwierdza to jej domena i samo konto.',
    question: 'Czy to konto naprawdę należy do nich?',
    lede: 'Veramarca to otwarty rejestr kont marek, potwierdzonych z obu stron: przez domenę marki i przez samo konto.',
    example: 'Tak wygląda odpowiedź',
    sample: 'Tak. {domain} podaje to konto jako własne, a konto to potwierdza.',
    domainEnd: '{domain} wskazuje konto',
    accountEnd: 'Konto wskazuje {domain}',
    domainHow: 'Rekord TXT w jej DNS, widziany dzisiaj',
    accountHow: 'Strona w profilu, widziana dzisiaj',
    how: 'Jak to działa',
    stepDomain: 'Marka potwierdza swoją domenę',
    stepDomainText:
      'Publikuje wpis, który może opublikować tylko ten, kto zarządza domeną. Sprawdzamy go codziennie.',
    stepAccount: 'Konto odpowiada',
    stepAccountText:
      'Jedna strona niczego nie dowodzi: każdy może wymienić znane konto albo podać link do znanej strony. Liczą się tylko obie razem.',
    stepAnswer: 'Każdy może to sprawdzić',
    stepAnswerText:
      'Każda odpowiedź mówi, która domena ręczy, jak to wykazano i kiedy to ostatnio widziano. Każda decyzja trafia do publicznego dziennika.',
    who: 'Dla kogo to jest',
    everyone: 'Dla każdego',
    everyoneText: 'Zanim zaufasz, wklej to, co ci przysłano: link, nazwę konta albo całą wiadomość.',
    everyoneLink: 'Przejrzyj katalog',
    companies: 'Dla firm',
    companiesText:
      'Potwierdź domenę raz, powiąż z nią konta i pozostań potwierdzoną marką. Zajmuje to około pięciu minut.',
    companiesLink: 'Zarejestruj markę',
    sites: 'Dla stron',
    sitesText:
      'Pokaż podpisaną odznakę, którą każdy może sprawdzić, nawet bez sieci, i która sama wygasa razem ze swoimi dowodami.',
    sitesLink: 'Co mówi odznaka',
    key: 'Co może powiedzieć odpowiedź',
    verified: 'Domena wskazuje konto, a konto wskazuje domenę. Oba dowody widziano niedawno.',
    controlled: 'O domenie: ten, kto za nią tutaj odpowiada, niedawno wykazał, że ją kontroluje.',
    declared: 'Domena podaje konto jako własne, a konto tego nie potwierdziło. Tak może powiedzieć każdy.',
    at_risk:
      'Przy ostatnim sprawdzeniu brakowało jednego z dwóch dowodów. Właściciel ma kilka dni, aby go przywrócić.',
    not_ours: 'Domena podaje, że konto nie należy do niej.',
    lapsed: 'Było potwierdzone, a już nie jest.',
    suspended: 'Zamrożone: może przejęte, sprzedane albo sprawdzane. Na razie mu nie ufaj.',
    unregistered: 'Nic o nim nie wiemy. To nie znaczy, że jest fałszywe.',
    names:
      'Nazwa niczego tu nie dowodzi. Każdy wybiera ją sam, dopóki ktoś jej nie sprawdzi, dlatego każda odpowiedź zaczyna się od domeny.',
  },
})
