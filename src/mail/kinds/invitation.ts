import { day } from '#base/clock.ts'
import { texts } from '#i18n/texts.ts'
import type { Kind } from '#mail/kind.ts'
import { unlinked } from '#mail/unlinked.ts'

const words = texts({
  en: {
    subject: 'An invitation at Veramarca: “{organisation}”',
    intro:
      'At Veramarca, {inviter} invites you to act for an organisation, {role, select, owner {as an owner} editor {as an editor} other {as a viewer}}. It calls itself “{organisation}”, which nobody has checked.',
    button: 'See the invitation',
    until:
      'It is open until {until, date, day}, for this address alone. If you do not know what it is about, let it be.',
  },
  es: {
    subject: 'Una invitación en Veramarca: «{organisation}»',
    intro:
      'En Veramarca, {inviter} te invita a actuar en nombre de una organización, con el papel de {role, select, owner {propietario} editor {editor} other {observador}}. Se hace llamar «{organisation}»; nadie lo ha comprobado.',
    button: 'Ver la invitación',
    until:
      'Está abierta hasta el {until, date, day} y solo para esta dirección. Si no sabes de qué se trata, no hagas nada.',
  },
  pl: {
    subject: 'Zaproszenie w Veramarce: „{organisation}”',
    intro:
      'W Veramarce {inviter} zaprasza Cię do działania w imieniu organizacji, w roli: {role, select, owner {właściciel} editor {redaktor} other {obserwator}}. Nazywa się ona „{organisation}”, czego nikt nie sprawdzał.',
    button: 'Zobacz zaproszenie',
    until:
      'Zaproszenie jest ważne do {until, date, day} i tylko dla tego adresu. Jeśli nie wiesz, o co chodzi, zignoruj tę wiadomość.',
  },
})

type Values = {
  readonly organisation: string
  readonly inviter: string
  readonly role: string
  readonly link: string
  readonly until: number
}

export const invitation: Kind<Values> = {
  usefulFor: 7 * day,
  example: {
    organisation: 'Acme',
    inviter: 'ana@acme.example',
    role: 'editor',
    link: 'https://registry.example/invitations/abc',
    until: 1_772_366_400_000,
  },
  draft(language, { organisation: name, inviter, role, link, until }) {
    const say = words(language)
    const organisation = unlinked(name)
    return {
      subject: say('subject', { organisation }),
      blocks: [
        { says: say.parts('intro', { organisation, inviter, role }) },
        { button: say('button'), href: link },
        { says: say.parts('until', { until }) },
      ],
    }
  },
}
