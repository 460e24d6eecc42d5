import { minute } from '#base/clock.ts'
import type { Random } from '#base/random.ts'
import { hashToken } from './hash-token.ts'

export const codeEnds = 10 * minute
/** Of one code; then only a new one helps. */
export const attemptsMax = 5
export const codeDigits = 8

export type CodePurpose = 'sign-in' | 'step-up'

/** What the browser that asked for a code keeps: which one, and a secret by which its link knows it again. */
export type Ticket = { readonly codeId: string; readonly browser: string }

/** Each of the hundred million equally likely: bytes above the last whole ten are thrown back. */
export function newCode(random: Random): string {
  let code = ''
  while (code.length < codeDigits) {
    for (const byte of random.bytes(codeDigits)) {
      if (byte < 250 && code.length < codeDigits) code += String(byte % 10)
    }
  }
  return code
}

export async function hashCode(codeId: string, code: string): Promise<string> {
  return await hashToken(`${codeId} ${code}`)
}

/** People type it with spaces, as it is shown, or with other signs between. */
export function readCode(text: string): string {
  return text.replaceAll(/[\s.·-]/g, '').slice(0, 20)
}

export function showCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

export function writeTicket({ codeId, browser }: Ticket): string {
  return `${codeId}.${browser}`
}

export function readTicket(text: string | undefined): Ticket | null {
  const [, codeId, browser] = /^(cod_[a-z2-7]{20})\.([a-z2-7]{32})$/.exec(text ?? '') ?? []
  return codeId === undefined || browser === undefined ? null : { codeId, browser }
}
