import { sql, type SQL } from 'drizzle-orm'
import type { Deps } from '#base/deps.ts'
import { allowedNames, brands, nameMarks, protectedBrands, registeredNames } from '#db/schema.ts'
import { strongestOfEach, type Alike, type AskedName, type RegisteredName } from './alike.ts'
import { alikeBySkeleton } from './same.ts'
import { skeleton } from './skeleton.ts'
import { watchOver, type Watch } from './watch.ts'

/**
 * A crowd of names that look the same may not make one lookup dear, nor push out what is of more use: each of these has
 * a place of its own.
 */
const sameMax = 12
export const protectedMax = 3_000
/** Of one brand: what it has beyond that is mostly the same name on other platforms. */
const protectedNamesOfOneMax = 10

type Row = { readonly packed: string }
type Watching = { readonly version: number; readonly watch: Watch }

const watching = new WeakMap<Deps['db'], Watching>()

/**
 * Registered names that a name may be taken for, the strongest likeness to each brand: any that looks the same, and
 * protected ones that it is near. What is said of whom, and whether at all, is the caller's to decide.
 */
export async function findLikenesses({ db }: Pick<Deps, 'db'>, asked: AskedName): Promise<readonly Alike[]> {
  const key = skeleton(asked.name)
  if (key === '') return []
  const platform = asked.kind === 'account' ? asked.platform : ''
  const [found] = await db.orm.all<Row>(sql`select json_object(
    'version', (select version from ${nameMarks} where id = 'watch'),
    'allowed', exists (select 1 from ${allowedNames} where key = ${key}),
    'same', (select json_group_array(json_array(brand_id, subject, kind, platform, name, key)) from (
      select * from (${sameAs(key, sql`kind = 'account' and platform = ${platform}`)})
      union select * from (${sameAs(key, sql`kind = 'account'`)})
      union select * from (${sameAs(key, sql`kind = 'domain'`)})
      union select * from (${sameAs(key, sql`kind = 'name'`)})))
  ) as packed`)
  if (found === undefined) return []
  const { version, allowed, same }: { version: number | null; allowed: number; same: Packed[] } = JSON.parse(
    found.packed,
  )
  if (allowed === 1) return []
  const watch = await watchOf(db, version ?? 0)
  const alikes = same.map((row) => alikeBySkeleton(asked, unpacked(row), false))
  return strongestOfEach([...watch.find(asked), ...alikes], asked)
}

function sameAs(key: string, which: SQL): SQL {
  return sql`select * from ${registeredNames} where key = ${key} and is_public = 1 and ${which} limit ${sameMax}`
}

type Packed = readonly [string, string, RegisteredName['kind'], string | null, string, string]

function unpacked([brandId, subject, kind, platform, name, key]: Packed): RegisteredName {
  return { brandId, subject, kind, platform, name, key }
}

/** The protected names of this version, from memory unless they have changed. */
async function watchOf(db: Deps['db'], version: number): Promise<Watch> {
  const known = watching.get(db)
  if (known?.version === version) return known.watch
  const watch = version === 0 ? nothing : watchOver(await protectedNames(db))
  watching.set(db, { version, watch })
  return watch
}

const nothing = watchOver([])

/**
 * Names of brands that a moderator chose, or that asked for it and are verified, the oldest first and one a registrable
 * domain. A name that nobody reviewed counts for nothing there, else a squatter's would warn of the real brand's accounts.
 */
async function protectedNames(db: Deps['db']): Promise<readonly RegisteredName[]> {
  const rows = await db.orm.all<Row>(sql`
    with chosen as (
      select brand_id, chosen_by, name_state from (
        select p.brand_id, p.chosen_by, b.name_state, p.since, row_number() over (
          partition by p.chosen_by, d.registrable_domain order by b.name_state, p.since, p.brand_id) as place
        from ${protectedBrands} p cross join ${brands} b cross join domains d
        where b.id = p.brand_id and d.brand_id = b.id and b.deleted_at is null and d.name = b.slug and d.state in ('proved', 'failing') and d.public_from is not null
          and (p.chosen_by = 'moderator' or (d.strength = 'dns' and exists (
            select 1 from claims c where c.brand_id = b.id and c.state = 'open' and c.account_state = 'proved'))))
      where chosen_by = 'moderator' or place = 1
      order by chosen_by, name_state, since limit ${protectedMax})
    select packed from (select json_array(n.brand_id, n.subject, n.kind, n.platform, n.name, n.key) as packed,
      row_number() over (partition by n.brand_id order by n.kind <> 'domain', n.kind, n.subject) as place
    from chosen cross join ${registeredNames} n where n.brand_id = chosen.brand_id and (n.is_public = 1 or (n.kind = 'name' and chosen.chosen_by = 'moderator'))
      and (n.kind <> 'account' or exists (select 1 from claims c where c.id = n.subject
        and c.relation in ('official', 'support', 'regional', 'product'))))
    where place <= ${protectedNamesOfOneMax}`)
  return rows.map((row) => unpacked(JSON.parse(row.packed)))
}
