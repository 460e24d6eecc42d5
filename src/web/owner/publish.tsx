import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Child } from 'hono/jsx'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Deps } from '#base/deps.ts'
import { checkDomain } from '#brands/check-domain.ts'
import { fileOf, type DomainFile } from '#brands/domain-file.ts'
import type { ForeseePanels } from '#brands/foresee-panels.ts'
import { handedOver, type HandedOver } from '#brands/handover.ts'
import { Layout } from '#web/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Day, Say } from '#web/parts/text.tsx'
import { see, show, statusOf } from './answer.tsx'
import { awaitsText } from './domain-page.tsx'
import { challengeFile, frameOf, looksShown, withPanels } from './domain-routes.tsx'
import { follow, type Patience } from './events.ts'
import { Island } from './island.tsx'
import { OwnerSheet } from './layout.tsx'
import { LivePanel } from './live-panel.tsx'
import { publishWords } from './publish-words.ts'
import { refusalIn } from './refusal.ts'
import { Ways } from './ways.tsx'
import { networkIn } from '#web/sign-in/entry.ts'

/**
 * `/publish/{token}`: for whoever runs the zone or the site, without a sign-in. It shows who asks and what to publish,
 * and nothing of the organisation's beside that.
 */
export function publishRoutes(deps: Deps, patience: Patience, foresee: ForeseePanels): Hono {
  const web = new Hono()

  web.use('/publish/:token/*', async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })

  const withLink = async (
    c: Context,
    handle: (handed: HandedOver, file: DomainFile) => Promise<Response> | Response,
  ): Promise<Response> => {
    const handed = await handedOver(deps, c.req.param('token') ?? '')
    if (handed === null) return await show(c, <EndedPage />, 404)
    return await handle(handed, await fileOf(deps, handed.domain, looksShown))
  }
  const page = async (
    c: Context,
    handed: HandedOver,
    file: DomainFile,
    fault = '',
    status: ContentfulStatusCode = 200,
  ) =>
    await show(
      c,
      <PublishPage
        {...{ handed, file: await withPanels(file, foresee), now: deps.clock.now(), path: c.req.path, fault }}
      />,
      status,
    )

  web.get('/publish/:token', async (c) => {
    c.header('Cache-Control', 'no-store')
    return await withLink(c, async (handed, file) => await page(c, handed, file))
  })
  web.get('/publish/:token/file', async (c) => await withLink(c, (_handed, file) => challengeFile(c, file)))
  web.get('/publish/:token/events', async (c) => {
    const token = c.req.param('token')
    return await withLink(c, () =>
      follow(c, patience, networkIn(c, deps) ?? token, async () => {
        const handed = await handedOver(deps, token)
        return handed === null ? null : frameOf(c, deps, await fileOf(deps, handed.domain, looksShown), null)
      }),
    )
  })
  web.post('/publish/:token', async (c) => {
    c.header('Cache-Control', 'no-store')
    return await withLink(c, async (handed, file) => {
      const checked = await checkDomain(deps, handed.principal, handed.domain.id)
      if (!checked.ok) {
        return await page(
          c,
          handed,
          file,
          refusalIn(c.get('language'), checked.refusal),
          statusOf(checked.refusal),
        )
      }
      if (checked.value.domain.publicFrom !== null) await issueBadge(deps, checked.value.domain.brandId)
      return see(c, c.req.path)
    })
  })
  return web
}

type Props = {
  readonly handed: HandedOver
  readonly file: DomainFile
  readonly now: number
  readonly path: string
  readonly fault: string
}

function PublishPage({ handed: { email, expiresAt }, file, now, path, fault }: Props) {
  const say = useTexts(publishWords)
  const { domain } = file
  const [, host = ''] = email.split('@')
  const waits = awaitsText(file)
  return (
    <Frame title={say('title', { domain: domain.name })}>
      <h1>
        <Say sentence={say.parts('title', { domain: domain.name })} />
      </h1>
      <div class="sheet from">
        <p>
          <Say sentence={say.parts('from', { host, email })} />
        </p>
        <p class="fine">{say('unknown')}</p>
      </div>
      <LivePanel file={file} now={now} path={path} next={null} />
      {waits ? (
        <>
          <Ways file={file} download={`${path}/file`} />
          <form method="post" action={path} class="act">
            <button type="submit">{say('done')}</button>
            {fault === '' ? null : (
              <p class="error" role="alert">
                {fault}
              </p>
            )}
          </form>
        </>
      ) : null}
      <section aria-labelledby="grants">
        <h2 id="grants">{say('grants')}</h2>
        <ul class="points">
          <li>
            <Say sentence={say.parts('grantsThis', { domain: domain.name })} />
          </li>
          <li>{say('grantsNothing')}</li>
          <li>{say('grantsEnd')}</li>
        </ul>
      </section>
      <p class="fine">
        {say('ends')} <Day at={expiresAt} />
      </p>
      <Island />
    </Frame>
  )
}

function EndedPage() {
  const say = useTexts(publishWords)
  return (
    <Frame title={say('ended')}>
      <section class="problem">
        <h1>{say('ended')}</h1>
        <p class="lede">{say('endedDetail')}</p>
      </section>
    </Frame>
  )
}

function Frame({ title, children }: { readonly title: string; readonly children: Child }) {
  return (
    <Layout title={`${title} · Veramarca`} description={title} indexed={false} head={<OwnerSheet />}>
      {children}
    </Layout>
  )
}
