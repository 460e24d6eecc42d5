import { z } from '@hono/zod-openapi'
import type { Deps } from '#base/deps.ts'
import { ok, refuse } from '#base/result.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Brand } from '#brands/brand.ts'
import { createBrand } from '#brands/create-brand.ts'
import { ownBrands, ownDomains } from '#brands/list-brands.ts'
import { ownedBrand as findOwned } from '#brands/owned.ts'
import { protectionOf, watchBrand } from '#brands/protect-brand.ts'
import { updateBrand } from '#brands/update-brand.ts'
import { closeBrand } from '#claims/close-brand.ts'
import { showClaimsOfBrand } from '#claims/show-claims.ts'
import { findBrand } from '#registry/find-brand.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { listedBrand } from './directory.ts'
import { endpoint, type Api } from './endpoint.ts'
import { ownedBrand, ownedBrandOnWire } from './owned-wire.ts'
import {
  account,
  accountVerdict,
  corroborated,
  country as givenCountry,
  disavowed,
  domainVerdict,
  failingSince,
  id,
  languageTag,
  listOf,
  page,
  time,
  words,
} from './schemas.ts'
import { publicBrandOnWire } from './wire.ts'

const name = words(100).openapi({ example: 'Acme' })
const aliases = z.array(words(100)).max(20)
const category = words(60).nullable().openapi({ example: 'retail' })
const country = givenCountry.nullable()
const languages = z
  .array(languageTag)
  .max(40)
  .transform((tags) => [...new Set(tags)])
  .openapi({ example: ['es', 'pt-BR'], description: 'In which it speaks, BCP 47.' })

const brandText = z
  .strictObject({
    name,
    aliases: aliases.default([]),
    category: category.default(null),
    country: country.default(null),
    languages: languages.default([]),
  })
  .openapi('BrandText')

const brandChange = z.strictObject({
  name: name.optional(),
  aliases: aliases.optional(),
  category: category.optional(),
  country: country.optional(),
  languages: languages.optional(),
  watch_lookalikes: z.boolean().optional().openapi({
    description:
      'Has lookups tell of names near yours, typos for instance. It takes effect while an account of yours is verified.',
  }),
})

export const publicBrand = listedBrand
  .extend({
    domains: z.array(
      z.object({
        domain: z.string(),
        verdict: domainVerdict,
        method: z.string().nullable(),
        checked_at: time.nullable(),
        expires_at: time.nullable(),
        seen_by: corroborated.nullable(),
        failing_since: failingSince,
      }),
    ),
    accounts: z.array(account.extend({ verdict: accountVerdict, disputed: z.boolean() })),
    not_ours: z.array(disavowed),
    absent_from: z.array(z.string()).openapi({ description: 'Platforms that it says it has no account on.' }),
    badge: z.object({ svg: z.url(), jwt: z.url(), json: z.url() }),
    since: time,
    frozen_since: time
      .nullable()
      .openapi({ description: 'Since when none of its accounts is to be trusted.' }),
    as_of: time,
  })
  .openapi('PublicBrand')

export function brandsApi(api: Api, deps: Deps): void {
  const { publicUrl } = deps.site
  const show = async (brand: Brand) =>
    ownedBrandOnWire(
      publicUrl,
      brand,
      await ownDomains(deps, brand.id),
      await showClaimsOfBrand(deps, brand.id),
      (await protectionOf(deps, brand.id)) !== null,
    )

  endpoint(
    api,
    deps,
    {
      method: 'post',
      path: '/v1/brands',
      tag: 'Brands',
      summary: 'Enter a brand',
      access: 'write',
      body: brandText,
      status: 201,
      answer: ownedBrand,
      refuses: [],
    },
    async ({ body, principal }) => ok(await show(await createBrand(deps, principal, body))),
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/organisation/brands',
      tag: 'Brands',
      summary: "Your organisation's brands",
      access: 'read',
      query: z.object(page),
      status: 200,
      answer: listOf(ownedBrand),
      refuses: ['invalid_request'],
    },
    async ({ principal, query: { cursor, limit } }) => {
      const after = readCursor(cursor)
      if (!after.ok) return after
      const { items, next } = await ownBrands(deps, principal, { after: after.value, limit })
      const shown = await Promise.all(items.map(show))
      return ok({ items: shown, next_cursor: next === null ? null : writeCursor(next) })
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'get',
      path: '/v1/brands/{id}',
      tag: 'Directory',
      summary: 'A brand by id or address; its owner sees the private fields too',
      access: 'either',
      params: id,
      status: 200,
      answer: z.union([publicBrand, ownedBrand]),
      refuses: ['brand_unknown'],
      maxAge: 30,
    },
    async ({ params, principal }) => {
      const found = await findBrand(deps, params.id)
      if (principal.organisationId !== '') {
        const owned = await findOwned(deps, principal, found?.id ?? params.id)
        if (owned.ok) return ok(await show(owned.value))
      }
      if (found === null)
        return refuse('brand_unknown', 'No brand with a proved domain has this id or address.')
      return ok(publicBrandOnWire(publicUrl, found))
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'patch',
      path: '/v1/brands/{id}',
      tag: 'Brands',
      summary: 'Change what a brand says of itself; a changed name is self-given again',
      access: 'write',
      params: id,
      body: brandChange,
      status: 200,
      answer: ownedBrand,
      refuses: ['brand_unknown'],
    },
    async ({ params, body, principal }) => {
      const { watch_lookalikes: isWatched, ...text } = body
      const changed = await updateBrand(deps, principal, params.id, given(text))
      if (!changed.ok) return changed
      if (isWatched !== undefined) {
        const watched = await watchBrand(deps, principal, params.id, isWatched)
        if (!watched.ok) return watched
      }
      if (changed.value.slug !== null) await issueBadge(deps, params.id)
      return ok(await show(changed.value))
    },
  )
  endpoint(
    api,
    deps,
    {
      method: 'delete',
      path: '/v1/brands/{id}',
      tag: 'Brands',
      summary: 'Withdraw its accounts, release its domains and remove it',
      access: 'write',
      keyOnly: true,
      params: id,
      status: 204,
      answer: z.null(),
      refuses: [
        'brand_unknown',
        'second_person_needed',
        'brand_has_domains',
        'brand_has_accounts',
        'claim_frozen',
        'domain_frozen',
      ],
    },
    async ({ params, principal }) => {
      const closed = await closeBrand(deps, principal, params.id)
      if (closed.ok) await issueBadge(deps, params.id)
      return closed
    },
  )
}

type Given<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }

/** Without the fields that were not sent. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  const sent: Given<Fields> = { ...fields }
  for (const key in sent) if (sent[key] === undefined) delete sent[key]
  return sent
}
