import { base64urlnopad } from '@scure/base'
import { Hono } from 'hono'
import type { Deps } from '#base/deps.ts'
import { listNotices, type Notice } from '#brands/list-notices.ts'
import { nameSubjects, type Subject } from '#claims/name-subjects.ts'
import { texts } from '#i18n/texts.ts'
import { usePage, useTexts } from '#web/page.ts'
import { Moment, Say, Term } from '#web/parts/text.tsx'
import { show } from './answer.tsx'
import { OwnerLayout } from './layout.tsx'
import { InEnglish } from './parts.tsx'

const words = texts({
  en: {
    title: 'What you were told',
    none: 'Nothing yet. When a proof fails, lapses or is contested, it stands here.',
    older: 'Older',
    newest: 'Newest',
    domain_failing: 'The proof of {what} is no longer found.',
    domain_lapsed: 'The proof of {what} has ended.',
    domain_contested: 'Two organisations show control of {what}.',
    domain_passed: '{what} has passed to you.',
    domain_proved: '{what} is proved.',
    domain_suspended: '{what} is suspended: it was registered anew.',
    domain_name_servers_changed: 'The name servers of {what} have changed.',
    account_failing: '{what} no longer points to your domain.',
    account_lapsed: 'The proof of {what} has ended.',
    account_proved: '{what} points to your domain again.',
    account_suspended: '{what} is suspended.',
    account_renamed: 'An account of yours is {what} now.',
    account_proved_by_another: 'Another brand has shown that {what} points to its domain.',
    recovery_asked: 'Somebody asks to take over the brand at {what}.',
    recovery_seen: 'The brand at {what} is about to pass to somebody else.',
    recovery_disputed: 'Who the brand at {what} belongs to is disputed.',
    recovery_upheld: 'A person decided that the recovery of {what} may go on.',
    recovery_rejected: 'A person rejected the recovery of {what}.',
    recovery_ended: 'The recovery of {what} has ended.',
    recovery_completed: 'The brand at {what} has passed to another organisation.',
    proposal_made: 'An owner proposes what a second owner must confirm.',
    proposal_confirmed: 'A second owner confirmed what was proposed.',
    proposal_ended: 'An owner ended what was proposed.',
    other: 'About {what}',
  },
  es: {
    title: 'Lo que te hemos avisado',
    none: 'Nada aún. Cuando una prueba falle, caduque o se dispute, aparecerá aquí.',
    older: 'Anteriores',
    newest: 'Los últimos',
    domain_failing: 'La prueba de {what} ya no se encuentra.',
    domain_lapsed: 'La prueba de {what} ha terminado.',
    domain_contested: 'Dos organizaciones muestran que controlan {what}.',
    domain_passed: '{what} ha pasado a ti.',
    domain_proved: '{what} está acreditado.',
    domain_suspended: '{what} está suspendido: se registró de nuevo.',
    domain_name_servers_changed: 'Los servidores de nombres de {what} han cambiado.',
    account_failing: '{what} ya no apunta a tu dominio.',
    account_lapsed: 'La prueba de {what} ha terminado.',
    account_proved: '{what} apunta otra vez a tu dominio.',
    account_suspended: '{what} está suspendida.',
    account_renamed: 'Una cuenta tuya es ahora {what}.',
    account_proved_by_another: 'Otra marca ha mostrado que {what} apunta a su dominio.',
    recovery_asked: 'Alguien pide hacerse cargo de la marca de {what}.',
    recovery_seen: 'La marca de {what} está a punto de cambiar de manos.',
    recovery_disputed: 'Está en disputa de quién es la marca de {what}.',
    recovery_upheld: 'Una persona decidió que la recuperación de {what} siga adelante.',
    recovery_rejected: 'Una persona rechazó la recuperación de {what}.',
    recovery_ended: 'La recuperación de {what} ha terminado.',
    recovery_completed: 'La marca de {what} ha pasado a otra organización.',
    proposal_made: 'Un propietario propone algo que debe confirmar otro.',
    proposal_confirmed: 'Un segundo propietario confirmó lo propuesto.',
    proposal_ended: 'Un propietario puso fin a lo propuesto.',
    other: 'Sobre {what}',
  },
  pl: {
    title: 'O czym powiadomiliśmy',
    none: 'Jeszcze nic. Gdy dowód zawiedzie, wygaśnie lub stanie się sporny, pojawi się tutaj.',
    older: 'Starsze',
    newest: 'Najnowsze',
    domain_failing: 'Nie widać już dowodu dla {what}.',
    domain_lapsed: 'Dowód dla {what} się skończył.',
    domain_contested: 'Dwie organizacje wykazują, że kontrolują {what}.',
    domain_passed: 'Domena {what} przeszła na ciebie.',
    domain_proved: 'Domena {what} jest potwierdzona.',
    domain_suspended: 'Domena {what} jest zawieszona: zarejestrowano ją na nowo.',
    domain_name_servers_changed: 'Serwery nazw domeny {what} się zmieniły.',
    account_failing: '{what} nie wskazuje już twojej domeny.',
    account_lapsed: 'Dowód dla {what} się skończył.',
    account_proved: '{what} znowu wskazuje twoją domenę.',
    account_suspended: '{what} jest zawieszone.',
    account_renamed: 'Twoje konto to teraz {what}.',
    account_proved_by_another: 'Inna marka wykazała, że {what} wskazuje jej domenę.',
    recovery_asked: 'Ktoś prosi o przejęcie marki {what}.',
    recovery_seen: 'Marka {what} wkrótce przejdzie na kogoś innego.',
    recovery_disputed: 'Jest spór o to, do kogo należy marka {what}.',
    recovery_upheld: 'Człowiek zdecydował, że odzyskiwanie {what} może trwać dalej.',
    recovery_rejected: 'Człowiek odrzucił odzyskanie {what}.',
    recovery_ended: 'Odzyskiwanie {what} się zakończyło.',
    recovery_completed: 'Marka {what} przeszła na inną organizację.',
    proposal_made: 'Właściciel proponuje coś, co musi potwierdzić drugi.',
    proposal_confirmed: 'Drugi właściciel potwierdził propozycję.',
    proposal_ended: 'Właściciel zakończył propozycję.',
    other: 'Dotyczy: {what}',
  },
})

const kinds = [
  'domain_failing',
  'domain_lapsed',
  'domain_contested',
  'domain_passed',
  'domain_proved',
  'domain_suspended',
  'domain_name_servers_changed',
  'account_failing',
  'account_lapsed',
  'account_proved',
  'account_suspended',
  'account_renamed',
  'account_proved_by_another',
  'recovery_asked',
  'recovery_seen',
  'recovery_disputed',
  'recovery_upheld',
  'recovery_rejected',
  'recovery_ended',
  'recovery_completed',
  'proposal_made',
  'proposal_confirmed',
  'proposal_ended',
] as const

const rooms = {
  domains: '/dashboard/domains',
  claims: '/dashboard/claims',
  recoveries: '/recoveries',
} as const

const atOnce = 30

/** `/dashboard/notices`: what the organisation was told, a page at a time. */
export function noticeRoutes(deps: Deps): Hono {
  const web = new Hono()
  web.get('/dashboard/notices', async (c) => {
    const { principal, organisation } = c.get('acting')
    const after = readPlace(c.req.query('after'))
    const found = await listNotices(deps, principal, {
      ...(after === null ? {} : { after }),
      limit: atOnce + 1,
    })
    const notices = found.slice(0, atOnce)
    const subjects = await nameSubjects(
      deps,
      principal,
      notices.map(({ subject }) => subject),
    )
    const last = found.length > atOnce ? notices.at(-1) : undefined
    const page = {
      organisation,
      notices,
      subjects,
      isLater: after !== null,
      next: last === undefined ? null : placeOf(last),
    }
    return await show(c, <NoticesPage {...page} />)
  })
  return web
}

type Place = Pick<Notice, 'createdAt' | 'id'>

function placeOf({ createdAt, id }: Place): string {
  return base64urlnopad.encode(new TextEncoder().encode(`${createdAt} ${id}`))
}

/** Null for what is not ours: the first page then. */
function readPlace(text = ''): Place | null {
  try {
    const told = /^(\d{1,15}) (\S{1,40})$/.exec(new TextDecoder().decode(base64urlnopad.decode(text)))
    return told === null ? null : { createdAt: Number(told[1]), id: told[2] ?? '' }
  } catch {
    return null
  }
}

type Props = {
  readonly organisation: string
  readonly notices: readonly Notice[]
  readonly subjects: ReadonlyMap<string, Subject>
  readonly next: string | null
  readonly isLater: boolean
}

function NoticesPage({ organisation, notices, subjects, next, isLater }: Props) {
  const say = useTexts(words)
  return (
    <OwnerLayout title={say('title')} organisation={organisation}>
      <h1>{say('title')}</h1>
      {notices.length === 0 ? <p class="empty">{say('none')}</p> : null}
      <ul class="trail told-list">
        {notices.map((notice) => (
          <li>
            <OneNotice notice={notice} subject={subjects.get(notice.subject)} />
          </li>
        ))}
      </ul>
      <p class="paging">
        {isLater ? <a href="/dashboard/notices">{say('newest')}</a> : null}
        {next === null ? null : <a href={`/dashboard/notices?after=${next}`}>{say('older')}</a>}
      </p>
    </OwnerLayout>
  )
}

function OneNotice({ notice, subject }: { readonly notice: Notice; readonly subject: Subject | undefined }) {
  const { language } = usePage()
  const say = useTexts(words)
  const kind = kinds.find((one) => one === notice.kind) ?? 'other'
  const said = <Say sentence={say.parts(kind, { what: subject?.name ?? notice.subject })} />
  return (
    <>
      <p class="fine">
        <Moment at={notice.createdAt} />
      </p>
      <p>
        {subject?.isHeld === true ? <a href={`${rooms[subject.room]}/${notice.subject}`}>{said}</a> : said}
      </p>
      <p class="fine">
        {language === 'en' ? <Term>{notice.detail}</Term> : <InEnglish>{notice.detail}</InEnglish>}
      </p>
    </>
  )
}
