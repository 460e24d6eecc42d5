import { day } from '#base/clock.ts'
import { texts } from '#i18n/texts.ts'
import type { Kind } from '#mail/kind.ts'

const words = texts({
  en: {
    subject:
      '{stage, select, asked {Somebody asks to take over {domain}} seen {{domain} is about to be taken over} disputed {The recovery of {domain} is disputed} upheld {The recovery of {domain} goes on} rejected {The recovery of {domain} was rejected} completed {{domain} has been taken over} other {The recovery of {domain} has ended}}',
    asked:
      '<strong>{asker}</strong> asks to regain the brand at <strong>{domain}</strong>. It passes to them if a new record in the DNS of {domain} is seen for three days and no owner objects.',
    seen: 'A new record in the DNS of <strong>{domain}</strong> has been seen. If it stays and no owner objects, the brand passes to <strong>{asker}</strong> on {at, date, moment} UTC at the earliest.',
    seenDisputed:
      'A new record in the DNS of <strong>{domain}</strong> has been seen. The brand does not pass to {asker} before a person has decided.',
    disputed:
      'Who the brand at <strong>{domain}</strong> belongs to is disputed. Nothing passes to {asker} until a person of this registry has decided.',
    upheld:
      'A person of this registry decided that <strong>{asker}</strong> may regain the brand at <strong>{domain}</strong>. It passes once the new record was seen for three days.',
    rejected:
      'A person of this registry decided that <strong>{asker}</strong> does not get the brand at <strong>{domain}</strong>. Nothing has passed.',
    ended: 'Regaining the brand at <strong>{domain}</strong> has ended, and nothing has passed.',
    completed:
      'The brand at <strong>{domain}</strong> has passed to <strong>{asker}</strong>. Who had it before reaches it no more. Other domains of the brand must be proved anew.',
    object:
      'If you have the brand and do not want this, object: then nothing passes until a person has decided. Look through the zone for a record with an “org=” that you do not know, too.',
    button: 'See what is under way',
  },
  es: {
    subject:
      '{stage, select, asked {Alguien pide hacerse cargo de {domain}} seen {{domain} está a punto de cambiar de manos} disputed {La recuperación de {domain} está en disputa} upheld {La recuperación de {domain} sigue adelante} rejected {Se rechazó la recuperación de {domain}} completed {{domain} ha cambiado de manos} other {La recuperación de {domain} ha terminado}}',
    asked:
      '<strong>{asker}</strong> pide recuperar la marca de <strong>{domain}</strong>. Pasará a sus manos si se ve un registro nuevo en el DNS de {domain} durante tres días y ningún propietario se opone.',
    seen: 'Se ha visto un registro nuevo en el DNS de <strong>{domain}</strong>. Si permanece y ningún propietario se opone, la marca pasará a <strong>{asker}</strong> el {at, date, moment} UTC como muy pronto.',
    seenDisputed:
      'Se ha visto un registro nuevo en el DNS de <strong>{domain}</strong>. La marca no pasará a {asker} antes de que lo decida una persona.',
    disputed:
      'Está en disputa de quién es la marca de <strong>{domain}</strong>. Nada pasa a {asker} hasta que lo decida una persona de este registro.',
    upheld:
      'Una persona de este registro ha decidido que <strong>{asker}</strong> puede recuperar la marca de <strong>{domain}</strong>. Pasará cuando el registro nuevo se haya visto durante tres días.',
    rejected:
      'Una persona de este registro ha decidido que <strong>{asker}</strong> no recibe la marca de <strong>{domain}</strong>. No ha pasado nada a otras manos.',
    ended:
      'La recuperación de la marca de <strong>{domain}</strong> ha terminado sin que nada cambie de manos.',
    completed:
      'La marca de <strong>{domain}</strong> ha pasado a <strong>{asker}</strong>. Quien la tenía ya no llega a ella. Los demás dominios de la marca deben acreditarse de nuevo.',
    object:
      'Si la marca es tuya y no quieres esto, oponte: entonces nada cambia de manos hasta que lo decida una persona. Busca también en la zona un registro con un «org=» que no conozcas.',
    button: 'Ver qué está en marcha',
  },
  pl: {
    subject:
      '{stage, select, asked {Ktoś prosi o przejęcie {domain}} seen {Zbliża się przejęcie {domain}} disputed {Odzyskanie {domain} jest sporne} upheld {Odzyskiwanie {domain} trwa dalej} rejected {Odrzucono odzyskanie {domain}} completed {Przejęto {domain}} other {Odzyskiwanie {domain} się zakończyło}}',
    asked:
      '<strong>{asker}</strong> prosi o odzyskanie marki <strong>{domain}</strong>. Marka przejdzie, jeśli przez trzy dni w DNS domeny {domain} będzie widać nowy rekord i żaden właściciel nie zgłosi sprzeciwu.',
    seen: 'W DNS domeny <strong>{domain}</strong> widać nowy rekord. Jeśli pozostanie i żaden właściciel nie zgłosi sprzeciwu, marka przejdzie na <strong>{asker}</strong> najwcześniej {at, date, moment} UTC.',
    seenDisputed:
      'W DNS domeny <strong>{domain}</strong> widać nowy rekord. Marka nie przejdzie na {asker}, dopóki nie zdecyduje człowiek.',
    disputed:
      'Jest spór o to, do kogo należy marka <strong>{domain}</strong>. Nic nie przejdzie na {asker}, dopóki nie zdecyduje osoba z tego rejestru.',
    upheld:
      'Osoba z tego rejestru zdecydowała, że <strong>{asker}</strong> może odzyskać markę <strong>{domain}</strong>. Przejdzie ona, gdy nowy rekord będzie widać przez trzy dni.',
    rejected:
      'Osoba z tego rejestru zdecydowała, że <strong>{asker}</strong> nie otrzyma marki <strong>{domain}</strong>. Nic nie przeszło.',
    ended: 'Odzyskiwanie marki <strong>{domain}</strong> zakończyło się i nic nie przeszło.',
    completed:
      'Marka <strong>{domain}</strong> przeszła na <strong>{asker}</strong>. Poprzedni posiadacz nie ma już do niej dostępu. Pozostałe domeny marki trzeba potwierdzić na nowo.',
    object:
      'Jeśli marka jest twoja i tego nie chcesz, zgłoś sprzeciw: wtedy nic nie przejdzie, dopóki nie zdecyduje człowiek. Poszukaj też w strefie rekordu z nieznanym „org=”.',
    button: 'Zobacz, co się dzieje',
  },
})

type Values = {
  readonly stage: string
  readonly domain: string
  readonly asker: string
  /** When the brand passes at the earliest; 0 when that is not known. */
  readonly at: number
  readonly link: string
}

const stages = ['asked', 'seen', 'disputed', 'upheld', 'rejected', 'completed'] as const

/** Of a brand that somebody asks to regain: to both sides, whatever their addresses. */
export const recovery: Kind<Values> = {
  usefulFor: 7 * day,
  example: {
    stage: 'seen',
    domain: 'acme.example',
    asker: 'Acme (…@agency.example)',
    at: 1_772_366_400_000,
    link: 'https://registry.example/recoveries/rec_abc',
  },
  draft(language, { stage, domain, asker, at, link }) {
    const say = words(language)
    const known = stages.find((one) => one === stage) ?? 'ended'
    const key = known === 'seen' && at === 0 ? 'seenDisputed' : known
    const blocks = [{ says: say.parts(key, { domain, asker, at }) }, { button: say('button'), href: link }]
    const mayObject = known === 'asked' || known === 'seen'
    return {
      subject: say('subject', { stage: known, domain }),
      blocks: mayObject ? [...blocks, { says: say.parts('object') }] : blocks,
    }
  },
}
