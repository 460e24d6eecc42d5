import { texts } from '#i18n/texts.ts'
import type { Event } from '#registry/history.ts'
import { eventSentence } from '#web/history-words.ts'
import { usePage, useTexts } from '#web/page.ts'
import { Moment, Say, Term } from './text.tsx'

const words = texts({
  en: { entry: 'entry {index}' },
  es: { entry: 'entrada {index}' },
  pl: { entry: 'wpis {index}' },
})

type Props = {
  readonly events: readonly Event[]
  /** Whether each says whose it is. */
  readonly named?: boolean
}

/** Decisions, a line each: what, when, and where in the log. */
export function Trail({ events, named = false }: Props) {
  const say = useTexts(words)
  const { language } = usePage()
  return (
    <ol class="trail">
      {events.map((event) => (
        <li>
          <span>
            <Say sentence={eventSentence(language, event)} />
            {named ? (
              <>
                <br />
                <a class="fine" href={`/b/${encodeURIComponent(event.slug)}`}>
                  <Term>{event.slug}</Term>
                </a>
              </>
            ) : null}
          </span>
          <br />
          <span class="fine">
            <Moment at={event.at} /> · {say('entry', { index: event.logIndex })}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Of one brand, or of all. */
export function historyPath(slug: string | null): string {
  return slug === null ? '/changes' : `/b/${encodeURIComponent(slug)}/history`
}
