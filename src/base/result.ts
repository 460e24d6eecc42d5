import type { Told } from './told.ts'

/** A refusal is an answer for a stranger: a permanent reason, and what was found, expected and to do. */
export type Refusal<Reason extends string = string> = {
  readonly reason: Reason
  readonly detail: Told
  /** Seconds until asking again makes sense. */
  readonly retryAfter?: number
}

export type Result<Value, Reason extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Reason> }

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function refuse<const Reason extends string>(
  reason: Reason,
  told: Told | string,
  retryAfter?: number,
): { ok: false; refusal: Refusal<Reason> } {
  const detail = typeof told === 'string' ? { en: told, es: told, pl: told } : told
  return {
    ok: false,
    refusal: retryAfter === undefined ? { reason, detail } : { reason, detail, retryAfter },
  }
}
