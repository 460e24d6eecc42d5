import { mainDomainOf, readClaims } from '#badges/verify/read-claims.ts'
import type { Step, Verification } from '#badges/verify/ladder.ts'
import type { Mark } from './marks.ts'
import type { Sentence } from '#i18n/sentence.ts'
import { say } from './sentence.ts'
import { codeSentence } from './verify-sentences.ts'

const steps: Readonly<Record<Step['step'], string>> = {
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
}

export function stepName(step: Step['step']): string {
  return steps[step]
}

export const outcomeMarks: Readonly<Record<Step['outcome'], Mark>> = {
  passed: { icon: 'check', word: 'Passed', tone: 'proved' },
  failed: { icon: 'stop', word: 'Failed', tone: 'stop' },
  unknown: { icon: 'warning', word: 'Not known', tone: 'caution' },
}

/** The whole verdict in two words. What nobody asked for is never called valid. */
export function verdictMark({ valid, steps }: Verification): Mark {
  if (valid === true) return { icon: 'check', word: 'Genuine', tone: 'proved' }
  if (valid === false) return { icon: 'stop', word: 'Not valid', tone: 'stop' }
  return { icon: 'warning', word: isOffline(steps) ? 'Status unknown' : 'Not known', tone: 'caution' }
}

/** For the title of a window: `Genuine: acme.com`. */
export function verdictTitle(verification: Verification): string {
  const claims = readClaims(verification)
  const { word } = verdictMark(verification)
  return claims === null ? word : `${word}: ${mainDomainOf(claims)}`
}

/** The verdict in one sentence. The domain leads, once a signature has shown that it is not just anybody's word. */
export function verdictSentence(verification: Verification): Sentence {
  const { valid, steps } = verification
  const claims = readClaims(verification)
  const domain = claims === null ? null : mainDomainOf(claims)
  const badge = domain === null ? say`` : say`the badge of ${domain}. `
  if (valid === false)
    return say`Not valid: ${badge}${ours(steps.find(({ outcome }) => outcome === 'failed'))}`
  if (valid === null) {
    const reason = ours(steps.find(({ outcome }) => outcome === 'unknown'))
    return isOffline(steps)
      ? say`Signature valid, status unknown: ${badge}${reason}`
      : say`Not known: ${badge}${reason}`
  }
  const site = steps.some(({ step }) => step === 'origin')
    ? say`The badge is for this site.`
    : say`Seen on another site, it is a copy.`
  return say`Genuine and current: ${domain ?? 'this badge'}. Its people proved that they control this domain. ${site}`
}

function isOffline(steps: readonly Step[]): boolean {
  return steps.some(({ code }) => code === 'status_not_asked')
}

function ours(step: Step | undefined): Sentence {
  return step === undefined ? [] : [codeSentence(step.code)]
}
