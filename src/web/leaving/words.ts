import { texts } from '#i18n/texts.ts'

/** Of the pages on which an organisation, or a person, leaves for good. */
export const words = texts({
  en: {
    organisation: 'Erase {organisation}?',
    organisationTitle: 'Erase the organisation',
    organisationLede:
      'Everything that this registry keeps about it goes: brands, domains, accounts, members, keys, notices. It cannot be undone.',
    first: 'Take everything along first: <export>download it as JSON</export>.',
    brands:
      'Its brands are closed: {count, plural, =0 {it has none} one {# brand} other {# brands}}. Accounts are withdrawn, domains given up, badges taken back.',
    log: 'The public log keeps that these things happened, under ids that then stand for nothing. What the log only commits to is erased with the keys to it.',
    members: 'Its members keep their own accounts here, and lose this organisation.',
    typeName: 'Type its name, {organisation}, to confirm',
    eraseIt: 'Erase it for good',
    keep: 'No, keep it',
    ownersOnly: 'Only owners may erase the organisation. Ask one of them.',
    name_differs: 'This is not the name of the organisation. Nothing was erased.',
    recovery_under_way:
      'Another organisation is regaining a brand of this one. Wait until that is over: erasing would decide it.',
    frozen:
      'Something of this organisation is frozen by a moderator, and erasing would hide that. Write to whoever runs this registry.',
    account: 'Erase your account?',
    accountLede:
      'Your address, passkeys, sessions and memberships go, and with them the API keys that you made. It cannot be undone.',
    organisations: 'Organisations of which you are not the only owner go on without you.',
    needed: 'First make somebody else an owner, or erase the organisation: you are the only owner of',
    still_needed:
      'You are the only owner of an organisation. Make somebody else an owner, or erase the organisation first.',
    eraseAccount: 'Erase my account for good',
    keepAccount: 'No, keep it',
    gone: 'Erased',
    goneLede: 'What this registry kept about it is gone.',
    home: 'To the start',
  },
  es: {
    organisation: '¿Borrar {organisation}?',
    organisationTitle: 'Borrar la organización',
    organisationLede:
      'Desaparece todo lo que este registro guarda sobre ella: marcas, dominios, cuentas, miembros, claves y avisos. No se puede deshacer.',
    first: 'Llévatelo todo antes: <export>descárgalo como JSON</export>.',
    brands:
      'Se cierran sus marcas: {count, plural, =0 {no tiene ninguna} one {# marca} other {# marcas}}. Se retiran las cuentas, se liberan los dominios y se anulan los distintivos.',
    log: 'El registro público de decisiones conserva que estas cosas ocurrieron, con identificadores que ya no representan nada. Lo que solo estaba comprometido en él se borra junto con sus claves.',
    members: 'Sus miembros conservan aquí sus propias cuentas y pierden esta organización.',
    typeName: 'Escribe su nombre, {organisation}, para confirmarlo',
    eraseIt: 'Borrarla para siempre',
    keep: 'No, conservarla',
    ownersOnly: 'Solo los propietarios pueden borrar la organización. Pídeselo a uno de ellos.',
    name_differs: 'Ese no es el nombre de la organización. No se ha borrado nada.',
    recovery_under_way:
      'Otra organización está recuperando una marca de esta. Espera a que termine: borrarla lo decidiría.',
    frozen:
      'Un moderador ha congelado algo de esta organización, y borrarla lo ocultaría. Escribe a quien lleva este registro.',
    account: '¿Borrar tu cuenta?',
    accountLede:
      'Desaparecen tu dirección, tus llaves de acceso, tus sesiones y tu pertenencia a organizaciones, y con ellas las claves de API que creaste. No se puede deshacer.',
    organisations: 'Las organizaciones de las que no eres el único propietario siguen sin ti.',
    needed: 'Antes nombra propietario a otra persona o borra la organización: eres el único propietario de',
    still_needed:
      'Eres el único propietario de una organización. Antes nombra propietario a otra persona o borra la organización.',
    eraseAccount: 'Borrar mi cuenta para siempre',
    keepAccount: 'No, conservarla',
    gone: 'Borrado',
    goneLede: 'Lo que este registro guardaba ya no está.',
    home: 'Ir al inicio',
  },
  pl: {
    organisation: 'Usunąć {organisation}?',
    organisationTitle: 'Usuń organizację',
    organisationLede:
      'Znika wszystko, co ten rejestr o niej przechowuje: marki, domeny, konta, członkowie, klucze i powiadomienia. Nie da się tego cofnąć.',
    first: 'Najpierw zabierz wszystko ze sobą: <export>pobierz jako JSON</export>.',
    brands:
      'Jej marki zostaną zamknięte: {count, plural, =0 {nie ma żadnej} one {# marka} few {# marki} many {# marek} other {# marki}}. Konta zostaną wycofane, domeny zwolnione, a odznaki unieważnione.',
    log: 'Publiczny dziennik zachowa, że to się stało, pod identyfikatorami, które nic już nie znaczą. To, do czego dziennik tylko się zobowiązał, zostanie usunięte razem z kluczami.',
    members: 'Jej członkowie zachowają tu własne konta, a stracą tę organizację.',
    typeName: 'Wpisz jej nazwę, {organisation}, aby potwierdzić',
    eraseIt: 'Usuń ją na zawsze',
    keep: 'Nie, zostaw ją',
    ownersOnly: 'Organizację mogą usunąć tylko właściciele. Zwróć się do jednego z nich.',
    name_differs: 'To nie jest nazwa tej organizacji. Niczego nie usunięto.',
    recovery_under_way:
      'Inna organizacja odzyskuje markę tej organizacji. Poczekaj, aż się to skończy: usunięcie by to rozstrzygnęło.',
    frozen:
      'Moderator zamroził coś w tej organizacji, a usunięcie by to ukryło. Napisz do prowadzących ten rejestr.',
    account: 'Usunąć twoje konto?',
    accountLede:
      'Znikną twój adres, klucze dostępu, sesje i członkostwa, a wraz z nimi utworzone przez ciebie klucze API. Nie da się tego cofnąć.',
    organisations: 'Organizacje, w których nie jesteś jedynym właścicielem, działają dalej bez ciebie.',
    needed: 'Najpierw uczyń właścicielem kogoś innego albo usuń organizację: tylko ty jesteś właścicielem',
    still_needed:
      'Jesteś jedynym właścicielem organizacji. Najpierw uczyń właścicielem kogoś innego albo usuń organizację.',
    eraseAccount: 'Usuń moje konto na zawsze',
    keepAccount: 'Nie, zostaw je',
    gone: 'Usunięto',
    goneLede: 'Tego, co ten rejestr przechowywał, już nie ma.',
    home: 'Na początek',
  },
})
