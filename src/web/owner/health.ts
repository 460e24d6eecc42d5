import { day } from '#base/clock.ts'
import { newTokenBy } from '#brands/continuity.ts'
import { endOf, type Domain } from '#brands/domain.ts'
import type { OwnedClaim } from '#claims/show-claims.ts'
import type { Language } from '#i18n/languages.ts'
import { texts } from '#i18n/texts.ts'
import type { Icon, Mark, Tone } from '#web/marks.ts'

const words = texts({
  en: {
    toPublish: 'To be published',
    looking: 'We are looking',
    textOver: 'Text ran out',
    controlled: 'Controlled',
    maturing: 'Maturing',
    renew: 'New text wanted',
    failing: 'At risk',
    lapsed: 'Lapsed',
    contested: 'Contested',
    suspended: 'Suspended',
    held: 'Held',
    verified: 'Verified',
    declared: 'Account has yet to agree',
    noDomain: 'Waits for a domain',
    missing: 'Account not found',
    left: '{days, plural, =0 {less than a day left} one {# day left} other {# days left}}',
  },
  es: {
    toPublish: 'Por publicar',
    looking: 'Lo estamos mirando',
    textOver: 'Texto caducado',
    controlled: 'Dominio acreditado',
    maturing: 'Madurando',
    renew: 'Se pide un texto nuevo',
    failing: 'En riesgo',
    lapsed: 'Acreditación vencida',
    contested: 'En disputa',
    suspended: 'En suspenso',
    held: 'Retenido',
    verified: 'Verificada',
    declared: 'Falta que la cuenta lo confirme',
    noDomain: 'Espera un dominio',
    missing: 'No se encuentra la cuenta',
    left: '{days, plural, =0 {queda menos de un día} one {queda # día} other {quedan # días}}',
  },
  pl: {
    toPublish: 'Do opublikowania',
    looking: 'Sprawdzamy',
    textOver: 'Tekst stracił ważność',
    controlled: 'Domena potwierdzona',
    maturing: 'Dojrzewa',
    renew: 'Potrzebny nowy tekst',
    failing: 'Zagrożone',
    lapsed: 'Wygasłe potwierdzenie',
    contested: 'Sporne',
    suspended: 'Wstrzymane',
    held: 'Zatrzymane do wyjaśnienia',
    verified: 'Zweryfikowane',
    declared: 'Konto jeszcze nie potwierdziło',
    noDomain: 'Czeka na domenę',
    missing: 'Nie znaleziono konta',
    left: '{days, plural, =0 {został niecały dzień} one {został # dzień} few {zostały # dni} many {zostało # dni} other {zostało # dnia}}',
  },
})

type Key = Parameters<ReturnType<typeof words>>[0]

/** How something stands, and when that ends if nobody looks again. The higher the level the sooner it wants somebody. */
export type Health = {
  readonly key: Exclude<Key, 'left'>
  readonly icon: Icon
  readonly tone: Tone
  readonly level: 0 | 1 | 2 | 3
  readonly endsAt: number | null
}

const looks = {
  toPublish: ['speech', 'said', 1],
  looking: ['speech', 'said', 1],
  textOver: ['past', 'caution', 1],
  controlled: ['key', 'proved', 0],
  maturing: ['past', 'said', 0],
  renew: ['warning', 'caution', 2],
  failing: ['warning', 'caution', 2],
  lapsed: ['past', 'quiet', 2],
  contested: ['scales', 'caution', 2],
  suspended: ['stop', 'stop', 3],
  held: ['stop', 'stop', 3],
  verified: ['check', 'proved', 0],
  declared: ['speech', 'said', 1],
  noDomain: ['speech', 'said', 1],
  missing: ['warning', 'caution', 2],
} as const satisfies Readonly<Record<Exclude<Key, 'left'>, readonly [Icon, Tone, Health['level']]>>

function health(key: Exclude<Key, 'left'>, endsAt: number | null = null): Health {
  const [icon, tone, level] = looks[key]
  return { key, icon, tone, level, endsAt }
}

/** Looks are daily, so a proof that ends this soon was not seen for days. */
const soon = 3 * day

export function isSoon({ endsAt }: Health, now: number): boolean {
  return endsAt !== null && endsAt - now < soon
}

export function domainHealth(domain: Domain, challengeExpiresAt: number, now: number): Health {
  switch (domain.state) {
    case 'pending':
      if (now >= challengeExpiresAt) return health('textOver')
      return domain.readyAt === null
        ? health('toPublish', challengeExpiresAt)
        : health('looking', challengeExpiresAt)
    case 'proved':
      if (newTokenBy(domain) !== null) return health('renew', endOf(domain))
      return domain.publicFrom === null ? health('maturing') : health('controlled', endOf(domain))
    case 'failing':
      return health('failing', endOf(domain))
    case 'contested':
      return health('contested')
    case 'held':
      return health('held')
    case 'suspended':
    case 'revoked':
      return health('suspended')
    case 'lapsed':
    case 'released':
      return health('lapsed')
  }
}

export function claimHealth({ claim, verdict, waitingFor, proofs }: OwnedClaim): Health {
  const ends = proofs.flatMap(({ direction, expiresAt }) => (direction === 'account' ? [expiresAt] : []))
  const endsAt = ends.length === 0 ? null : Math.max(...ends)
  if (claim.state === 'held') return health('held')
  switch (verdict) {
    case 'suspended':
      return health('suspended')
    case 'verified':
      return claim.missingSince === null ? health('verified', endsAt) : health('missing', endsAt)
    case 'at_risk':
      return health('failing', endsAt)
    case 'lapsed':
      return health('lapsed')
    case 'declared':
    case 'not_ours':
    case 'unregistered':
      return waitingFor === 'domain' ? health('noDomain') : health('declared')
  }
}

export function markOf(language: Language, { key, icon, tone }: Health): Mark {
  return { icon, tone, word: words(language)(key) }
}

/** "3 days left"; nothing of what does not end by itself. */
export function leftIn(language: Language, { endsAt }: Health, now: number): string {
  if (endsAt === null) return ''
  return words(language)('left', { days: Math.max(0, Math.floor((endsAt - now) / day)) })
}
