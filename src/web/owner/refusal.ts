import type { Refusal } from '#base/result.ts'
import type { AddDomainReason } from '#brands/add-domain.ts'
import type { CheckDomainReason } from '#brands/check-domain.ts'
import type { HandOverReason } from '#brands/handover.ts'
import type { ReleaseDomainReason } from '#brands/release-domain.ts'
import type { RenewChallengeReason } from '#brands/renew-challenge.ts'
import type { ChangeClaimReason } from '#claims/change-claim.ts'
import type { CheckClaimReason } from '#claims/check-claim.ts'
import type { CloseBrandReason } from '#claims/close-brand.ts'
import type { DisavowAccountReason } from '#claims/disavow-account.ts'
import type { FreezeBrandReason } from '#claims/freeze-brand.ts'
import type { OpenClaimReason } from '#claims/open-claim.ts'
import type { RenewCodeReason } from '#claims/post-code.ts'
import type { ReadSitesReason } from '#claims/read-sites.ts'
import type { SetAbsencesReason } from '#claims/set-absences.ts'
import type { WithdrawClaimReason } from '#claims/withdraw-claim.ts'
import type { WithdrawDisavowalReason } from '#claims/withdraw-disavowal.ts'
import type { Language } from '#i18n/languages.ts'
import { texts } from '#i18n/texts.ts'

/** Everything that a form of an owner's can be refused for. */
export type FormReason =
  | AddDomainReason
  | ChangeClaimReason
  | CheckClaimReason
  | CheckDomainReason
  | CloseBrandReason
  | DisavowAccountReason
  | FreezeBrandReason
  | HandOverReason
  | OpenClaimReason
  | ReadSitesReason
  | ReleaseDomainReason
  | RenewChallengeReason
  | RenewCodeReason
  | SetAbsencesReason
  | WithdrawClaimReason
  | WithdrawDisavowalReason

/** Verbs refuse in English, word for word what they found; other languages say the same of the reason. */
const rows = {
  account_claimed: [
    'Tu organización reclama esta cuenta como propia. Retira antes esa reclamación.',
    'Twoja organizacja zgłosiła to konto jako własne. Najpierw wycofaj to zgłoszenie.',
  ],
  account_disavowed: [
    'La marca publica que esta cuenta no es suya. Quítala antes de esa lista.',
    'Marka podaje publicznie, że to konto nie jest jej. Najpierw usuń je z tej listy.',
  ],
  account_not_understood: [
    'No reconocemos aquí ninguna cuenta. Pega el enlace completo de su perfil.',
    'Nie rozpoznajemy tu żadnego konta. Wklej pełny link do profilu.',
  ],
  account_taken: [
    'Otra marca ya ha acreditado que esta cuenta es suya. Si es un error, abre una disputa.',
    'Inna marka wykazała już, że to konto jest jej. Jeśli to pomyłka, zgłoś spór.',
  ],
  already_claimed: [
    'Tu organización ya ha reclamado esta cuenta.',
    'Twoja organizacja już zgłosiła to konto.',
  ],
  already_disavowed: ['Esta cuenta ya está en la lista.', 'To konto już jest na liście.'],
  brand_frozen: [
    'Todas las cuentas de esta marca están congeladas; hasta que eso acabe no se cambia nada aquí.',
    'Wszystkie konta tej marki są zamrożone; do czasu odmrożenia nic się tu nie zmieni.',
  ],
  brand_has_accounts: [
    'La marca aún tiene cuentas. Retíralas antes.',
    'Marka ma jeszcze konta. Najpierw je wycofaj.',
  ],
  brand_has_domains: [
    'La marca aún tiene dominios. Libéralos antes.',
    'Marka ma jeszcze domeny. Najpierw je zwolnij.',
  ],
  brand_unknown: ['Tu organización no tiene esta marca.', 'Twoja organizacja nie ma takiej marki.'],
  challenge_over: [
    'El texto que había que publicar ha caducado. Pide antes uno nuevo.',
    'Tekst do opublikowania stracił ważność. Najpierw poproś o nowy.',
  ],
  checked_too_soon: [
    'Lo acabamos de mirar. Vuelve a intentarlo dentro de {wait, plural, one {# segundo} other {# segundos}}.',
    'Sprawdziliśmy to przed chwilą. Spróbuj ponownie za {wait, plural, one {# sekundę} few {# sekundy} many {# sekund} other {# sekundy}}.',
  ],
  claim_frozen: [
    'Esta reclamación está congelada, y retirarla lo ocultaría.',
    'To zgłoszenie jest zamrożone, a wycofanie ukryłoby to.',
  ],
  claim_unknown: [
    'Tu organización no tiene esta reclamación.',
    'Twoja organizacja nie ma takiego zgłoszenia.',
  ],
  decided_by_dispute: [
    'Lo decidió una disputa. Solo otra decisión puede cambiarlo.',
    'Rozstrzygnięto to w sporze. Zmienić to może tylko kolejna decyzja.',
  ],
  disavowal_unknown: ['Esta cuenta no está en la lista.', 'Tego konta nie ma na liście.'],
  domain_exists: [
    'Tu organización ya tiene este dominio. Sigue con él.',
    'Twoja organizacja ma już tę domenę. Kontynuuj z nią.',
  ],
  domain_frozen: [
    'Este dominio está congelado, y liberarlo lo ocultaría.',
    'Ta domena jest zamrożona, a zwolnienie ukryłoby to.',
  ],
  domain_has_no_suffix: [
    'Este dominio no acaba en ningún sufijo conocido, como .com o .es.',
    'Ta domena nie kończy się żadną znaną końcówką, taką jak .com czy .pl.',
  ],
  domain_is_ip_address: [
    'Una dirección IP no es un dominio. Escribe un nombre, como acme.com.',
    'Adres IP to nie domena. Wpisz nazwę, na przykład acme.com.',
  ],
  domain_is_private_suffix: [
    'Este dominio lo comparten desconocidos. Escribe uno que sea solo tuyo.',
    'Tę domenę dzielą obce osoby. Wpisz taką, która jest tylko twoja.',
  ],
  domain_is_public_suffix: [
    'Esto es un sufijo público, que no puede ser de una sola marca.',
    'To publiczna końcówka, która nie może należeć do jednej marki.',
  ],
  domain_is_special_use: [
    'Este nombre está reservado y no existe en Internet.',
    'Ta nazwa jest zastrzeżona i nie istnieje w internecie.',
  ],
  domain_label_malformed: [
    'Una parte de este dominio tiene caracteres que no puede tener.',
    'Część tej domeny zawiera niedozwolone znaki.',
  ],
  domain_label_too_long: [
    'Una parte de este dominio tiene más de 63 caracteres.',
    'Część tej domeny ma ponad 63 znaki.',
  ],
  domain_not_proved: ['Acredita antes un dominio de esta marca.', 'Najpierw potwierdź domenę tej marki.'],
  domain_not_understood: [
    'No entendemos esto como un dominio. Escríbelo así: acme.com.',
    'Nie rozumiemy tego jako domeny. Wpisz ją tak: acme.com.',
  ],
  domain_too_long: ['Este dominio es demasiado largo.', 'Ta domena jest za długa.'],
  domain_too_many_labels: ['Este dominio tiene demasiadas partes.', 'Ta domena ma za dużo części.'],
  domain_unknown: ['Tu organización no tiene este dominio.', 'Twoja organizacja nie ma takiej domeny.'],
  not_an_account: [
    'Esto es una publicación u otra página, no una cuenta. Pega el enlace del perfil.',
    'To post lub inna strona, a nie konto. Wklej link do profilu.',
  ],
  platform_absent: [
    'La marca publica que no está en esta plataforma. Quítala antes de esa lista.',
    'Marka podaje, że nie ma jej na tej platformie. Najpierw usuń ją z tej listy.',
  ],
  platform_claimed: [
    'La marca reclama una cuenta en una de estas plataformas. Retira antes esa reclamación.',
    'Marka zgłosiła konto na jednej z tych platform. Najpierw wycofaj to zgłoszenie.',
  ],
  platform_closed: [
    'Esta plataforma cerró. Su cuenta solo puede anotarse como «reservada, sin uso».',
    'Ta platforma została zamknięta. Konto można tylko zapisać jako „zarezerwowane, nieużywane”.',
  ],
  platform_mismatch: ['Esta cuenta es de otra plataforma.', 'To konto jest na innej platformie.'],
  second_person_needed: [
    'El bloqueo de dos personas está activado: un propietario lo propone aquí y otro lo confirma. Pídeselo a un propietario.',
    'Włączona jest blokada dwóch osób: proponuje to tutaj jeden właściciel, a potwierdza drugi. Zwróć się do właściciela.',
  ],
  target_busy: [
    'Se está mirando demasiadas veces. Lo miraremos solos en cuanto haya sitio.',
    'Sprawdzane zbyt często. Sprawdzimy sami, gdy tylko będzie to możliwe.',
  ],
  too_many_challenges: [
    'Este dominio ha tenido demasiados textos en un día. Publica el último o vuelve mañana.',
    'Ta domena miała dziś za dużo tekstów. Opublikuj najnowszy albo wróć jutro.',
  ],
  too_many_codes: [
    'Esta cuenta ha tenido demasiados códigos en un día. Publica el último.',
    'To konto miało dziś za dużo kodów. Opublikuj najnowszy.',
  ],
  too_many_disavowals: [
    'La lista está llena. Quita antes alguna cuenta.',
    'Lista jest pełna. Najpierw usuń z niej któreś konto.',
  ],
  too_many_pending_domains: [
    'Demasiados nombres de tu organización esperan su prueba. Acredita o libera alguno antes.',
    'Zbyt wiele nazw twojej organizacji czeka na potwierdzenie. Najpierw potwierdź lub zwolnij którąś.',
  ],
  unknown_platform: [
    'No conocemos esta plataforma. Pega el enlace completo de la cuenta.',
    'Nie znamy tej platformy. Wklej pełny link do konta.',
  ],
} as const satisfies Readonly<Record<FormReason, readonly [es: string, pl: string]>>

function column(of: (row: readonly [string, string]) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(rows).map(([reason, row]) => [reason, of(row)]))
}

const words = texts<string>({
  en: column(() => '{detail}'),
  es: column(([es]) => es),
  pl: column(([, pl]) => pl),
})

export function refusalIn(language: Language, { reason, detail, retryAfter }: Refusal<FormReason>): string {
  return words(language)(reason, { detail: detail[language], wait: retryAfter ?? 5 })
}
