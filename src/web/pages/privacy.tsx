import { texts } from '#i18n/texts.ts'
import { useTexts } from '#web/page.ts'
import { ProsePage } from '#web/parts/prose.tsx'

const words = texts({
  en: {
    title: 'Privacy',
    lede: 'What this registry keeps about people: as little as it can work with.',
    visitors: 'When you look something up',
    noTracking: 'No tracking, no advertising, nothing loaded from anybody else’s server.',
    cookie:
      'No cookie, unless you choose a language: then one remembers it for a year, and holds nothing else.',
    counts:
      'How often a brand was looked up and its badge shown is counted by the day. Such counts hold nothing about whoever asked.',
    hosting:
      'Whatever carries the pages to you sees your IP address, as on every site. When you look something up, the registry itself writes it down nowhere.',
    members: 'When you sign in',
    address: 'Your e-mail address, the language that you chose, and of which organisations you are a member.',
    keys: 'The public half of your passkeys. Codes and sessions are kept as hashes that cannot be turned back.',
    sessions:
      'For each session when it began, when it was last used and what browser it was, so that you can end one that is not yours. A cookie carries it.',
    tries:
      'Tries to sign in are counted against guessing, under a hash of the network that they came from, for a day.',
    mails: 'That a mail was sent to you, and when, for 30 days; what it said goes as soon as it has left.',
    brands: 'When you register a brand',
    public:
      'The brand, its domains, its accounts and the dates of their proofs are public: that is what a registry is for. Your name and address are not among them.',
    looks:
      'Every day we ask public DNS resolvers for your domain, and look at its site and at the profiles that you named.',
    log: 'The public log holds ids and fingerprints, not what they stand for. That can be erased, and the log still adds up.',
    rights: 'What you can ask for',
    erased:
      'An organisation can be erased by its owners, and an account by its person, at once and here: whatever is kept about them goes. The public log keeps only ids that then stand for nothing.',
    backups: 'Copies that the operator makes against loss hold what was there until they are replaced.',
    leave: 'See, correct and take along what we keep about you, and have it erased.',
    write: 'Write to <mail>{address}</mail>.',
    ask: 'This registry runs on a machine of its own: ask whoever started it.',
  },
  es: {
    title: 'Privacidad',
    lede: 'Qué guarda este registro sobre las personas: lo mínimo con lo que puede funcionar.',
    visitors: 'Cuando buscas algo',
    noTracking: 'Sin rastreo, sin publicidad y sin cargar nada de servidores ajenos.',
    cookie:
      'Sin cookies, salvo que elijas un idioma: entonces una lo recuerda durante un año y no contiene nada más.',
    counts:
      'Contamos cuántas veces al día se busca una marca y se muestra su distintivo. Esas cifras no contienen nada de quien preguntó.',
    hosting:
      'Lo que te hace llegar las páginas ve tu dirección IP, como en cualquier sitio. Cuando buscas algo, el registro no la anota en ninguna parte.',
    members: 'Cuando inicias sesión',
    address: 'Tu dirección de correo, el idioma que elegiste y de qué organizaciones formas parte.',
    keys: 'La mitad pública de tus llaves de acceso. Los códigos y las sesiones se guardan como huellas que no se pueden revertir.',
    sessions:
      'De cada sesión, cuándo empezó, cuándo se usó por última vez y con qué navegador, para que puedas cerrar una que no sea tuya. La lleva una cookie.',
    tries:
      'Los intentos de inicio de sesión se cuentan durante un día, bajo una huella de la red de la que vienen, para que nadie adivine códigos.',
    mails: 'Que se te envió un correo, y cuándo, durante 30 días; lo que decía se borra en cuanto sale.',
    brands: 'Cuando registras una marca',
    public:
      'La marca, sus dominios, sus cuentas y las fechas de sus pruebas son públicos: para eso es un registro. Tu nombre y tu dirección no están entre ellos.',
    looks:
      'Cada día preguntamos por tu dominio a servidores DNS públicos y miramos su web y los perfiles que nombraste.',
    log: 'El registro público de decisiones guarda identificadores y huellas, no lo que representan. Eso se puede borrar y el registro sigue cuadrando.',
    rights: 'Qué puedes pedir',
    erased:
      'Una organización la borran sus propietarios y una cuenta la persona, al momento y aquí mismo: desaparece todo lo que se guarda sobre ellas. El registro público conserva solo identificadores que ya no representan nada.',
    backups:
      'Las copias que hace el operador contra pérdidas contienen lo que había hasta que se sustituyen.',
    leave: 'Ver, corregir y llevarte lo que guardamos sobre ti, y que se borre.',
    write: 'Escribe a <mail>{address}</mail>.',
    ask: 'Este registro funciona en una máquina particular: pregunta a quien lo puso en marcha.',
  },
  pl: {
    title: 'Prywatność',
    lede: 'Co ten rejestr przechowuje o ludziach: tak mało, jak tylko może.',
    visitors: 'Gdy coś sprawdzasz',
    noTracking: 'Bez śledzenia, bez reklam, bez wczytywania czegokolwiek z cudzych serwerów.',
    cookie:
      'Bez ciasteczek, chyba że wybierzesz język: wtedy jedno pamięta go przez rok i nie zawiera niczego więcej.',
    counts:
      'Liczymy, ile razy dziennie sprawdzono markę i pokazano jej odznakę. Takie liczby nie zawierają nic o tym, kto pytał.',
    hosting:
      'To, co dostarcza ci strony, widzi twój adres IP, jak wszędzie w sieci. Gdy coś sprawdzasz, sam rejestr nigdzie go nie zapisuje.',
    members: 'Gdy się logujesz',
    address: 'Twój adres e-mail, wybrany język i organizacje, do których należysz.',
    keys: 'Publiczną połowę twoich kluczy dostępu. Kody i sesje przechowujemy jako skróty, których nie da się odwrócić.',
    sessions:
      'Dla każdej sesji: kiedy się zaczęła, kiedy jej ostatnio użyto i w jakiej przeglądarce, aby można było zakończyć tę, która nie jest twoja. Niesie ją ciasteczko.',
    tries:
      'Próby logowania liczymy przez jeden dzień pod skrótem sieci, z której przyszły, aby nikt nie zgadywał kodów.',
    mails: 'To, że i kiedy wysłano do ciebie wiadomość, przez 30 dni; jej treść znika, gdy tylko wyjdzie.',
    brands: 'Gdy rejestrujesz markę',
    public:
      'Marka, jej domeny, konta i daty dowodów są publiczne: po to jest rejestr. Twojego imienia i adresu wśród nich nie ma.',
    looks:
      'Codziennie pytamy o twoją domenę publiczne serwery DNS i patrzymy na jej stronę oraz na podane profile.',
    log: 'Publiczny dziennik przechowuje identyfikatory i odciski, a nie to, co za nimi stoi. To można usunąć, a dziennik nadal się zgadza.',
    rights: 'O co możesz poprosić',
    erased:
      'Organizację mogą usunąć jej właściciele, a konto sama osoba, od razu i tutaj: znika wszystko, co o nich przechowujemy. Publiczny dziennik zachowuje tylko identyfikatory, które nic już nie znaczą.',
    backups:
      'Kopie robione przez operatora na wypadek utraty zawierają to, co było, dopóki nie zostaną zastąpione.',
    leave: 'O wgląd, poprawienie i kopię tego, co o tobie przechowujemy, oraz o usunięcie.',
    write: 'Napisz na <mail>{address}</mail>.',
    ask: 'Ten rejestr działa na prywatnym komputerze: zapytaj tego, kto go uruchomił.',
  },
})

const chapters = [
  ['visitors', ['noTracking', 'cookie', 'counts', 'hosting']],
  ['members', ['address', 'keys', 'sessions', 'tries', 'mails']],
  ['brands', ['public', 'looks', 'log']],
] as const

type Props = { readonly publicUrl: string; readonly contact: string | null }

export function PrivacyPage({ publicUrl, contact }: Props) {
  const say = useTexts(words)
  const write =
    contact === null
      ? say.parts('ask')
      : say.parts('write', { address: contact, mail: { to: `mailto:${contact}` } })
  return (
    <ProsePage
      title={say('title')}
      lede={say('lede')}
      canonical={`${publicUrl}/privacy`}
      chapters={[
        ...chapters.map(([title, points]) => ({
          title: say(title),
          points: points.map((point) => say.parts(point)),
        })),
        {
          title: say('rights'),
          points: [say.parts('erased'), say.parts('backups'), say.parts('leave'), write],
        },
      ]}
    />
  )
}
