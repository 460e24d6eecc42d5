import { texts } from '#i18n/texts.ts'
import type { Boxed } from '#mail/mailbox.ts'
import { Layout } from '#web/layout.tsx'
import { useTexts } from '#web/page.ts'
import { Say, Term } from '#web/parts/text.tsx'
import { PeopleHead } from '#web/sign-in/frame.tsx'

const words = texts({
  en: {
    title: 'Mailbox',
    lede: 'This registry runs at home, so no mail leaves. Here is what would; only this machine sees it.',
    empty: 'Nothing was written yet.',
    to: 'To {to}, {at, date, moment} UTC',
    html: 'The same letter as HTML',
    back: 'All letters',
  },
  es: {
    title: 'Buzón',
    lede: 'Este registro funciona en casa y no sale ningún correo. Aquí está lo que saldría; solo lo ve esta máquina.',
    empty: 'Todavía no se ha escrito nada.',
    to: 'Para {to}, {at, date, moment} UTC',
    html: 'La misma carta en HTML',
    back: 'Todas las cartas',
  },
  pl: {
    title: 'Skrzynka',
    lede: 'Ten rejestr działa lokalnie i żadna poczta nie wychodzi. Oto, co zostałoby wysłane; widać to tylko na tym komputerze.',
    empty: 'Nic jeszcze nie napisano.',
    to: 'Do {to}, {at, date, moment} UTC',
    html: 'Ten sam list jako HTML',
    back: 'Wszystkie listy',
  },
})

export function MailboxPage({ letters }: { readonly letters: readonly Boxed[] }) {
  const say = useTexts(words)
  return (
    <Layout
      title={`${say('title')} · Veramarca`}
      description={say('lede')}
      indexed={false}
      head={<PeopleHead />}
    >
      <h1>{say('title')}</h1>
      <p class="lede">{say('lede')}</p>
      {letters.length === 0 ? <p class="empty">{say('empty')}</p> : null}
      <ul class="rows">
        {letters.map(({ id, to, subject, createdAt }) => (
          <li>
            <a href={`/mailbox/${id}`}>
              <Term>{subject}</Term>
            </a>
            <span class="fine">
              <Say sentence={say.parts('to', { to, at: createdAt })} />
            </span>
          </li>
        ))}
      </ul>
    </Layout>
  )
}

export function LetterPage({ letter }: { readonly letter: Boxed }) {
  const say = useTexts(words)
  const { id, to, subject, text, createdAt } = letter
  return (
    <Layout title={`${subject} · Veramarca`} description={subject} indexed={false} head={<PeopleHead />}>
      <section class="own-part">
        <h1>
          <Term>{subject}</Term>
        </h1>
        <p class="fine">
          <Say sentence={say.parts('to', { to, at: createdAt })} />
        </p>
        <div class="letter">
          {text
            .split(/(https?:\/\/[^\s)]+)/)
            .map((part) => (/^https?:/.test(part) ? <a href={part}>{part}</a> : part))}
        </div>
        <p>
          <a href={`/mailbox/${id}.html`}>{say('html')}</a> · <a href="/mailbox">{say('back')}</a>
        </p>
      </section>
    </Layout>
  )
}
