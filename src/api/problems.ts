import type { Deps } from '#base/deps.ts'
import { titleOf } from '#problem-titles.ts'
import { problems, reasons } from '#problems.ts'
import { cacheControl, type Api } from './endpoint.ts'

/** What a problem's `type` leads to. */
export function problemsApi(api: Api, { site }: Pick<Deps, 'site'>): void {
  const headers = { 'Cache-Control': cacheControl(30) }
  api.get('/problems', (c) => {
    const language = c.get('language')
    const items = reasons.map((reason) => {
      const { status } = problems[reason]
      return {
        type: `${site.publicUrl}/problems/${reason}`,
        reason,
        status,
        title: titleOf(reason, language),
      }
    })
    return c.json({ items, next_cursor: null }, 200, { ...headers, 'Content-Language': language })
  })
  api.get('/problems/:reason', (c) => {
    const reason = reasons.find((known) => known === c.req.param('reason'))
    if (reason === undefined) return c.notFound()
    const language = c.get('language')
    const { status } = problems[reason]
    return c.json({ reason, status, title: titleOf(reason, language) }, 200, {
      ...headers,
      'Content-Language': language,
    })
  })
}
