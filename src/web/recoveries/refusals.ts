import type { Refusal } from '#base/result.ts'
import { texts } from '#i18n/texts.ts'
import type { Language } from '#i18n/languages.ts'
import type { StartRecoveryReason } from '#recoveries/start-recovery.ts'
import type { VetoReason } from '#recoveries/veto-recovery.ts'

export type RecoveryReason = StartRecoveryReason | VetoReason

const words = texts({
  en: {
    asker_frozen: 'A moderator froze this domain for your organisation, and regaining it would undo that.',
    brand_unknown: 'No brand here has this main domain. Register it, and prove the domain.',
    domain_not_proved: 'This domain is not proved at present: register a brand, and prove the domain.',
    name_servers_changed:
      'The name servers of this domain have changed lately, or are not known. Ask again once they have stayed for 30 days.',
    owners_only: 'Only owners may do this. Ask one of yours.',
    proof_too_young: 'This domain has not been proved by DNS for 30 days without a break.',
    recovery_decided: 'A person has decided already that this may go on.',
    recovery_disputed: 'Somebody has objected already. A person decides now.',
    recovery_of_own_brand:
      'The organisation that you act for has this brand already. Make another organisation to regain it, or ask its owners to let you in.',
    recovery_open: 'You have asked for this brand already, and that is open.',
    recovery_over: 'This is over: there is nothing to object to any more.',
    recovery_unknown: 'There is nothing here that concerns you.',
    registration_changed:
      'This domain was registered anew: nothing of its former owner’s passes. Register a brand, and prove it.',
    too_many_recoveries:
      'You have asked to regain brands three times within a year. Write to whoever runs this registry.',
    domain_not_understood: 'This is not understood as a domain. Type it like this: acme.com.',
  },
  es: {
    asker_frozen: 'Un moderador congeló este dominio para tu organización, y recuperarlo lo desharía.',
    brand_unknown: 'Ninguna marca tiene aquí este dominio principal. Regístrala y acredita el dominio.',
    domain_not_proved: 'Este dominio no está acreditado ahora: registra una marca y acredita el dominio.',
    name_servers_changed:
      'Los servidores de nombres de este dominio han cambiado hace poco o no se conocen. Vuelve a pedirlo cuando lleven 30 días igual.',
    owners_only: 'Solo los propietarios pueden hacerlo. Pídeselo a uno de los tuyos.',
    proof_too_young: 'Este dominio no lleva 30 días acreditado por DNS sin interrupción.',
    recovery_decided: 'Una persona ya ha decidido que esto puede seguir adelante.',
    recovery_disputed: 'Alguien ya se ha opuesto. Ahora decide una persona.',
    recovery_of_own_brand:
      'La organización en cuyo nombre actúas ya tiene esta marca. Crea otra organización para recuperarla o pide a sus propietarios que te dejen entrar.',
    recovery_open: 'Ya has pedido esta marca y sigue en curso.',
    recovery_over: 'Esto ha terminado: ya no hay nada a lo que oponerse.',
    recovery_unknown: 'Aquí no hay nada que te afecte.',
    registration_changed:
      'Este dominio se registró de nuevo: nada de su antiguo dueño pasa a ti. Registra una marca y acredítalo.',
    too_many_recoveries:
      'Has pedido recuperar marcas tres veces en un año. Escribe a quien lleva este registro.',
    domain_not_understood: 'No entendemos esto como un dominio. Escríbelo así: acme.com.',
  },
  pl: {
    asker_frozen: 'Moderator zamroził tę domenę twojej organizacji, a odzyskanie by to cofnęło.',
    brand_unknown: 'Żadna marka nie ma tu takiej głównej domeny. Zarejestruj ją i potwierdź domenę.',
    domain_not_proved: 'Ta domena nie jest teraz potwierdzona: zarejestruj markę i potwierdź domenę.',
    name_servers_changed:
      'Serwery nazw tej domeny niedawno się zmieniły albo nie są znane. Poproś ponownie, gdy pozostaną bez zmian przez 30 dni.',
    owners_only: 'Mogą to zrobić tylko właściciele. Zwróć się do jednego z nich.',
    proof_too_young: 'Ta domena nie jest potwierdzona przez DNS od 30 dni bez przerwy.',
    recovery_decided: 'Człowiek już zdecydował, że to może trwać dalej.',
    recovery_disputed: 'Ktoś już zgłosił sprzeciw. Teraz decyduje człowiek.',
    recovery_of_own_brand:
      'Organizacja, w której imieniu działasz, ma już tę markę. Utwórz inną organizację, aby ją odzyskać, albo poproś właścicieli o dopuszczenie.',
    recovery_open: 'O tę markę już poproszono i sprawa jest w toku.',
    recovery_over: 'To się zakończyło: nie ma już czemu się sprzeciwić.',
    recovery_unknown: 'Nie ma tu nic, co cię dotyczy.',
    registration_changed:
      'Tę domenę zarejestrowano na nowo: nic po poprzednim właścicielu nie przechodzi. Zarejestruj markę i potwierdź domenę.',
    too_many_recoveries:
      'W ciągu roku trzy razy poproszono o odzyskanie marek. Napisz do prowadzących ten rejestr.',
    domain_not_understood: 'Nie rozumiemy tego jako domeny. Wpisz ją tak: acme.com.',
  },
})

const statuses: Readonly<Partial<Record<RecoveryReason, 403 | 404 | 422 | 429>>> = {
  owners_only: 403,
  brand_unknown: 404,
  recovery_unknown: 404,
  too_many_recoveries: 429,
}

/** What people are told; whatever is wrong with a name is that it is no domain of theirs. */
export function recoveryRefusal(language: Language, { reason }: Refusal<RecoveryReason>): string {
  return words(language)(isSpoken(reason) ? reason : 'domain_not_understood')
}

export function recoveryStatus({ reason }: Refusal<RecoveryReason>): 403 | 404 | 409 | 422 | 429 {
  return statuses[reason] ?? (isSpoken(reason) && reason !== 'domain_not_understood' ? 409 : 422)
}

const spoken = [
  'asker_frozen',
  'brand_unknown',
  'domain_not_proved',
  'name_servers_changed',
  'owners_only',
  'proof_too_young',
  'recovery_decided',
  'recovery_disputed',
  'recovery_of_own_brand',
  'recovery_open',
  'recovery_over',
  'recovery_unknown',
  'registration_changed',
  'too_many_recoveries',
  'domain_not_understood',
] as const

function isSpoken(reason: string): reason is (typeof spoken)[number] {
  return spoken.some((one) => one === reason)
}
