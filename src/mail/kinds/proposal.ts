import { day } from '#base/clock.ts'
import { texts } from '#i18n/texts.ts'
import type { Kind } from '#mail/kind.ts'

const words = texts({
  en: {
    subject: 'A second owner is needed at {organisation}',
    intro: '{who} proposes this for <strong>{organisation}</strong>, which has the two-person lock:',
    act: '{act, select, delete_brand {Delete the brand <strong>{what}</strong>} release_domain {Give up the domain <strong>{what}</strong>} withdraw_claim {Withdraw the claim on <strong>{what}</strong>} end_membership {End the membership of <strong>{what}</strong>} change_role {Change the role of <strong>{what}</strong>} invite_owner {Make <strong>{what}</strong> an owner} erase_organisation {Erase the organisation <strong>{what}</strong>} other {Turn the two-person lock of <strong>{what}</strong> off}}',
    button: 'See the proposal',
    until:
      'Nothing happens unless another owner confirms it before {until, date, moment} UTC. If it looks wrong to you, end it there.',
  },
  es: {
    subject: 'Hace falta un segundo propietario en {organisation}',
    intro:
      '{who} propone lo siguiente para <strong>{organisation}</strong>, que tiene el bloqueo de dos personas:',
    act: '{act, select, delete_brand {Borrar la marca <strong>{what}</strong>} release_domain {Renunciar al dominio <strong>{what}</strong>} withdraw_claim {Retirar la reclamación sobre <strong>{what}</strong>} end_membership {Poner fin a la pertenencia de <strong>{what}</strong>} change_role {Cambiar el papel de <strong>{what}</strong>} invite_owner {Hacer propietario a <strong>{what}</strong>} erase_organisation {Borrar la organización <strong>{what}</strong>} other {Quitar el bloqueo de dos personas de <strong>{what}</strong>}}',
    button: 'Ver la propuesta',
    until:
      'No ocurre nada si otro propietario no lo confirma antes del {until, date, moment} UTC. Si te parece mal, ponle fin allí.',
  },
  pl: {
    subject: 'W organizacji {organisation} potrzebny jest drugi właściciel',
    intro: '{who} proponuje dla organizacji <strong>{organisation}</strong>, która ma blokadę dwóch osób:',
    act: '{act, select, delete_brand {Usunąć markę <strong>{what}</strong>} release_domain {Zrezygnować z domeny <strong>{what}</strong>} withdraw_claim {Wycofać zgłoszenie konta <strong>{what}</strong>} end_membership {Zakończyć członkostwo <strong>{what}</strong>} change_role {Zmienić rolę <strong>{what}</strong>} invite_owner {Uczynić właścicielem <strong>{what}</strong>} erase_organisation {Usunąć organizację <strong>{what}</strong>} other {Wyłączyć blokadę dwóch osób w <strong>{what}</strong>}}',
    button: 'Zobacz propozycję',
    until:
      'Nic się nie stanie, jeśli drugi właściciel nie potwierdzi tego przed {until, date, moment} UTC. Jeśli to wygląda źle, zakończ ją tam.',
  },
})

type Values = {
  readonly organisation: string
  readonly who: string
  readonly act: string
  readonly what: string
  readonly until: number
  readonly link: string
}

export const proposal: Kind<Values> = {
  usefulFor: 7 * day,
  example: {
    organisation: 'Acme',
    who: 'ana@acme.example',
    act: 'delete_brand',
    what: 'Acme Shop',
    until: 1_772_366_400_000,
    link: 'https://registry.example/proposals',
  },
  draft(language, { organisation, who, act, what, until, link }) {
    const say = words(language)
    return {
      subject: say('subject', { organisation }),
      blocks: [
        { says: say.parts('intro', { organisation, who }) },
        { says: say.parts('act', { act, what }) },
        { button: say('button'), href: link },
        { says: say.parts('until', { until }) },
      ],
    }
  },
}
