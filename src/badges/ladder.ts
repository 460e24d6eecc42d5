export type StepName =
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

/** False if any step failed, else null if any could not be learnt, else true. Nothing checked is nothing shown. */
export function validity(steps: readonly Step[]): boolean | null {
  if (steps.some((step) => step.outcome === 'failed')) return false
  return steps.length === 0 || steps.some((step) => step.outcome === 'unknown') ? null : true
}
