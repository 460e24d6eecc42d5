import type { AcceptReason } from '#auth/accept-invitation.ts'
import type { ChangeMemberReason } from '#auth/change-member.ts'
import type { CreateOwnKeyReason, RevokeOwnKeyReason } from '#auth/own-keys.ts'
import type { InviteReason } from '#auth/invite-member.ts'
import { texts } from '#i18n/texts.ts'

export type OrganisationReason =
  | AcceptReason
  | ChangeMemberReason
  | CreateOwnKeyReason
  | InviteReason
  | RevokeOwnKeyReason

/** Each reason for which something about members and keys is refused, and its status. */
export const organisationStatus = {
  already_member: 409,
  email_not_understood: 422,
  end_in_past: 422,
  end_not_understood: 422,
  invitation_for_another: 403,
  invitation_unknown: 404,
  key_name_refused: 422,
  key_unknown: 404,
  last_owner: 409,
  member_unknown: 404,
  owner_with_end: 422,
  owners_only: 403,
  scopes_refused: 422,
  second_person_needed: 409,
  too_many_invitations: 429,
} as const satisfies Record<OrganisationReason, number>

/** What people are told. */
export const organisationRefusals = texts<OrganisationReason>({
  en: {
    already_member: 'This address belongs to a member already.',
    email_not_understood: 'This is not an e-mail address. One looks like ana@acme.com.',
    end_in_past: 'The last day must lie in the future.',
    end_not_understood: 'This is not a day. Write it as year, month, day: 2027-01-31.',
    invitation_for_another:
      'This invitation is for another address than yours. Sign out, and sign in with the address that it was sent to.',
    invitation_unknown:
      'This invitation was used, taken back, or is too old. Ask whoever invited you for a new one.',
    key_name_refused: 'Give the key a name of 1 to 100 characters.',
    key_unknown: 'There is no such key in use.',
    last_owner:
      'An organisation needs an owner, and two where the two-person lock is on. Make somebody else an owner first.',
    member_unknown: 'There is no such member any more.',
    owner_with_end: 'An owner has no last day. Choose another role, or leave the day empty.',
    owners_only: 'Only owners may do this. Ask one of them.',
    second_person_needed: 'The two-person lock is on: a second owner must confirm this.',
    scopes_refused: 'Choose what the key may do: read, write or both.',
    too_many_invitations: 'You have invited many just now. Wait a quarter of an hour.',
  },
  es: {
    already_member: 'Esta dirección ya es de un miembro.',
    email_not_understood: 'Esto no es una dirección de correo. Una dirección es, por ejemplo, ana@acme.com.',
    end_in_past: 'El último día tiene que estar en el futuro.',
    end_not_understood: 'Esto no es una fecha. Escríbela como año, mes y día: 2027-01-31.',
    invitation_for_another:
      'Esta invitación es para otra dirección. Cierra la sesión e iníciala con la dirección a la que se envió.',
    invitation_unknown:
      'Esta invitación ya se usó, se retiró o es demasiado antigua. Pide una nueva a quien te invitó.',
    key_name_refused: 'Ponle a la clave un nombre de 1 a 100 caracteres.',
    key_unknown: 'No hay ninguna clave así en uso.',
    last_owner:
      'Una organización necesita un propietario, y dos con el bloqueo de dos personas. Nombra antes a otra persona.',
    member_unknown: 'Ese miembro ya no existe.',
    owner_with_end: 'Un propietario no tiene último día. Elige otro papel o deja la fecha vacía.',
    owners_only: 'Solo los propietarios pueden hacerlo. Pídeselo a uno de ellos.',
    second_person_needed:
      'El bloqueo de dos personas está activado: tiene que confirmarlo un segundo propietario.',
    scopes_refused: 'Elige qué puede hacer la clave: leer, escribir o ambas cosas.',
    too_many_invitations: 'Acabas de enviar muchas invitaciones. Espera un cuarto de hora.',
  },
  pl: {
    already_member: 'Ten adres należy już do członka.',
    email_not_understood: 'To nie jest adres e-mail. Adres wygląda na przykład tak: ana@acme.com.',
    end_in_past: 'Ostatni dzień musi być w przyszłości.',
    end_not_understood: 'To nie jest data. Zapisz ją jako rok, miesiąc, dzień: 2027-01-31.',
    invitation_for_another:
      'To zaproszenie jest dla innego adresu. Wyloguj się i zaloguj adresem, na który je wysłano.',
    invitation_unknown:
      'To zaproszenie zostało użyte, cofnięte albo jest za stare. Poproś o nowe osobę, która je wysłała.',
    key_name_refused: 'Nadaj kluczowi nazwę mającą od 1 do 100 znaków.',
    key_unknown: 'Nie ma takiego klucza w użyciu.',
    last_owner:
      'Organizacja potrzebuje właściciela, a z blokadą dwóch osób dwóch. Najpierw uczyń nim kogoś innego.',
    member_unknown: 'Tego członka już nie ma.',
    owner_with_end: 'Właściciel nie ma ostatniego dnia. Wybierz inną rolę albo zostaw datę pustą.',
    owners_only: 'Mogą to zrobić tylko właściciele. Poproś jednego z nich.',
    second_person_needed: 'Włączona jest blokada dwóch osób: musi to potwierdzić drugi właściciel.',
    scopes_refused: 'Wybierz, co klucz może robić: odczyt, zapis lub jedno i drugie.',
    too_many_invitations: 'Przed chwilą wysłano wiele zaproszeń. Odczekaj kwadrans.',
  },
})
