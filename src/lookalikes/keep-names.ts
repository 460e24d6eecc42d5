import { sql, type SQL } from 'drizzle-orm'
import type { Statement } from '#db/open.ts'
import {
  brands,
  claims,
  domains,
  nameMarks,
  protectedBrands,
  registeredNames,
  type nameKinds,
} from '#db/schema.ts'
import { inUnicode, nameOfAccount, nameOfDomain } from './name-of.ts'
import { raw } from './raw.ts'
import { skeleton } from './skeleton.ts'

/*
 * Statements that keep the index of names, for the batch that writes the name: they stand behind the row that carries
 * it and its leaf, and read from that row whether the public may be told.
 */

type Brand = { readonly id: string; readonly name: string; readonly aliases: readonly string[] }
type Account = {
  readonly id: string
  readonly brandId: string
  readonly platform: string
  readonly handle: string
}
type Domain = { readonly id: string; readonly brandId: string; readonly name: string }

/** A brand's name and aliases, as they are from now on. */
export function keepBrandNames({ id, name, aliases }: Brand): Statement[] {
  const row: Row = {
    columns: sql`id, id, null, ${brandIsPublic}`,
    from: sql`from ${brands} where id = ${id} and name = ${name} and aliases = ${JSON.stringify(aliases)}
      and deleted_at is null`,
  }
  const own = insert('name', name, name, row)
  // A review is of the name: aliases come and go without one.
  const others = aliases.flatMap((each) =>
    insert('name', each, each, { ...row, columns: sql`id, id, null, 0` }),
  )
  return [replace(id, row), ...own, ...others, markWatch(id)]
}

/** An account's name, unless its claim is withdrawn. */
export function keepAccountName({ id, brandId, platform, handle }: Account): Statement[] {
  const row: Row = {
    columns: sql`id, brand_id, platform, state = 'open' and account_state in ('proved', 'failing')`,
    from: sql`from ${claims} where id = ${id} and handle = ${handle} and state <> 'withdrawn'`,
  }
  const name = nameOfAccount(platform, handle)
  return [replace(id, row), ...(name === null ? [] : insert('account', name, name, row)), markWatch(brandId)]
}

/** A domain's name, unless it is released. */
export function keepDomainName({ id, brandId, name }: Domain): Statement[] {
  const row: Row = {
    columns: sql`id, brand_id, null, state in ('proved', 'failing') and public_from is not null`,
    from: sql`from ${domains} where id = ${id} and state <> 'released'`,
  }
  const label = nameOfDomain(name)
  const names = label === null ? [] : insert('domain', inUnicode(name), label, row)
  return [dropNames(id), ...names, markWatch(brandId)]
}

/** Nobody is called so any more by this brand, claim or domain. */
export function dropNames(subject: string): Statement {
  return raw(sql`delete from ${registeredNames} where subject = ${subject}`)
}

/** Who holds a domain decides whose names are public: its old and its new brand's are looked at again. */
export function keepNamesOfHolders(domain: string): Statement[] {
  const holders = sql`(select brand_id from domains where name = ${domain})`
  return [
    raw(sql`update ${registeredNames} set is_public = (
        select ${brandIsPublic} and brands.name = registered_names.name from ${brands} where id = subject)
      where kind = 'name' and subject in ${holders}`),
    raw(sql`insert into ${nameMarks} (id, version, "cursor") select 'watch', 1, ''
      where exists (select 1 from ${protectedBrands} where brand_id in ${holders})
      on conflict (id) do update set version = version + 1`),
  ]
}

/** What is kept in memory of the protected names is out of date. */
export function markWatch(brandId: string): Statement {
  return raw(sql`insert into ${nameMarks} (id, version, "cursor") select 'watch', 1, ''
    where exists (select 1 from ${protectedBrands} where brand_id = ${brandId})
    on conflict (id) do update set version = version + 1`)
}

/** As `markWatch`, whatever is protected now. */
export function moveWatch(): Statement {
  return raw(sql`insert into ${nameMarks} (id, version, "cursor") values ('watch', 1, '')
    on conflict (id) do update set version = version + 1`)
}

/** A name proves nothing until somebody reviewed it: else whoever came first would have the real brand look like a copy. */
const brandIsPublic = sql`slug is not null and deleted_at is null and name_state = 'reviewed'`

type Row = { readonly columns: SQL; readonly from: SQL }

/** Where somebody has changed the name meanwhile, theirs stays. */
function replace(subject: string, { from }: Row): Statement {
  return raw(sql`delete from ${registeredNames} where subject = ${subject} and exists (select 1 ${from})`)
}

/** What has no letters looks like nothing. */
function insert(kind: (typeof nameKinds)[number], name: string, compared: string, row: Row): Statement[] {
  const key = skeleton(compared)
  if (key === '') return []
  return [
    raw(sql`insert or ignore into ${registeredNames} (subject, brand_id, platform, is_public, kind, name, key)
      select ${row.columns}, ${kind}, ${name}, ${key} ${row.from}`),
  ]
}
