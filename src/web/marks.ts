import type { Language } from '#i18n/languages.ts'
import { texts } from '#i18n/texts.ts'
import type { Answer } from '#registry/answer.ts'
import { isOthers, type Relation } from './words.ts'

export type Verdict = NonNullable<Answer['verdict']>
export type Icon =
  | 'check'
  | 'key'
  | 'person'
  | 'warning'
  | 'past'
  | 'speech'
  | 'stop'
  | 'empty'
  | 'names'
  | 'scales'
export type Tone = 'proved' | 'other' | 'caution' | 'stop' | 'said' | 'quiet'

/** Shape, word and colour together: no one of them carries the answer alone. */
export type Mark = { readonly icon: Icon; readonly word: string; readonly tone: Tone }

/** Words that fit an account and a domain alike, whatever their gender. */
const words = texts({
  en: {
    verified: 'Verified',
    controlled: 'Controlled',
    at_risk: 'At risk',
    lapsed: 'Lapsed',
    suspended: 'Suspended',
    declared: 'Only said',
    not_ours: 'Not its own',
    unregistered: 'Not registered',
    others:
      '{relation, select, employee {Employee’s own} partner {Partner’s own} reseller {Reseller’s own} other {Run by fans}}',
    disputed: 'Disputed',
    name: 'A name',
  },
  es: {
    verified: 'Verificada',
    controlled: 'Dominio acreditado',
    at_risk: 'En riesgo',
    lapsed: 'Acreditación vencida',
    suspended: 'En suspenso',
    declared: 'Solo declarada',
    not_ours: 'No es suya',
    unregistered: 'Sin registrar',
    others:
      '{relation, select, employee {De un empleado} partner {De un socio} reseller {De un distribuidor} other {De fans}}',
    disputed: 'En disputa',
    name: 'Un nombre',
  },
  pl: {
    verified: 'Zweryfikowane',
    controlled: 'Domena potwierdzona',
    at_risk: 'Zagrożone',
    lapsed: 'Wygasłe potwierdzenie',
    suspended: 'W zawieszeniu',
    declared: 'Tylko deklaracja',
    not_ours: 'Nieuznane',
    unregistered: 'Brak w rejestrze',
    others:
      '{relation, select, employee {Konto pracownika} partner {Konto partnera} reseller {Konto sprzedawcy} other {Konto fanów}}',
    disputed: 'Sporne',
    name: 'Nazwa',
  },
})

/** That an account is disavowed is somebody's word like a declaration, and looks like one: it makes nothing fake. */
const looks: Readonly<Record<Verdict, readonly [Icon, Tone]>> = {
  verified: ['check', 'proved'],
  controlled: ['key', 'proved'],
  at_risk: ['warning', 'caution'],
  lapsed: ['past', 'quiet'],
  suspended: ['stop', 'stop'],
  declared: ['speech', 'said'],
  not_ours: ['speech', 'said'],
  unregistered: ['empty', 'quiet'],
}

export function disputedMark(language: Language): Mark {
  return { icon: 'scales', word: words(language)('disputed'), tone: 'caution' }
}

export function markOf(verdict: Verdict | null, relation: Relation | null, language: Language): Mark {
  const say = words(language)
  if (verdict === null) return { icon: 'names', word: say('name'), tone: 'quiet' }
  if (verdict === 'verified' && relation !== null && isOthers(relation)) {
    return { icon: 'person', word: say('others', { relation }), tone: 'other' }
  }
  const [icon, tone] = looks[verdict]
  return { icon, word: say(verdict), tone }
}
