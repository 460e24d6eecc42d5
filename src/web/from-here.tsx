import type { Context, MiddlewareHandler } from 'hono'
import type { Deps } from '#base/deps.ts'
import { texts } from '#i18n/texts.ts'
import { pageOf } from './page.ts'
import { problemPage } from './pages/problem.tsx'
import { isFromHere } from './signed-in.ts'

const words = texts({
  en: {
    title: 'This did not come from here',
    detail:
      'Your browser says that another site sent this, so nothing was done. Open the page here and do it again.',
  },
  es: {
    title: 'Esto no viene de aquí',
    detail:
      'Tu navegador dice que esto lo ha enviado otro sitio, así que no se ha hecho nada. Abre la página aquí y repítelo.',
  },
  pl: {
    title: 'To nie pochodzi stąd',
    detail:
      'Przeglądarka podaje, że wysłała to inna strona, więc nic nie zrobiono. Otwórz stronę tutaj i zrób to jeszcze raz.',
  },
})

const safe = new Set(['GET', 'HEAD'])

/** Stands before every route that changes something. */
export function fromHere({ site }: Pick<Deps, 'site'>): MiddlewareHandler {
  return async (c, next) =>
    safe.has(c.req.method) || isFromHere(c, site.publicUrl) ? await next() : notFromHere(c)
}

function notFromHere(c: Context): Response | Promise<Response> {
  const say = words(c.get('language'))
  const page = problemPage({ status: 403, title: say('title'), detail: say('detail') }, pageOf(c))
  return c.html(page, 403, { 'Cache-Control': 'no-store' })
}
