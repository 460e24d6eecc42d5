import { eq, lte } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { keptPages } from '#db/schema.ts'
import type { GuardedGet, Page } from '#net/net.ts'

const charactersMax = 65_536
/** What was not asked for again is forgotten; a daily look asks daily. */
const keptFor = 30 * day

/**
 * The same GET, which asks again only for what has changed (RFC 9110 §13.1): a 304 gives the body that was kept. What
 * needed credentials is neither kept nor given to others.
 */
export function rememberingGet({ db, clock }: Pick<Deps, 'db' | 'clock'>, get: GuardedGet): GuardedGet {
  return async (url, options) => {
    if (options.headers?.['authorization'] !== undefined || new URL(url).searchParams.has('access_token')) {
      return await get(url, options)
    }
    const key = `${options.accept ?? '*/*'} ${url}`
    const [kept] = await db.orm.select().from(keptPages).where(eq(keptPages.url, key))
    const page = await get(url, { ...options, headers: { ...options.headers, ...validators(kept) } })
    if (page.status === 304 && kept !== undefined) {
      return { ...page, status: 200, contentType: kept.contentType, body: kept.body }
    }
    if (isWorthKeeping(page)) {
      const { etag, lastModified, contentType, body } = page
      const row = { etag, lastModified, contentType, body, at: clock.now() }
      await db.orm
        .insert(keptPages)
        .values({ url: key, ...row })
        .onConflictDoUpdate({ target: keptPages.url, set: row })
      await db.orm.delete(keptPages).where(lte(keptPages.at, clock.now() - keptFor))
    }
    return page
  }
}

function validators(kept: typeof keptPages.$inferSelect | undefined): Record<string, string> {
  if (kept === undefined) return {}
  return {
    ...(kept.etag === null ? {} : { 'if-none-match': kept.etag }),
    ...(kept.lastModified === null ? {} : { 'if-modified-since': kept.lastModified }),
  }
}

/** A redirected page's validators are those of where it led. */
function isWorthKeeping({ status, etag, lastModified, redirects, truncated, body }: Page): boolean {
  const hasValidator = etag !== null || lastModified !== null
  return (
    status === 200 && hasValidator && redirects.length === 0 && !truncated && body.length <= charactersMax
  )
}
