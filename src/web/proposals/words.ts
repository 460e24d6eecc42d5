import { texts } from '#i18n/texts.ts'

export const words = texts({
  en: {
    title: 'Two-person lock',
    ledeOn:
      'Since {at, date, day} what cannot be taken back needs two owners here: one proposes, another confirms within 7 days.',
    ledeOff:
      'With the lock on, what cannot be taken back needs two owners: one proposes, another confirms within 7 days.',
    what: 'That is: deleting a brand, giving a domain up, withdrawing a claim, making or removing owners, erasing the organisation, and turning the lock off. API keys can do none of it then. Freezing a hacked brand stays possible for one alone.',
    on: 'Turn the lock on',
    off: 'Propose to turn it off',
    needsTwo: 'It needs two owners at least. <members>Make somebody else an owner first</members>.',
    ownersOnly: 'Owners see to this.',
    waiting: 'Waiting for a second owner',
    none: 'Nothing waits.',
    delete_brand: 'Delete the brand <strong>{what}</strong>',
    release_domain: 'Give up the domain <strong>{what}</strong>',
    withdraw_claim: 'Withdraw the claim on <strong>{what}</strong>',
    end_membership: 'End the membership of <strong>{what}</strong>',
    change_role: 'Change the role of <strong>{what}</strong>',
    invite_owner: 'Invite <strong>{what}</strong> as an owner',
    erase_organisation: 'Erase the organisation <strong>{what}</strong> for good',
    unlock: 'Turn the two-person lock off',
    by: 'Proposed by {who} on {at, date, moment} UTC; ends on {until, date, moment} UTC.',
    yours: 'You proposed it: another owner confirms it.',
    confirm: 'Confirm, and do it now',
    end: 'End the proposal',
    done_proposed:
      'It is proposed, and the other owners were told. Nothing happens before one of them confirms it.',
    done_confirmed: 'It is done.',
    done_ended: 'The proposal has ended.',
    done_on: 'The lock is on.',
    owners_only: 'Only owners may do this. Ask one of them.',
    proposal_unknown: 'There is no such proposal any more.',
    proposed_by_yourself: 'You proposed this. Another owner confirms it.',
    already_proposed: 'This has been proposed already, and waits for a second owner.',
    lock_needs_two: 'The lock needs two owners at least. Make somebody else an owner first.',
    failed: 'It was confirmed, but could not be done any more: things have changed since it was proposed.',
  },
  es: {
    title: 'Bloqueo de dos personas',
    ledeOn:
      'Desde el {at, date, day}, lo que no se puede deshacer necesita aquí a dos propietarios: uno propone y otro confirma en 7 días.',
    ledeOff:
      'Con el bloqueo, lo que no se puede deshacer necesita a dos propietarios: uno propone y otro confirma en 7 días.',
    what: 'Es decir: borrar una marca, renunciar a un dominio, retirar una reclamación, nombrar o quitar propietarios, borrar la organización y quitar el bloqueo. Las claves de API no pueden hacer nada de eso. Congelar una marca hackeada lo sigue pudiendo hacer uno solo.',
    on: 'Activar el bloqueo',
    off: 'Proponer que se quite',
    needsTwo: 'Hacen falta al menos dos propietarios. <members>Nombra antes a otra persona</members>.',
    ownersOnly: 'De esto se ocupan los propietarios.',
    waiting: 'A la espera de un segundo propietario',
    none: 'No hay nada a la espera.',
    delete_brand: 'Borrar la marca <strong>{what}</strong>',
    release_domain: 'Renunciar al dominio <strong>{what}</strong>',
    withdraw_claim: 'Retirar la reclamación sobre <strong>{what}</strong>',
    end_membership: 'Poner fin a la pertenencia de <strong>{what}</strong>',
    change_role: 'Cambiar el papel de <strong>{what}</strong>',
    invite_owner: 'Invitar a <strong>{what}</strong> como propietario',
    erase_organisation: 'Borrar la organización <strong>{what}</strong> para siempre',
    unlock: 'Quitar el bloqueo de dos personas',
    by: 'Lo propuso {who} el {at, date, moment} UTC; acaba el {until, date, moment} UTC.',
    yours: 'Lo propusiste tú: lo confirma otro propietario.',
    confirm: 'Confirmar y hacerlo ahora',
    end: 'Poner fin a la propuesta',
    done_proposed:
      'Queda propuesto y hemos avisado a los demás propietarios. No ocurre nada antes de que uno lo confirme.',
    done_confirmed: 'Hecho.',
    done_ended: 'La propuesta ha terminado.',
    done_on: 'El bloqueo está activado.',
    owners_only: 'Solo los propietarios pueden hacerlo. Pídeselo a uno de ellos.',
    proposal_unknown: 'Esa propuesta ya no existe.',
    proposed_by_yourself: 'Lo propusiste tú. Lo confirma otro propietario.',
    already_proposed: 'Ya está propuesto y espera a un segundo propietario.',
    lock_needs_two: 'El bloqueo necesita al menos dos propietarios. Nombra antes a otra persona.',
    failed: 'Se confirmó, pero ya no se pudo hacer: las cosas han cambiado desde que se propuso.',
  },
  pl: {
    title: 'Blokada dwóch osób',
    ledeOn:
      'Od {at, date, day} to, czego nie da się cofnąć, wymaga tu dwóch właścicieli: jeden proponuje, drugi potwierdza w ciągu 7 dni.',
    ledeOff:
      'Z blokadą to, czego nie da się cofnąć, wymaga dwóch właścicieli: jeden proponuje, drugi potwierdza w ciągu 7 dni.',
    what: 'To znaczy: usunięcie marki, rezygnacja z domeny, wycofanie zgłoszenia, dodanie lub usunięcie właściciela, usunięcie organizacji i wyłączenie blokady. Klucze API nic z tego wtedy nie mogą. Zamrozić markę po włamaniu nadal może jedna osoba.',
    on: 'Włącz blokadę',
    off: 'Zaproponuj jej wyłączenie',
    needsTwo:
      'Potrzeba co najmniej dwóch właścicieli. <members>Najpierw uczyń właścicielem kogoś innego</members>.',
    ownersOnly: 'Zajmują się tym właściciele.',
    waiting: 'Czeka na drugiego właściciela',
    none: 'Nic nie czeka.',
    delete_brand: 'Usunąć markę <strong>{what}</strong>',
    release_domain: 'Zrezygnować z domeny <strong>{what}</strong>',
    withdraw_claim: 'Wycofać zgłoszenie konta <strong>{what}</strong>',
    end_membership: 'Zakończyć członkostwo <strong>{what}</strong>',
    change_role: 'Zmienić rolę <strong>{what}</strong>',
    invite_owner: 'Zaprosić <strong>{what}</strong> jako właściciela',
    erase_organisation: 'Usunąć na zawsze organizację <strong>{what}</strong>',
    unlock: 'Wyłączyć blokadę dwóch osób',
    by: 'Zaproponowane przez {who}: {at, date, moment} UTC; wygasa {until, date, moment} UTC.',
    yours: 'To twoja propozycja: potwierdza ją inny właściciel.',
    confirm: 'Potwierdź i wykonaj teraz',
    end: 'Zakończ propozycję',
    done_proposed:
      'Zaproponowano i powiadomiono pozostałych właścicieli. Nic się nie stanie, dopóki jeden z nich nie potwierdzi.',
    done_confirmed: 'Zrobione.',
    done_ended: 'Propozycja zakończona.',
    done_on: 'Blokada jest włączona.',
    owners_only: 'Mogą to zrobić tylko właściciele. Zwróć się do jednego z nich.',
    proposal_unknown: 'Nie ma już takiej propozycji.',
    proposed_by_yourself: 'To twoja propozycja. Potwierdza ją inny właściciel.',
    already_proposed: 'To już zaproponowano i czeka na drugiego właściciela.',
    lock_needs_two: 'Blokada wymaga co najmniej dwóch właścicieli. Najpierw uczyń właścicielem kogoś innego.',
    failed: 'Potwierdzono, ale nie dało się już tego wykonać: od czasu propozycji coś się zmieniło.',
  },
})

const dones = ['done_proposed', 'done_confirmed', 'done_ended', 'done_on'] as const

/** What was done just now, by its name in an address. */
export function doneOf(name: string): (typeof dones)[number] | null {
  return dones.find((one) => one === `done_${name}`) ?? null
}

export type LockRefusal =
  | 'owners_only'
  | 'proposal_unknown'
  | 'proposed_by_yourself'
  | 'already_proposed'
  | 'lock_needs_two'
  | 'failed'
