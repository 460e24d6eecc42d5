import type { Context, MiddlewareHandler } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Refusal } from '#base/result.ts'
import { texts } from '#i18n/texts.ts'
import { problems } from '#problems.ts'
import { render } from '#web/layout.tsx'
import { pageOf, useTexts } from '#web/page.ts'
import type { Fault, Form } from './form.ts'
import { OwnerLayout } from './layout.tsx'
import { refusalIn, type FormReason } from './refusal.ts'

const words = texts({
  en: {
    missing: 'There is nothing here',
    missingDetail: 'Your organisation has nothing at this address. It may have been withdrawn or released.',
    viewer: 'You may look here, and not change',
    viewerDetail: 'Nothing was changed. An owner of {organisation} can make you an editor.',
    back: 'To your brands',
  },
  es: {
    missing: 'Aquí no hay nada',
    missingDetail: 'Tu organización no tiene nada en esta dirección. Puede que se haya retirado o liberado.',
    viewer: 'Aquí puedes mirar, pero no cambiar',
    viewerDetail: 'No se ha cambiado nada. Un propietario de {organisation} puede hacerte editor.',
    back: 'A tus marcas',
  },
  pl: {
    missing: 'Tu nic nie ma',
    missingDetail:
      'Twoja organizacja nie ma nic pod tym adresem. Być może zostało to wycofane lub zwolnione.',
    viewer: 'Możesz tu oglądać, ale nie zmieniać',
    viewerDetail:
      'Nic nie zostało zmienione. Właściciel organizacji {organisation} może nadać ci rolę redaktora.',
    back: 'Do twoich marek',
  },
})

/** `address` is where the page is asked for, when its form was sent elsewhere: a switch of language goes there. */
export function show(
  c: Context,
  page: Child,
  status: ContentfulStatusCode = 200,
  address?: string,
): Response | Promise<Response> {
  const state = pageOf(c)
  return c.html(
    render(page, address === undefined || c.req.method === 'GET' ? state : { ...state, address }),
    status,
  )
}

/** After a form: the page that shows what came of it, as a page to be asked for. */
export function see(c: Context, path: string): Response {
  return c.redirect(path, 303)
}

/** A refusal beside its field. */
export function faultOf(c: Context, at: string, refusal: Refusal<FormReason>, typed: Form): Fault {
  return { at, text: refusalIn(c.get('language'), refusal), typed }
}

export function statusOf({ reason }: Refusal<FormReason>): ContentfulStatusCode {
  // Pages alone refuse so.
  return reason === 'challenge_over' ? 409 : problems[reason].status
}

export function missing(c: Context): Response | Promise<Response> {
  return show(c, <Stop organisation={c.get('acting').organisation} what="missing" />, 404)
}

/** Changes come of members who may change something. */
export function mayWrite(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return await next()
    const { organisation, principal } = c.get('acting')
    if (!principal.scopes.includes('write')) {
      return await show(c, <Stop organisation={organisation} what="viewer" />, 403)
    }
    return await next()
  }
}

const details = { missing: 'missingDetail', viewer: 'viewerDetail' } as const

type Props = { readonly organisation: string; readonly what: keyof typeof details }

function Stop({ organisation, what }: Props) {
  const say = useTexts(words)
  return (
    <OwnerLayout title={say(what)} organisation={organisation}>
      <section class="problem">
        <h1>{say(what)}</h1>
        <p class="lede">{say(details[what], { organisation })}</p>
        <p>
          <a href="/dashboard">{say('back')}</a>
        </p>
      </section>
    </OwnerLayout>
  )
}
