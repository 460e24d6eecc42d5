import type { ListedKey } from '#auth/list-keys.ts'
import type { Acting } from '#auth/session.ts'
import { second } from '#base/clock.ts'
import { texts } from '#i18n/texts.ts'
import { OwnerLayout } from '#web/owner/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Say, Term } from '#web/parts/text.tsx'
import { PeopleHead } from '#web/sign-in/frame.tsx'
import { Refused } from './refused.tsx'
import type { OrganisationReason } from './refusals.ts'

const words = texts({
  en: {
    title: 'API keys',
    lede: 'With a key a program of yours does what you do here, as {organisation}. <docs>How to use one</docs>.',
    none: 'There is no key in use.',
    made: 'begins {hint}, made {at, date, day}',
    until: 'until the end of {at, date, day}',
    can: '{scope, select, read {reads} write {writes} other {looks for others}}',
    revoke: 'Revoke {name}',
    new: 'Make a key',
    newLede: 'It ends with your membership, and earlier if you say so. It can be revoked at any moment.',
    name: 'What it is for',
    scopes: 'What it may do',
    read: 'Read: what you see here',
    write: 'Write: change brands, domains and accounts',
    lastDay: 'Last day',
    lastDayHint: 'Left empty, it has none. Days end at midnight UTC.',
    make: 'Make the key',
    shown: 'Your new key',
    shownLede:
      'It is shown this once. Copy it to where your program keeps its secrets; nobody can show it again.',
    back: 'All keys',
    viewOnly: 'Owners make and revoke keys.',
  },
  es: {
    title: 'Claves de API',
    lede: 'Con una clave, un programa tuyo hace lo que tú haces aquí, en nombre de {organisation}. <docs>Cómo usarla</docs>.',
    none: 'No hay ninguna clave en uso.',
    made: 'empieza por {hint}, creada el {at, date, day}',
    until: 'hasta el final del {at, date, day}',
    can: '{scope, select, read {lee} write {escribe} other {mira para otros}}',
    revoke: 'Revocar {name}',
    new: 'Crear una clave',
    newLede:
      'Termina con tu participación, o antes si así lo indicas. Se puede revocar en cualquier momento.',
    name: 'Para qué es',
    scopes: 'Qué puede hacer',
    read: 'Leer: lo que ves aquí',
    write: 'Escribir: cambiar marcas, dominios y cuentas',
    lastDay: 'Último día',
    lastDayHint: 'Si se deja vacío, no tiene. Los días acaban a medianoche UTC.',
    make: 'Crear la clave',
    shown: 'Tu nueva clave',
    shownLede:
      'Se muestra solo esta vez. Cópiala donde tu programa guarda sus secretos; nadie puede volver a mostrarla.',
    back: 'Todas las claves',
    viewOnly: 'Los propietarios crean y revocan claves.',
  },
  pl: {
    title: 'Klucze API',
    lede: 'Z kluczem Twój program robi to, co Ty tutaj, w imieniu: {organisation}. <docs>Jak go użyć</docs>.',
    none: 'Nie ma żadnego klucza w użyciu.',
    made: 'zaczyna się od {hint}, utworzono {at, date, day}',
    until: 'do końca dnia {at, date, day}',
    can: '{scope, select, read {odczyt} write {zapis} other {sprawdza dla innych}}',
    revoke: 'Unieważnij: {name}',
    new: 'Utwórz klucz',
    newLede:
      'Kończy się z Twoim członkostwem albo wcześniej, jeśli tak wskażesz. Można go unieważnić w każdej chwili.',
    name: 'Do czego służy',
    scopes: 'Co może robić',
    read: 'Odczyt: to, co widzisz tutaj',
    write: 'Zapis: zmiany marek, domen i kont',
    lastDay: 'Ostatni dzień',
    lastDayHint: 'Puste oznacza brak końca. Dni kończą się o północy UTC.',
    make: 'Utwórz klucz',
    shown: 'Twój nowy klucz',
    shownLede:
      'Pokazujemy go tylko raz. Skopiuj go tam, gdzie Twój program trzyma sekrety; nikt nie pokaże go ponownie.',
    back: 'Wszystkie klucze',
    viewOnly: 'Klucze tworzą i unieważniają właściciele.',
  },
})

type Props = {
  readonly acting: Acting
  readonly keys: readonly ListedKey[]
  readonly refused?: OrganisationReason | undefined
}

/** An organisation's keys in use. */
export function KeysPage({ acting, keys, refused }: Props) {
  const say = useTexts(words)
  const { organisation } = acting
  const isOwner = acting.role === 'owner'
  return (
    <OwnerLayout title={say('title')} organisation={organisation} head={<PeopleHead />}>
      <h1>{say('title')}</h1>
      <p class="lede">
        <Say sentence={say.parts('lede', { organisation, docs: { to: '/docs' } })} />
      </p>
      <Refused reason={refused} />
      <section class="own-part" aria-label={say('title')}>
        {keys.length === 0 ? <p class="empty">{say('none')}</p> : null}
        <ul class="rows">
          {keys.map(({ id, name, hint, scopes, createdAt, expiresAt }) => (
            <li>
              <span>
                <Term>{name}</Term>{' '}
                <span class="fine">
                  {scopes.map((scope) => say('can', { scope })).join(', ')},{' '}
                  {say('made', { hint: `${hint}…`, at: createdAt })}
                  {expiresAt === null ? '' : `, ${say('until', { at: expiresAt - second })}`}
                </span>
              </span>
              {isOwner ? (
                <form method="post" action="/keys/revoke">
                  <input type="hidden" name="key" value={id} />
                  <button class="grave">{say('revoke', { name })}</button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
        <p>{isOwner ? <a href="/keys/new">{say('new')}</a> : <span class="fine">{say('viewOnly')}</span>}</p>
      </section>
    </OwnerLayout>
  )
}

export type TypedKey = { readonly name: string; readonly scopes: readonly string[]; readonly ends: string }

type NewProps = Pick<Props, 'acting' | 'refused'> & { readonly typed: TypedKey }

export function NewKeyPage({ acting, refused, typed }: NewProps) {
  const say = useTexts(words)
  return (
    <OwnerLayout title={say('new')} organisation={acting.organisation} head={<PeopleHead />}>
      <section class="own-part">
        <h1>{say('new')}</h1>
        <Refused reason={refused} />
        <p>{say('newLede')}</p>
        <form method="post" action="/keys/new" class="asked-for">
          <label for="name">{say('name')}</label>
          <input id="name" name="name" required maxlength={100} autocomplete="off" value={typed.name} />
          <fieldset>
            <legend>{say('scopes')}</legend>
            {(['read', 'write'] as const).map((scope) => (
              <label class="tick">
                <input type="checkbox" name={scope} value="on" checked={typed.scopes.includes(scope)} />{' '}
                {say(scope)}
              </label>
            ))}
          </fieldset>
          <label for="ends">{say('lastDay')}</label>
          <input id="ends" name="ends" type="date" value={typed.ends} aria-describedby="ends-hint" />
          <p class="fine" id="ends-hint">
            {say('lastDayHint')}
          </p>
          <button>{say('make')}</button>
        </form>
      </section>
    </OwnerLayout>
  )
}

/** The only time that a key is seen. */
export function ShownKeyPage({ acting, shown }: Pick<Props, 'acting'> & { readonly shown: string }) {
  const say = useTexts(words)
  return (
    <OwnerLayout title={say('shown')} organisation={acting.organisation} head={<PeopleHead />}>
      <section class="own-part">
        <h1>{say('shown')}</h1>
        <p>{say('shownLede')}</p>
        <code class="secret">{shown}</code>
        <p>
          <a href="/keys">{say('back')}</a>
        </p>
      </section>
    </OwnerLayout>
  )
}
