import { rfc3339 } from '#base/clock.ts'
import { escapeMarkup } from '#base/markup.ts'
import type { Language } from '#i18n/languages.ts'
import { plain } from '#i18n/sentence.ts'
import type { Event } from '#registry/history.ts'
import { eventSentence } from './history-words.ts'

export type Feed = {
  readonly language: Language
  readonly publicUrl: string
  readonly title: string
  /** Path of the feed itself, and of the page that it is the feed of. */
  readonly path: string
  readonly page: string
  readonly events: readonly Event[]
  /** When there is no event yet. */
  readonly since: number
}

/** RFC 4287. An entry's id is the log's entry, which is never another. */
export function atomOf({ language, publicUrl, title, path, page, events, since }: Feed): string {
  const updated = rfc3339(events[0]?.at ?? since)
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${url(publicUrl, path)}</id>
<title>${escapeMarkup(title)}</title>
<updated>${updated}</updated>
<author><name>Veramarca</name></author>
<link rel="self" type="application/atom+xml" href="${url(publicUrl, path)}"/>
<link rel="alternate" type="text/html" href="${url(publicUrl, page)}"/>
${events.map((event) => entryOf(event, language, publicUrl)).join('\n')}
</feed>
`
}

function entryOf(event: Event, language: Language, publicUrl: string): string {
  const at = rfc3339(event.at)
  const sentence = plain(eventSentence(language, event))
  return `<entry>
<id>${url(publicUrl, `/log/${event.logIndex}`)}</id>
<title>${escapeMarkup(sentence)}</title>
<updated>${at}</updated>
<link rel="alternate" type="text/html" href="${url(publicUrl, `/b/${encodeURIComponent(event.slug)}`)}"/>
<summary>${escapeMarkup(sentence)}</summary>
</entry>`
}

function url(publicUrl: string, path: string): string {
  return escapeMarkup(`${publicUrl}${path}`)
}
