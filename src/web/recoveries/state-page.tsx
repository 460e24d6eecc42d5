import type { Instruction } from '#challenges/method.ts'
import { isOpen } from '#recoveries/recovery.ts'
import type { ShownRecovery } from '#recoveries/show-recovery.ts'
import { Evidence } from '#web/owner/evidence.tsx'
import { Island } from '#web/owner/island.tsx'
import { OwnerLayout } from '#web/owner/layout.tsx'
import { LatestLook } from '#web/owner/live.tsx'
import { Copy, Fact } from '#web/owner/parts.tsx'
import { useTexts } from '#web/page.ts'
import { Moment, Say } from '#web/parts/text.tsx'
import { words } from './words.ts'

const reasons = [
  'token_over',
  'brand_gone',
  'domain_not_proved',
  'proof_too_young',
  'name_servers_changed',
  'registration_changed',
  'asker_frozen',
] as const

type Props = { readonly shown: ShownRecovery; readonly organisation: string | null }

/** How a recovery stands, for both its sides: what was found, what is next, and when. */
export function StatePage({ shown, organisation }: Props) {
  const say = useTexts(words)
  const { recovery, side, asker, brandName, instruction } = shown
  const { domain, state, id } = recovery
  return (
    <OwnerLayout title={say('title', { domain })} organisation={organisation}>
      <h1>
        <Say sentence={say.parts('title', { domain })} />
      </h1>
      <p>
        <Say sentence={say.parts('who', { asker, brand: brandName, domain })} />
      </p>
      <p class="fine">{say('selfGiven')}</p>
      <div class="live" role="status">
        <div class="state">
          <p class="told">
            <strong>
              <State shown={shown} />
            </strong>
          </p>
          <Dates shown={shown} />
          {shown.attempts.length === 0 ? null : <LatestLook attempts={shown.attempts.slice(0, 1)} />}
        </div>
      </div>
      {isOpen(recovery) ? (
        <p class="fine refresh">
          <a href={`/recoveries/${id}`}>{say('refresh')}</a>
        </p>
      ) : null}
      {side === 'incumbent' && (state === 'waiting' || state === 'watching') ? (
        <section class="zone">
          <p>{say(shown.mayVeto ? 'objectWhy' : 'objectOnly')}</p>
          {shown.mayVeto && recovery.upheldAt === null ? (
            <p>
              <a class="button danger" href={`/recoveries/${id}/veto`}>
                {say('object')}
              </a>
            </p>
          ) : null}
        </section>
      ) : null}
      {instruction === null ? null : <Publish instruction={instruction} domain={domain} />}
      {side === 'asker' && state === 'completed' ? (
        <p>
          <a class="button" href={`/dashboard/brands/${recovery.brandId}`}>
            {say('toBrand')}
          </a>
        </p>
      ) : null}
      <Evidence attempts={shown.attempts} />
      <Island />
    </OwnerLayout>
  )
}

function State({ shown: { recovery, passesAt } }: Pick<Props, 'shown'>) {
  const say = useTexts(words)
  const { state, reason, upheldAt } = recovery
  const because = reasons.find((one) => one === reason)
  const key = state === 'disputed' ? (reason === 'contested' ? 'contested' : 'vetoed') : state
  return (
    <>
      <Say sentence={key === 'watching' ? say.parts(key, { at: passesAt ?? 0 }) : [say(key)]} />
      {because === undefined ? '' : ` ${say(`because_${because}`)}`}
      {upheldAt !== null && isOpen(recovery) ? ` ${say('upheld')}` : ''}
    </>
  )
}

function Dates({ shown: { recovery, passesAt, nextLookAt } }: Pick<Props, 'shown'>) {
  const say = useTexts(words)
  const rows = [
    ['asked', recovery.createdAt],
    ['seenSince', recovery.seenSince],
    ['lastSeen', recovery.lastSeenAt],
    ['passes', passesAt],
    ['next', nextLookAt],
    ['until', recovery.state === 'waiting' ? recovery.expiresAt : null],
  ] as const
  return (
    <dl class="facts">
      {rows.map(([key, at]) =>
        at === null ? null : (
          <Fact label={say(key)}>
            <Moment at={at} />
          </Fact>
        ),
      )}
    </dl>
  )
}

function Publish({ instruction, domain }: { readonly instruction: Instruction; readonly domain: string }) {
  const say = useTexts(words)
  const { host = '', type = '', value = '' } = instruction
  return (
    <section aria-labelledby="publish">
      <h2 id="publish">{say('publish')}</h2>
      <p>
        <Say sentence={say.parts('publishHow', { domain })} />
      </p>
      <dl class="record">
        <div>
          <dt>{say('type')}</dt>
          <dd>
            <code>{type}</code>
          </dd>
        </div>
        <Copy id="recovery-host" label={say('host')} value={host} />
        <Copy id="recovery-value" label={say('value')} value={value} />
      </dl>
      <p class="fine">{say('keep')}</p>
    </section>
  )
}
