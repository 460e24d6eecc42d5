import type { Attempt } from '#brands/attempt.ts'
import type { Language } from '#i18n/languages.ts'
import { texts } from '#i18n/texts.ts'

/** What a look found, said of its reason; in English the look has said it itself, word for word. */
const rows = {
  domain_nxdomain: ['El dominio mismo no existe en el DNS.', 'Sama domena nie istnieje w DNS.'],
  parked_name_servers: [
    'Los servidores de nombres son los de un servicio de aparcamiento.',
    'Serwery nazw należą do usługi parkowania domen.',
  ],
  nxdomain: ['Aún no hay ningún registro con ese nombre.', 'Nie ma jeszcze rekordu o tej nazwie.'],
  no_txt_record: [
    'El nombre existe, pero no tiene ningún registro TXT.',
    'Nazwa istnieje, ale nie ma rekordu TXT.',
  ],
  no_cname_record: [
    'El nombre existe, pero no tiene ningún CNAME.',
    'Nazwa istnieje, ale nie ma rekordu CNAME.',
  ],
  mismatch: ['Hay algo publicado ahí, pero es otro texto.', 'Coś tam opublikowano, ale to inny tekst.'],
  stale_value: [
    'Está publicado el texto de una petición anterior.',
    'Opublikowano tekst z wcześniejszej prośby.',
  ],
  other_organisation: [
    'Está publicado el texto de otra organización.',
    'Opublikowano tekst innej organizacji.',
  ],
  wildcard: [
    'Responde un registro comodín (*), que no prueba nada.',
    'Odpowiada rekord wieloznaczny (*), który niczego nie dowodzi.',
  ],
  literal_quotes: ['El texto tiene comillas que sobran.', 'Tekst zawiera zbędne cudzysłowy.'],
  invisible_character: [
    'El texto tiene un carácter invisible. Bórralo y escríbelo de nuevo.',
    'Tekst zawiera niewidoczny znak. Usuń go i wpisz ponownie.',
  ],
  wrong_case: [
    'El texto está en mayúsculas y debe ir en minúsculas.',
    'Tekst jest wielkimi literami, a powinien być małymi.',
  ],
  zone_appended_twice: [
    'El panel añadió el dominio dos veces. Escribe el nombre sin el dominio.',
    'Panel dodał domenę dwa razy. Wpisz nazwę bez domeny.',
  ],
  record_at_apex: [
    'El registro está en el dominio mismo, y no bajo su nombre.',
    'Rekord jest przy samej domenie, a nie pod właściwą nazwą.',
  ],
  record_at_www: [
    'El registro está bajo www, y no bajo el dominio.',
    'Rekord jest pod www, a nie pod domeną.',
  ],
  record_at_wrong_host: ['El registro está bajo otro nombre.', 'Rekord jest pod inną nazwą.'],
  cname_in_the_way: [
    'Un CNAME ocupa ese nombre y tapa el registro.',
    'Nazwę zajmuje CNAME i zasłania rekord.',
  ],
  cname_not_yours: ['Un CNAME lleva fuera del dominio.', 'CNAME prowadzi poza domenę.'],
  policy_forbids: [
    'La política del dominio no permite este método.',
    'Polityka domeny nie pozwala na tę metodę.',
  ],
  yields_to_dns: [
    'Otra organización ha acreditado el dominio por DNS, que cuenta más.',
    'Inna organizacja potwierdziła domenę przez DNS, co liczy się bardziej.',
  ],
  no_address: ['El dominio no tiene ninguna página web.', 'Domena nie ma strony internetowej.'],
  not_found: ['El archivo no está ahí.', 'Tego pliku tam nie ma.'],
  no_meta_tag: ['La etiqueta no está en la portada.', 'Na stronie głównej nie ma tego znacznika.'],
  token_expired: ['El texto ha caducado. Pide uno nuevo.', 'Tekst stracił ważność. Poproś o nowy.'],
  account_not_found: [
    'La cuenta no está ahí, o no es pública.',
    'Tego konta tam nie ma albo nie jest publiczne.',
  ],
  no_link: ['El perfil no enlaza con tu dominio.', 'Profil nie zawiera linku do twojej domeny.'],
  link_elsewhere: ['El perfil enlaza con otro sitio.', 'Profil prowadzi do innej strony.'],
  link_not_root: [
    'El perfil enlaza con una página interior; solo cuenta la portada.',
    'Profil prowadzi do podstrony; liczy się tylko strona główna.',
  ],
  mention_only: [
    'La biografía solo menciona el dominio, y eso puede hacerlo cualquiera.',
    'Opis tylko wspomina domenę, a to może zrobić każdy.',
  ],
  handle_is_not_domain: ['El nombre de la cuenta no es tu dominio.', 'Nazwa konta nie jest twoją domeną.'],
  open_instance: [
    'En ese servidor tienen cuenta también desconocidos.',
    'Na tym serwerze mają konta także obcy.',
  ],
  alias_elsewhere: ['La cuenta es un alias de otra.', 'To konto jest aliasem innego.'],
  no_post: [
    'No se encuentra esa publicación, o no es pública.',
    'Nie znaleziono tego posta albo nie jest publiczny.',
  ],
  post_without_code: ['La publicación no tiene el código.', 'Post nie zawiera kodu.'],
  post_of_another: ['La publicación es de otra cuenta.', 'Post napisało inne konto.'],
  post_too_old: ['La publicación es demasiado antigua.', 'Post jest za stary.'],
  code_expired: ['El código ha caducado. Pide uno nuevo.', 'Kod stracił ważność. Poproś o nowy.'],
  post_url_needed: ['Falta la dirección de la publicación.', 'Brakuje adresu posta.'],
  handle_reassigned: ['Con ese nombre hay ahora otra cuenta.', 'Pod tą nazwą jest teraz inne konto.'],
  not_checkable: [
    'Las cuentas de esta plataforma no se pueden comprobar aquí.',
    'Kont na tej platformie nie da się tu sprawdzić.',
  ],
  account_taken: [
    'La cuenta apunta a tu dominio, pero otra reclamación tiene su prueba.',
    'Konto wskazuje twoją domenę, ale dowód ma inne zgłoszenie.',
  ],
} as const satisfies Readonly<Record<string, readonly [es: string, pl: string]>>

const silence = [
  'No se pudo mirar: no hubo respuesta clara. No cambia nada; lo volvemos a intentar.',
  'Nie udało się sprawdzić: brak jasnej odpowiedzi. Nic się nie zmienia; spróbujemy ponownie.',
] as const
const otherwise = ['No se encontró lo esperado.', 'Nie znaleziono tego, czego oczekiwano.'] as const

const said = texts<string>({
  en: Object.fromEntries([...Object.keys(rows), 'silence', 'otherwise'].map((key) => [key, '{detail}'])),
  es: column(0),
  pl: column(1),
})

function column(of: 0 | 1): Readonly<Record<string, string>> {
  const all = Object.entries({ ...rows, silence, otherwise })
  return Object.fromEntries(all.map(([reason, row]) => [reason, row[of]]))
}

/** What a look found, in a sentence; nothing of one that found what was expected. */
export function foundIn(language: Language, { outcome, reason, detail }: Attempt): string {
  if (outcome === 'proved') return ''
  const otherKey = outcome === 'unreachable' ? 'silence' : 'otherwise'
  const key = reason !== null && Object.hasOwn(rows, reason) ? reason : otherKey
  return said(language)(key, { detail: detail ?? '' })
}
