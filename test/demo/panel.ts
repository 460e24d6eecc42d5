import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { z } from 'zod'
import { day, second } from '#base/clock.ts'
import type { Registry } from '#test/support/doors.ts'
import { postOnX, show } from './accounts.ts'
import { panelPage, type Done } from './panel-page.ts'
import { offset } from './seed.ts'

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\w.-]+$/)

const record = z.object({ name: host, type: z.enum(['TXT', 'CNAME']), value: z.string().trim().min(1) })
const page = z.object({ url: z.url({ protocol: /^https$/ }), body: z.string() })
const profile = z.object({
  platform: z.enum(['github', 'mastodon', 'bluesky']),
  handle: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\w.@-]+$/),
  website: z.string().trim(),
  bio: z.string(),
})
const post = z.object({
  handle: z
    .string()
    .trim()
    .regex(/^\w{1,15}$/),
  text: z.string().min(1),
})
const days = z.object({ days: z.coerce.number().int().min(1).max(400) })
const trouble = z.object({ name: host, trouble: z.enum(['servfail', 'timeout', 'none']) })

/** What a visitor of the demo does outside of the registry: at a DNS provider, on a web server, on a platform. */
export function createPanel(registry: Registry): Hono {
  const { internet } = registry
  const done: Done[] = []
  let passed = 0
  const panel = new Hono()
  panel.use(csrf())
  panel.get('/', (c) => c.html(panelPage({ registryUrl: registry.url, done, passed })))

  const form = <Shape extends z.ZodType>(
    path: string,
    shape: Shape,
    act: (given: z.output<Shape>) => Promise<Done> | Done,
  ) => {
    panel.post(path, async (c) => {
      const given = shape.safeParse(await c.req.parseBody())
      if (!given.success)
        return c.html(
          panelPage({ registryUrl: registry.url, done, passed, refused: z.prettifyError(given.error) }),
          422,
        )
      done.unshift(await act(given.data))
      return c.redirect('/', 303)
    })
  }

  form('/records', record, ({ name, type, value }) => {
    // A panel that splits a long text, or is given one in quotes, publishes the same.
    const text = value.replace(/^"(.*)"$/, '$1')
    internet.zone.set(name, type === 'TXT' ? { TXT: [text] } : { CNAME: text })
    return { what: `${name} ${type}`, value: text }
  })
  form('/records/remove', z.object({ name: host }), ({ name }) => {
    internet.zone.remove(name)
    return { what: `${name} has no records any more`, value: '' }
  })
  form('/pages', page, ({ url, body }) => {
    const isPage = /<\w/.test(body)
    internet.page.set(url, { headers: { 'content-type': isPage ? 'text/html' : 'text/plain' }, body })
    return { what: url, value: body.slice(0, 200) }
  })
  form('/profiles', profile, (shown) => {
    const home = shown.platform === 'mastodon' && !shown.handle.includes('@')
    const handle = home ? `${shown.handle}@mastodon.social` : shown.handle
    show(internet, { ...shown, handle })
    return { what: `${handle} on ${shown.platform}`, value: `${shown.website} ${shown.bio}` }
  })
  form('/posts', post, ({ handle, text }) => ({
    what: `@${handle} posts on X`,
    value: postOnX(internet, handle, text),
  }))
  form('/trouble', trouble, ({ name, trouble: kind }) => {
    internet.zone.trouble(name, kind === 'none' ? null : kind)
    return { what: `The name server of ${name}`, value: kind === 'none' ? 'answers' : kind }
  })
  form('/days', days, async ({ days: more }) => {
    passed += more
    await registry.travel((passed * day) / second, offset(passed * day))
    return { what: `${more} days pass`, value: `${passed} in all` }
  })
  return panel
}
