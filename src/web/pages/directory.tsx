import { platforms } from '#accounts/platforms/index.ts'
import { texts } from '#i18n/texts.ts'
import type { DirectoryPage as Listing } from '#registry/directory.ts'
import { Layout } from '#web/layout.tsx'
import { markOf } from '#web/marks.ts'
import { usePage, useTexts } from '#web/page.ts'
import { MarkTag } from '#web/parts/mark.tsx'
import { Say, Who } from '#web/parts/text.tsx'
import { countryName } from '#web/words.ts'

const byName = Object.entries(platforms).toSorted(([, one], [, other]) =>
  one.name.localeCompare(other.name, 'en'),
)

const words = texts({
  en: {
    title: 'Directory',
    description: 'Brands in the registry, each under the domain that it has proved.',
    lede: 'Brands by the domain that they have proved.',
    noMatch: 'No entry matches. Try fewer letters.',
    none: 'There are no entries yet.',
    pages: 'Pages',
    first: 'First page',
    next: 'Next page',
    search: 'Name or domain',
    platform: 'With an account on',
    anyPlatform: 'any platform',
    button: 'Search',
    category: 'Category: {category}.',
    country: 'Country: {country}.',
    all: 'Show all',
  },
  es: {
    title: 'Directorio',
    description: 'Las marcas del registro, cada una bajo el dominio que ha acreditado.',
    lede: 'Marcas por el dominio que han acreditado.',
    noMatch: 'No hay ninguna ficha así. Prueba con menos letras.',
    none: 'Todavía no hay ninguna ficha.',
    pages: 'Páginas',
    first: 'Primera página',
    next: 'Página siguiente',
    search: 'Nombre o dominio',
    platform: 'Con cuenta en',
    anyPlatform: 'cualquier plataforma',
    button: 'Buscar',
    category: 'Categoría: {category}.',
    country: 'País: {country}.',
    all: 'Mostrar todas',
  },
  pl: {
    title: 'Katalog',
    description: 'Marki w rejestrze, każda pod domeną, którą potwierdziła.',
    lede: 'Marki według domeny, którą potwierdziły.',
    noMatch: 'Brak pasujących wpisów. Wpisz mniej liter.',
    none: 'Nie ma jeszcze żadnych wpisów.',
    pages: 'Strony',
    first: 'Pierwsza strona',
    next: 'Następna strona',
    search: 'Nazwa lub domena',
    platform: 'Z kontem w serwisie',
    anyPlatform: 'dowolnym',
    button: 'Szukaj',
    category: 'Kategoria: {category}.',
    country: 'Kraj: {country}.',
    all: 'Pokaż wszystkie',
  },
})

/** As they stand in the address; an empty one is no filter. */
export type Filter = {
  readonly search: string
  readonly category: string
  readonly country: string
  readonly platform: string
  readonly cursor: string
}

type Props = { readonly listing: Listing; readonly filter: Filter; readonly publicUrl: string }

export function DirectoryPage({ listing, filter, publicUrl }: Props) {
  const say = useTexts(words)
  const { language } = usePage()
  const narrowed = address({ ...filter, cursor: '' }) !== '/brands'
  return (
    <Layout
      title={`${say('title')} · Veramarca`}
      description={say('description')}
      canonical={`${publicUrl}${address(filter)}`}
      indexed={!narrowed}
    >
      <h1>{say('title')}</h1>
      <p class="lede">{say('lede')}</p>
      <FilterForm filter={filter} />
      {narrowed ? <Narrowed filter={filter} /> : null}
      {listing.items.length === 0 ? (
        <p class="empty">{say(narrowed ? 'noMatch' : 'none')}</p>
      ) : (
        <ul class="rows">
          {listing.items.map((brand) => (
            <li>
              <span>
                <Who brand={brand} />
              </span>
              <MarkTag mark={markOf(brand.verdict, null, language)} />
            </li>
          ))}
        </ul>
      )}
      <nav class="paging" aria-label={say('pages')}>
        {filter.cursor === '' ? null : <a href={address({ ...filter, cursor: '' })}>{say('first')}</a>}
        {listing.next === null ? null : (
          <a rel="next" href={address({ ...filter, cursor: listing.next })}>
            {say('next')}
          </a>
        )}
      </nav>
    </Layout>
  )
}

function FilterForm({ filter }: { readonly filter: Filter }) {
  const say = useTexts(words)
  return (
    <form class="filter" role="search" action="/brands" method="get">
      <p>
        <label for="search">{say('search')}</label>
        <input
          id="search"
          name="search"
          type="search"
          value={filter.search}
          maxlength={200}
          autocomplete="off"
        />
      </p>
      <p>
        <label for="platform">{say('platform')}</label>
        <select id="platform" name="platform">
          <option value="">{say('anyPlatform')}</option>
          {byName.map(([key, { name }]) => (
            <option value={key} selected={key === filter.platform}>
              {name}
            </option>
          ))}
        </select>
      </p>
      {filter.category === '' ? null : <input type="hidden" name="category" value={filter.category} />}
      {filter.country === '' ? null : <input type="hidden" name="country" value={filter.country} />}
      <button type="submit">{say('button')}</button>
    </form>
  )
}

function Narrowed({ filter: { category, country } }: { readonly filter: Filter }) {
  const say = useTexts(words)
  const { language } = usePage()
  return (
    <p class="fine">
      {category === '' ? null : <Say sentence={[...say.parts('category', { category }), ' ']} />}
      {country === '' ? null : (
        <Say sentence={[...say.parts('country', { country: countryName(country, language) }), ' ']} />
      )}
      <a href="/brands">{say('all')}</a>
    </p>
  )
}

function address(filter: Filter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  return query === '' ? '/brands' : `/brands?${query}`
}
