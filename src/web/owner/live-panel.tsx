import type { DomainFile } from '#brands/domain-file.ts'
import { useTexts } from '#web/page.ts'
import { fingerprint, isSettled, LiveState } from './live.tsx'
import { liveWords } from './live-words.ts'

type Props = {
  readonly file: DomainFile
  readonly now: number
  /** Of the page, beside which its events are. */
  readonly path: string
  /** Where to go on once it is proved; null of whoever only publishes. */
  readonly next: string | null
}

/** How a domain stands, followed as it changes; without script there is a link that asks anew. */
export function LivePanel({ file, now, path, next }: Props) {
  const say = useTexts(liveWords)
  return (
    <section aria-labelledby="state-heading">
      <h2 id="state-heading" class="unseen">
        {say('heading')}
      </h2>
      <div
        id="live"
        class="live"
        role="status"
        data-events={isSettled(file) ? undefined : `${path}/events`}
        data-seen={fingerprint(file)}
      >
        <LiveState file={file} now={now} next={next} />
      </div>
      <p class="fine refresh">
        <span hidden data-when-live>
          {say('live')}
        </span>{' '}
        <a href={path}>{say('refresh')}</a>
      </p>
    </section>
  )
}
