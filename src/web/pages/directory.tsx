import { platforms } from '#accounts/platforms/index.ts'
import type { DirectoryPage as Listing } from '#registry/directory.ts'
import { Layout } from '#web/layout.tsx'
import { markOf } from '#web/marks.ts'
import { MarkTag } from '#web/parts/mark.tsx'
import { Term, Who } from '#web/parts/text.tsx'
import { countryName } from '#web/words.ts'

const byName = Object.entries(platforms).toSorted(([, one], [, other]) =>
  one.name.localeCompare(other.name, 'en'),
)

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
  const narrowed = address({ ...filter, cursor: '' }) !== '/brands'
  return (
    <Layout
      title="Directory · Veramarca"
      description="Brands in the registry, each under the domain that it has proved."
      canonical={`${publicUrl}${address(filter)}`}
      indexed={!narrowed}
    >
      <h1>Directory</h1>
      <p class="lede">Brands by the domain that they have proved.</p>
      <FilterForm filter={filter} />
      {narrowed ? <Narrowed filter={filter} /> : null}
      {listing.items.length === 0 ? (
        <p class="empty">{narrowed ? 'No entry matches. Try fewer letters.' : 'There are no entries yet.'}</p>
      ) : (
        <ul class="rows">
          {listing.items.map((brand) => (
            <li>
              <span>
                <Who brand={brand} />
              </span>
              <MarkTag mark={markOf(brand.verdict, null)} />
            </li>
          ))}
        </ul>
      )}
      <nav class="paging" aria-label="Pages">
        {filter.cursor === '' ? null : <a href={address({ ...filter, cursor: '' })}>First page</a>}
        {listing.next === null ? null : (
          <a rel="next" href={address({ ...filter, cursor: listing.next })}>
            Next page
          </a>
        )}
      </nav>
    </Layout>
  )
}

function FilterForm({ filter }: { readonly filter: Filter }) {
  return (
    <form class="filter" role="search" action="/brands" method="get">
      <p>
        <label for="search">Name or domain</label>
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
        <label for="platform">With an account on</label>
        <select id="platform" name="platform">
          <option value="">any platform</option>
          {byName.map(([key, { name }]) => (
            <option value={key} selected={key === filter.platform}>
              {name}
            </option>
          ))}
        </select>
      </p>
      {filter.category === '' ? null : <input type="hidden" name="category" value={filter.category} />}
      {filter.country === '' ? null : <input type="hidden" name="country" value={filter.country} />}
      <button type="submit">Search</button>
    </form>
  )
}

function Narrowed({ filter }: { readonly filter: Filter }) {
  return (
    <p class="fine">
      {filter.category === '' ? null : (
        <>
          Category: <Term>{filter.category}</Term>.{' '}
        </>
      )}
      {filter.country === '' ? null : (
        <>
          Country: <Term>{countryName(filter.country)}</Term>.{' '}
        </>
      )}
      <a href="/brands">Show all</a>
    </p>
  )
}

function address(filter: Filter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  return query === '' ? '/brands' : `/brands?${query}`
}
