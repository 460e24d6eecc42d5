import { mainDomainOf, readClaims } from '#badges/verify/read-claims.ts'
import type { Step, Verification } from '#badges/verify/ladder.ts'
import type { Language } from '#i18n/languages.ts'
import type { Sentence } from '#i18n/sentence.ts'
import { texts } from '#i18n/texts.ts'
import type { Mark } from './marks.ts'
import { codeSentence } from './verify-sentences.ts'

const words = texts({
  en: {
    source: 'Where it is from',
    format: 'Form',
    header: 'How it is signed',
    issuer: 'Who issued it',
    signature: 'Signature',
    claims: 'What it states',
    validity: 'Its days',
    status: 'Taken back?',
    standing: 'How it stands today',
    origin: 'This site',
    passed: 'Passed',
    failed: 'Failed',
    unknown: 'Not known',
    genuine: 'Genuine',
    notValid: 'Not valid',
    statusUnknown: 'Status unknown',
    badgeOf: 'the badge of {domain}. ',
    thisBadge: 'this badge',
    saidNotValid: 'Not valid: {badge}{reason}',
    saidOffline: 'Signature valid, status unknown: {badge}{reason}',
    saidUnknown: 'Not known: {badge}{reason}',
    saidGenuine:
      'Genuine and current: {badge}. Its people proved that they control this domain. {asked, select, yes {The badge is for this site.} other {Seen on another site, it is a copy.}}',
  },
  es: {
    source: 'De dónde viene',
    format: 'Forma',
    header: 'Cómo está firmado',
    issuer: 'Quién lo emitió',
    signature: 'Firma',
    claims: 'Qué declara',
    validity: 'Sus fechas',
    status: '¿Retirado?',
    standing: 'Cómo está hoy',
    origin: 'Este sitio',
    passed: 'Correcto',
    failed: 'Falla',
    unknown: 'No se sabe',
    genuine: 'Auténtico',
    notValid: 'No es válido',
    statusUnknown: 'Estado desconocido',
    badgeOf: 'el distintivo de {domain}. ',
    thisBadge: 'este distintivo',
    saidNotValid: 'No es válido: {badge}{reason}',
    saidOffline: 'Firma válida, estado desconocido: {badge}{reason}',
    saidUnknown: 'No se sabe: {badge}{reason}',
    saidGenuine:
      'Auténtico y vigente: {badge}. Su equipo demostró que controla este dominio. {asked, select, yes {El distintivo es para este sitio.} other {Visto en otro sitio, es una copia.}}',
  },
  pl: {
    source: 'Skąd pochodzi',
    format: 'Postać',
    header: 'Jak jest podpisana',
    issuer: 'Kto ją wystawił',
    signature: 'Podpis',
    claims: 'Co stwierdza',
    validity: 'Okres ważności',
    status: 'Cofnięta?',
    standing: 'Jak stoi dzisiaj',
    origin: 'Ta strona',
    passed: 'W porządku',
    failed: 'Błąd',
    unknown: 'Nie wiadomo',
    genuine: 'Autentyczna',
    notValid: 'Nieważna',
    statusUnknown: 'Stan nieznany',
    badgeOf: 'odznaka {domain}. ',
    thisBadge: 'ta odznaka',
    saidNotValid: 'Nieważna: {badge}{reason}',
    saidOffline: 'Podpis ważny, stan nieznany: {badge}{reason}',
    saidUnknown: 'Nie wiadomo: {badge}{reason}',
    saidGenuine:
      'Autentyczna i aktualna: {badge}. Jej ludzie wykazali, że kontrolują tę domenę. {asked, select, yes {Odznaka jest dla tej strony.} other {Widziana na innej stronie jest kopią.}}',
  },
})

export function stepName(step: Step['step'], language: Language): string {
  return words(language)(step)
}

const outcomes = {
  passed: { icon: 'check', tone: 'proved' },
  failed: { icon: 'stop', tone: 'stop' },
  unknown: { icon: 'warning', tone: 'caution' },
} as const satisfies Record<Step['outcome'], Omit<Mark, 'word'>>

export function outcomeMark(outcome: Step['outcome'], language: Language): Mark {
  return { ...outcomes[outcome], word: words(language)(outcome) }
}

/** The whole verdict in two words. What nobody asked for is never called valid. */
export function verdictMark({ valid, steps }: Verification, language: Language): Mark {
  const say = words(language)
  if (valid === true) return { icon: 'check', word: say('genuine'), tone: 'proved' }
  if (valid === false) return { icon: 'stop', word: say('notValid'), tone: 'stop' }
  return { icon: 'warning', word: say(isOffline(steps) ? 'statusUnknown' : 'unknown'), tone: 'caution' }
}

/** For the title of a window: `Genuine: acme.com`. */
export function verdictTitle(verification: Verification, language: Language): string {
  const claims = readClaims(verification)
  const { word } = verdictMark(verification, language)
  return claims === null ? word : `${word}: ${mainDomainOf(claims)}`
}

/** The verdict in one sentence. The domain leads, once a signature has shown that it is not just anybody's word. */
export function verdictSentence(verification: Verification, language: Language): Sentence {
  const { valid, steps } = verification
  const { parts } = words(language)
  const claims = readClaims(verification)
  const domain = claims === null ? null : mainDomainOf(claims)
  if (valid === true) {
    const asked = steps.some(({ step }) => step === 'origin') ? 'yes' : 'no'
    return parts('saidGenuine', { badge: domain ?? parts('thisBadge'), asked })
  }
  const badge = domain === null ? [] : parts('badgeOf', { domain })
  const because = (outcome: Step['outcome']): Sentence => {
    const step = steps.find((each) => each.outcome === outcome)
    return step === undefined ? [] : [codeSentence(step.code, language)]
  }
  if (valid === false) return parts('saidNotValid', { badge, reason: because('failed') })
  const reason = because('unknown')
  return parts(isOffline(steps) ? 'saidOffline' : 'saidUnknown', { badge, reason })
}

function isOffline(steps: readonly Step[]): boolean {
  return steps.some(({ code }) => code === 'status_not_asked')
}
