import { texts } from '#i18n/texts.ts'
import { useTexts } from '#web/page.ts'
import { ProsePage } from '#web/parts/prose.tsx'

const words = texts({
  en: {
    title: 'Report something wrong',
    lede: 'An entry that deceives, a badge where it does not belong, or an answer that is not true.',
    yours: 'It is your domain or your account',
    prove:
      '<register>Prove the domain</register> and name the account. Proofs count, not opinions: the answer changes by itself, and needs nobody’s leave.',
    disown: 'If somebody says that an account is yours and it is not, your own entry can say so too.',
    hacked: 'Your account was taken over',
    freeze:
      'Freeze it at once: on <dashboard>your brand’s page</dashboard>, “freeze” makes every answer and badge warn within a minute.',
    platform:
      'Tell the platform as well. This registry can change its own answers; it cannot take an account down or give it back.',
    else: 'Anything else',
    about: 'Write to <mail>{address}</mail> about {about}.',
    write: 'Write to <mail>{address}</mail>.',
    ask: 'This registry runs on a machine of its own: tell whoever started it.',
    say: 'Say which address or entry it is, what is wrong, and what shows it: links, pictures, dates.',
    after:
      'Somebody looks at it and asks the other side. While that lasts the entry may be suspended; what is decided goes into the public log.',
    flaw: 'Found a flaw in the registry itself? <security>security.txt</security> says where it is heard.',
  },
  es: {
    title: 'Avisar de un error o abuso',
    lede: 'Una ficha que engaña, un distintivo donde no debe estar o una respuesta que no es cierta.',
    yours: 'Es tu dominio o tu cuenta',
    prove:
      '<register>Acredita el dominio</register> y nombra la cuenta. Cuentan las pruebas, no las opiniones: la respuesta cambia sola y sin permiso de nadie.',
    disown: 'Si alguien dice que una cuenta es tuya y no lo es, tu propia ficha también puede decirlo.',
    hacked: 'Te han robado la cuenta',
    freeze:
      'Congélala enseguida: en <dashboard>la página de tu marca</dashboard>, «congelar» hace que todas las respuestas y distintivos avisen en un minuto.',
    platform:
      'Avisa también a la plataforma. Este registro puede cambiar sus propias respuestas; no puede cerrar una cuenta ni devolverla.',
    else: 'Cualquier otra cosa',
    about: 'Escribe a <mail>{address}</mail> sobre {about}.',
    write: 'Escribe a <mail>{address}</mail>.',
    ask: 'Este registro funciona en una máquina particular: avisa a quien lo puso en marcha.',
    say: 'Di de qué dirección o ficha se trata, qué está mal y qué lo demuestra: enlaces, imágenes, fechas.',
    after:
      'Alguien lo mira y pregunta a la otra parte. Mientras tanto la ficha puede quedar en suspenso; lo que se decide va al registro público.',
    flaw: '¿Has encontrado un fallo en el propio registro? <security>security.txt</security> dice dónde se atiende.',
  },
  pl: {
    title: 'Zgłoś błąd lub nadużycie',
    lede: 'Wpis, który wprowadza w błąd, odznaka tam, gdzie jej być nie powinno, albo nieprawdziwa odpowiedź.',
    yours: 'To twoja domena albo twoje konto',
    prove:
      '<register>Potwierdź domenę</register> i podaj konto. Liczą się dowody, nie opinie: odpowiedź zmieni się sama i bez niczyjej zgody.',
    disown: 'Jeśli ktoś podaje, że konto jest twoje, a nie jest, twój własny wpis też może to powiedzieć.',
    hacked: 'Przejęto twoje konto',
    freeze:
      'Zamroź je od razu: na <dashboard>stronie twojej marki</dashboard> „zamroź” sprawia, że w ciągu minuty ostrzegają wszystkie odpowiedzi i odznaki.',
    platform:
      'Powiadom też serwis. Ten rejestr może zmienić własne odpowiedzi; nie może usunąć konta ani go zwrócić.',
    else: 'Wszystko inne',
    about: 'Napisz na <mail>{address}</mail> w sprawie: {about}.',
    write: 'Napisz na <mail>{address}</mail>.',
    ask: 'Ten rejestr działa na prywatnym komputerze: powiedz temu, kto go uruchomił.',
    say: 'Napisz, o jaki adres lub wpis chodzi, co się nie zgadza i co to pokazuje: linki, obrazy, daty.',
    after:
      'Ktoś na to spojrzy i zapyta drugą stronę. W tym czasie wpis może być zawieszony; to, co zostanie postanowione, trafia do publicznego dziennika.',
    flaw: 'Jest luka w samym rejestrze? <security>security.txt</security> mówi, gdzie ją zgłosić.',
  },
})

type Props = {
  readonly publicUrl: string
  readonly contact: string | null
  /** What the visitor had looked at; empty when he came by himself. */
  readonly about: string
}

/** What to do when an answer is wrong, by what it is. */
export function AbusePage({ publicUrl, contact, about }: Props) {
  const say = useTexts(words)
  const chapters = [
    {
      title: say('yours'),
      points: [say.parts('prove', { register: { to: '/register' } }), say.parts('disown')],
    },
    {
      title: say('hacked'),
      points: [say.parts('freeze', { dashboard: { to: '/dashboard' } }), say.parts('platform')],
    },
    {
      title: say('else'),
      points: [
        whereTo(say, contact, about),
        say.parts('say'),
        say.parts('after'),
        say.parts('flaw', { security: { to: '/.well-known/security.txt' } }),
      ],
    },
  ]
  return (
    <ProsePage title={say('title')} lede={say('lede')} canonical={`${publicUrl}/abuse`} chapters={chapters} />
  )
}

function whereTo(say: ReturnType<typeof words>, contact: string | null, about: string) {
  if (contact === null) return say.parts('ask')
  const to = `mailto:${contact}`
  if (about === '') return say.parts('write', { address: contact, mail: { to } })
  const mail = { to: `${to}?subject=${encodeURIComponent(about)}` }
  return say.parts('about', { address: contact, about, mail })
}
