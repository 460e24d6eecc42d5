export type StepName =
  | 'source'
  | 'format'
  | 'header'
  | 'issuer'
  | 'signature'
  | 'claims'
  | 'validity'
  | 'status'
  | 'standing'
  | 'origin'

export type Step = {
  readonly step: StepName
  readonly outcome: 'passed' | 'failed' | 'unknown'
  /** Permanent, snake_case. */
  readonly code: string
}

/** What one step found. `unknown`: it could not be learnt, which is neither yes nor no. */
export type Rung<Value = true> =
  | { readonly outcome: 'passed'; readonly code: string; readonly value: Value }
  | { readonly outcome: 'failed' | 'unknown'; readonly code: string }

export function passed(code: string): Rung
export function passed<Value>(code: string, value: Value): Rung<Value>
export function passed(code: string, value: unknown = true): Rung<unknown> {
  return { outcome: 'passed', code, value }
}

export function failed(code: string): { outcome: 'failed'; code: string } {
  return { outcome: 'failed', code }
}

export function unknown(code: string): { outcome: 'unknown'; code: string } {
  return { outcome: 'unknown', code }
}

export type Verification = {
  readonly valid: boolean | null
  readonly steps: Step[]
  /** The payload, once its signature was found good. */
  readonly credential?: Record<string, unknown>
}

export type Ladder = {
  /** Notes what a step found; null ends the ladder there, unless its reader knows better. */
  climb<Value>(step: StepName, rung: Rung<Value>): Value | null
  /** The signature was found good: from here on what the badge says is told too. */
  trust(payload: Readonly<Record<string, unknown>>): void
  told(): Verification
}

export function startLadder(): Ladder {
  const steps: Step[] = []
  let trusted: Readonly<Record<string, unknown>> | undefined
  return {
    climb(step, rung) {
      steps.push({ step, outcome: rung.outcome, code: rung.code })
      return rung.outcome === 'passed' ? rung.value : null
    },
    trust: (payload) => void (trusted = payload),
    told() {
      const valid = validity(steps)
      return trusted === undefined ? { valid, steps } : { valid, steps, credential: trusted }
    },
  }
}

/** False if any step failed, else null if any could not be learnt, else true. Nothing checked is nothing shown. */
export function validity(steps: readonly Step[]): boolean | null {
  if (steps.some((step) => step.outcome === 'failed')) return false
  return steps.length === 0 || steps.some((step) => step.outcome === 'unknown') ? null : true
}
