import type { Context } from 'hono'
import type { Deps } from '#base/deps.ts'
import type { PublicBrand } from '#registry/answer.ts'
import { findBrand } from '#registry/find-brand.ts'
import { brief } from './caching.ts'

type Ways = {
  /** What stands behind the brand's address: empty, or `/history`. */
  readonly rest: string
  readonly missing: () => Response | Promise<Response>
  readonly show: (brand: PublicBrand) => Response | Promise<Response>
}

/** Shows what is of the brand whose address or id is in the path; whoever came by another name goes on to the address. */
export async function atBrand(
  c: Context,
  deps: Pick<Deps, 'db' | 'clock'>,
  { rest, missing, show }: Ways,
): Promise<Response> {
  const slug = c.req.param('slug') ?? ''
  const brand = await findBrand(deps, slug)
  if (brand === null) return await missing()
  if (brand.slug === slug) return await show(brand)
  c.header('cache-control', brief)
  return c.redirect(`/b/${encodeURIComponent(brand.slug)}${rest}`, 302)
}
