import { platforms } from '#accounts/platforms/index.ts'
import type { DirectoryPage as Listing } from '#registry/directory.ts'
import type { Facet, Facets } from '#registry/facets.ts'
import { harmless } from '#i18n/sentence.ts'
import { Layout } from '#web/layout.tsx'
import { markOf } from '#web/marks.ts'
import { usePage, useTexts } from '#web/page.ts'
import { MarkTag } from '#web/parts/mark.tsx'
import { Say, Who } from '#web/parts/text.tsx'
import { countryName, languageName } from '#web/words.ts'
import { directoryWords as words } from './directory-words.ts'

const byName = Object.entries(platforms).toSorted(([, one], [, other]) =>
  one.name.localeCompare(other.name, 'en'),
)

/** As they stand in the address; an empty one is no filter. */
export type Filter = {
  readonly search: string
  readonly category: string
  readonly country: string
  readonly platform: string
  readonly language: string
  readonly order: string
  readonly cursor: string
}

type Props = {
  readonly listing: Listing
  readonly facets: Facets
  readonly filter: Filter
  readonly publicUrl: string
}

export function DirectoryPage({ listing, facets, filter, publicUrl }: Props) {
  const say = useTexts(words)
  const { language } = usePage()
  const narrowed = address({ ...filter, order: '', cursor: '' }) !== '/brands'
  return (
    <Layout
      title={`${say('title')} · Veramarca`}
      description={say('description')}
      canonical={`${publicUrl}${address(filter)}`}
      indexed={!narrowed}
    >
      <h1>{say('title')}</h1>
      <p class="lede">{say('lede')}</p>
      <FilterForm filter={filter} facets={facets} />
      {narrowed ? (
        <p class="fine">
          <a href="/brands">{say('all')}</a>
        </p>
      ) : null}
      {listing.isNear ? (
        <p role="status">
          <Say sentence={say.parts('near', { search: filter.search })} />
        </p>
      ) : null}
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

function FilterForm({ filter, facets }: Pick<Props, 'filter' | 'facets'>) {
  const say = useTexts(words)
  const { language } = usePage()
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
      <Choice
        name="category"
        label={say('category')}
        any={say('anyCategory')}
        facets={facets.categories}
        chosen={filter.category}
        nameOf={(category) => category}
      />
      <Choice
        name="country"
        label={say('country')}
        any={say('anyCountry')}
        facets={facets.countries}
        chosen={filter.country}
        nameOf={(country) => countryName(country, language)}
      />
      <Choice
        name="language"
        label={say('language')}
        any={say('anyLanguage')}
        facets={facets.languages}
        chosen={filter.language}
        nameOf={(tag) => languageName(tag, language)}
      />
      <p>
        <label for="order">{say('order')}</label>
        <select id="order" name="order">
          <option value="">{say('byAddress')}</option>
          <option value="newest" selected={filter.order === 'newest'}>
            {say('newest')}
          </option>
        </select>
      </p>
      <button type="submit">{say('button')}</button>
    </form>
  )
}

type ChoiceProps = {
  readonly name: string
  readonly label: string
  readonly any: string
  readonly facets: readonly Facet[]
  readonly chosen: string
  readonly nameOf: (value: string) => string
}

/** What is chosen stays choosable, though nobody has it. */
function Choice({ name, label, any, facets, chosen, nameOf }: ChoiceProps) {
  const isKnown = chosen === '' || facets.some(({ value }) => value === chosen)
  const choices = isKnown ? facets : [...facets, { value: chosen, count: 0 }]
  return (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{any}</option>
        {choices.map(({ value, count }) => (
          <option value={value} selected={value === chosen}>
            {`${harmless(nameOf(value))} (${count})`}
          </option>
        ))}
      </select>
    </p>
  )
}

function address(filter: Filter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  return query === '' ? '/brands' : `/brands?${query}`
}
