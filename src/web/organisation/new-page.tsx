import { texts } from '#i18n/texts.ts'
import type { Session } from '#auth/session.ts'
import { OwnerLayout } from '#web/owner/layout.tsx'
import { useTexts } from '#web/page.ts'
import { PeopleHead } from '#web/sign-in/frame.tsx'

const words = texts({
  en: {
    title: 'Make an organisation',
    lede: 'Brands, members and keys belong to an organisation. You become its first owner, and invite others later.',
    name: 'Its name',
    hint: 'As people know it: “Acme Ltd”. It proves nothing; only domains do.',
    make: 'Make it',
    name_refused: 'Give it a name of 1 to 100 characters.',
    name_leads: 'A name holds no link and no address. “Acme.com” is fine, “acme.com/shop” is not.',
    too_many_organisations: 'You have made several just now. Wait a quarter of an hour.',
  },
  es: {
    title: 'Crear una organización',
    lede: 'Las marcas, los miembros y las claves pertenecen a una organización. Serás su primer propietario e invitarás a los demás más tarde.',
    name: 'Su nombre',
    hint: 'Como se la conoce: «Acme S. L.». No demuestra nada; eso solo lo hacen los dominios.',
    make: 'Crearla',
    name_refused: 'Ponle un nombre de 1 a 100 caracteres.',
    name_leads: 'Un nombre no lleva enlaces ni direcciones. «Acme.com» vale; «acme.com/tienda», no.',
    too_many_organisations: 'Acabas de crear varias. Espera un cuarto de hora.',
  },
  pl: {
    title: 'Utwórz organizację',
    lede: 'Marki, członkowie i klucze należą do organizacji. Będziesz jej pierwszym właścicielem, a innych zaprosisz później.',
    name: 'Jej nazwa',
    hint: 'Taka, pod jaką jest znana: „Acme sp. z o.o.”. Niczego nie dowodzi; dowodzą tylko domeny.',
    make: 'Utwórz',
    name_refused: 'Podaj nazwę mającą od 1 do 100 znaków.',
    name_leads: 'Nazwa nie zawiera linków ani adresów. „Acme.com” może być, „acme.com/sklep” nie.',
    too_many_organisations: 'Przed chwilą powstało ich kilka. Odczekaj kwadrans.',
  },
})

type Props = {
  readonly session: Session
  readonly next: string
  readonly name?: string
  readonly refused?: 'name_refused' | 'name_leads' | 'too_many_organisations'
}

export function NewOrganisationPage({ session, next, name = '', refused }: Props) {
  const say = useTexts(words)
  return (
    <OwnerLayout
      title={say('title')}
      organisation={session.acting?.organisation ?? null}
      head={<PeopleHead />}
    >
      <section class="entry">
        <h1>{say('title')}</h1>
        {refused === undefined ? null : (
          <p class="notice" role="alert">
            {say(refused)}
          </p>
        )}
        <p class="lede">{say('lede')}</p>
        <form method="post" action="/organisations/new">
          <label for="name">{say('name')}</label>
          <input
            id="name"
            name="name"
            required
            maxlength={100}
            autocomplete="organization"
            value={name}
            aria-describedby="hint"
          />
          <p class="fine" id="hint">
            {say('hint')}
          </p>
          <input type="hidden" name="next" value={next} />
          <button>{say('make')}</button>
        </form>
      </section>
    </OwnerLayout>
  )
}
