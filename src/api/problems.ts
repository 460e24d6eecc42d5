import type { Deps } from '#base/deps.ts'
import { problems } from '#problems.ts'
import { cacheControl, type Api } from './endpoint.ts'

/** What a problem's `type` leads to. */
export function problemsApi(api: Api, { site }: Pick<Deps, 'site'>): void {
  const headers = { 'Cache-Control': cacheControl(30) }
  api.get('/problems', (c) => {
    const items = Object.entries(problems).map(([reason, problem]) => {
      return { type: `${site.publicUrl}/problems/${reason}`, reason, ...problem }
    })
    return c.json({ items, next_cursor: null }, 200, headers)
  })
  api.get('/problems/:reason', (c) => {
    const reason = c.req.param('reason')
    const problem = Object.entries(problems).find(([known]) => known === reason)?.[1]
    return problem === undefined ? c.notFound() : c.json({ reason, ...problem }, 200, headers)
  })
}
