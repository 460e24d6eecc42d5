import type { Child } from 'hono/jsx'
import type { Panel } from '#base/panel.ts'
import type { DomainFile } from '#brands/domain-file.ts'
import type { Instruction } from '#challenges/method.ts'
import { useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'
import { Copy } from './parts.tsx'
import { waysWords } from './ways-words.ts'

const short = {
  'dns-txt': { kind: 'txt', why: 'txtWhy' },
  'dns-cname': { kind: 'cname', why: 'cnameWhy' },
  'http-file': { kind: 'file', why: 'fileWhy' },
  'html-meta': { kind: 'meta', why: 'metaWhy' },
} as const

type Props = {
  readonly file: DomainFile
  /** Where the file for the website is downloaded. */
  readonly download: string
}

/** Every way to prove a domain, the best one open. */
export function Ways({ file: { domain, instructions, challenge, panels }, download }: Props) {
  const say = useTexts(waysWords)
  return (
    <section class="ways" id="ways" aria-labelledby="ways-heading">
      <h2 id="ways-heading">{say('heading')}</h2>
      <p>
        <Say sentence={say.parts('lede', { domain: domain.name, at: challenge.expiresAt })} />
      </p>
      {instructions.map((instruction, index) => {
        const { kind, why } = short[instruction.method]
        return (
          <details name="way" open={index === 0}>
            <summary>
              {say(kind)} {kind === 'txt' ? <span class="tag">{say('recommended')}</span> : null}
            </summary>
            <p class="fine">
              <Say sentence={say.parts(why)} />{' '}
              {isWeak(domain, instruction) ? (
                <Say sentence={say.parts('webWeaker', { host: domain.name })} />
              ) : null}
            </p>
            <Way
              instruction={instruction}
              domain={domain.name}
              panel={panelOf(panels, instruction)}
              download={download}
            />
          </details>
        )
      })}
    </section>
  )
}

/** A web proof speaks at once only for the registrable domain itself or `www`. */
function isWeak({ name, registrableDomain }: DomainFile['domain'], { method }: Instruction): boolean {
  const isWeb = method === 'http-file' || method === 'html-meta'
  return isWeb && name !== registrableDomain && name !== `www.${registrableDomain}`
}

function panelOf(panels: readonly Panel[], { type }: Instruction): Panel | null {
  return panels.find((panel) => panel.type === type) ?? null
}

type WayProps = {
  readonly instruction: Instruction
  readonly domain: string
  readonly panel: Panel | null
  readonly download: string
}

function Way({ instruction, domain, panel, download }: WayProps): Child {
  const say = useTexts(waysWords)
  const { method, name = '', host = '', type = '', value = '', url = '', html = '' } = instruction
  switch (method) {
    case 'dns-txt':
    case 'dns-cname':
      return (
        <>
          <p>
            <Say
              sentence={
                panel === null
                  ? say.parts('steps', { domain })
                  : say.parts('panel', { provider: panel.provider, open: { to: panel.url } })
              }
            />
          </p>
          <dl class="record">
            <div>
              <dt>{say('type')}</dt>
              <dd>
                <code>{type}</code>
              </dd>
            </div>
            <Copy id={`${method}-host`} label={say('host')} value={panel?.host ?? host} />
            <Copy
              id={`${method}-value`}
              label={say(method === 'dns-txt' ? 'value' : 'target')}
              value={panel?.value ?? value}
            />
          </dl>
          {(panel?.host ?? host) === name ? null : (
            <p class="fine">
              <Say sentence={say.parts('fullName', { name })} />
            </p>
          )}
        </>
      )
    case 'http-file':
      return (
        <>
          <dl class="record">
            <Copy id="file-address" label={say('address')} value={url} />
            <Copy id="file-content" label={say('content')} value={value} />
          </dl>
          <p>
            <a class="button plain" href={download} download="">
              {say('download')}
            </a>
          </p>
        </>
      )
    case 'html-meta':
      return (
        <dl class="record">
          <div>
            <dt>{say('page')}</dt>
            <dd>
              <code>{url}</code>
            </dd>
          </div>
          <Copy id="meta-tag" label={say('tag')} value={html} />
        </dl>
      )
  }
}
