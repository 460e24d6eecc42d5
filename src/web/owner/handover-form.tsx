import type { Handover } from '#brands/handover.ts'
import { useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'
import { domainWords } from './domain-words.ts'
import type { Fault } from './form.ts'
import { Copy, Refused } from './parts.tsx'

/** A link just made: the only moment in which it is known here. */
export type Flash = { readonly link: string }

type Props = {
  readonly path: string
  readonly domain: string
  readonly email: string
  readonly handovers: readonly Handover[]
  readonly flash: Flash | null
  readonly fault: Fault | null
}

/** "Send this to whoever runs our website": a link to be made, mailed and ended. */
export function HandoverForm({ path, domain, email, handovers, flash, fault }: Props) {
  const say = useTexts(domainWords)
  return (
    <section class="handover" id="handover" aria-labelledby="handover-heading">
      <h2 id="handover-heading">{say('help')}</h2>
      <p>
        <Say sentence={say.parts('helpLede', { email })} />
      </p>
      {flash === null ? null : (
        <div class="note good" role="status">
          <dl class="record">
            <Copy id="handover-link" label={say('link')} value={flash.link} />
          </dl>
          <p class="fine">{say('linkOnce')}</p>
          <p>
            <a
              class="button plain"
              href={mailTo(say('mailSubject', { domain }), say('mailBody', { domain, link: flash.link }))}
            >
              {say('mail')}
            </a>
          </p>
        </div>
      )}
      <form method="post" action={`${path}/handovers`} class="act">
        <button type="submit" class="plain">
          {say('makeLink')}
        </button>
        <Refused fault={fault} at="handover" />
      </form>
      {handovers.length === 0 ? null : (
        <>
          <h3>{say('links')}</h3>
          <ul class="rows">
            {handovers.map(({ id, email: by, expiresAt }) => (
              <li>
                <span>
                  <Say sentence={say.parts('linkOf', { email: by, at: expiresAt })} />
                </span>
                <form method="post" action={`${path}/handovers/${id}/end`}>
                  <button type="submit" class="link" aria-label={say('takeBackOf', { email: by })}>
                    {say('takeBack')}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** RFC 6068: line breaks are `%0D%0A`. */
function mailTo(subject: string, body: string): string {
  const text = encodeURIComponent(body.replaceAll('\n', '\r\n'))
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${text}`
}
