import { z } from '@hono/zod-openapi'
import { rfc3339 } from '#base/clock.ts'
import type { Evidence } from '#base/evidence.ts'
import type { Attempt } from '#brands/attempt.ts'
import { corroboration } from '#challenges/report.ts'
import { corroborated, time } from './schemas.ts'

const outcome = z.enum(['proved', 'refused', 'unreachable'])
const digest = z.string().nullable().openapi({ description: 'SHA-256, hexadecimal, of what was answered.' })

const evidence = z
  .object({
    started_at: time,
    ended_at: time,
    questions: z.array(
      z.object({
        name: z.string(),
        type: z.string(),
        answer: z.string(),
        authenticated: z.boolean().openapi({ description: "The resolver's AD flag (DNSSEC)." }),
        chain: z.array(z.string()),
        digest,
      }),
    ),
    pages: z.array(
      z.object({
        url: z.string(),
        answer: z.string(),
        addresses: z.array(z.string()),
        redirects: z.array(z.string()),
        digest,
      }),
    ),
  })
  .openapi('Evidence')

const told = z.object({
  perspective: z.string(),
  resolver: z.string(),
  network: z.string(),
  outcome,
  reason: z.string().nullable(),
})

export const attempt = z
  .object({
    method: z.string(),
    outcome,
    reason: z.string().nullable(),
    detail: z.string().nullable(),
    corroboration: corroborated,
    perspectives: z.array(told),
    at: time,
  })
  .openapi('Attempt')

export const keptAttempt = attempt
  .extend({ perspectives: z.array(told.extend({ evidence: evidence.nullable() })) })
  .openapi('KeptAttempt', { description: 'With what each perspective asked and was told.' })

export function attemptOnWire({ at, perspectives, ...rest }: Attempt) {
  return {
    ...rest,
    corroboration: corroboration(perspectives, rest.outcome),
    perspectives: perspectives.map(({ evidence: _, ...said }) => said),
    at: rfc3339(at),
  }
}

export function keptAttemptOnWire(kept: Attempt) {
  const perspectives = kept.perspectives.map(({ evidence: seen, ...said }) => {
    return { ...said, evidence: seen === null ? null : evidenceOnWire(seen) }
  })
  return { ...attemptOnWire(kept), perspectives }
}

function evidenceOnWire({ startedAt, endedAt, questions, pages }: Evidence) {
  return {
    started_at: rfc3339(startedAt),
    ended_at: rfc3339(endedAt),
    questions: questions.map((question) => ({ ...question, chain: [...question.chain] })),
    pages: pages.map((page) => ({
      ...page,
      addresses: [...page.addresses],
      redirects: [...page.redirects],
    })),
  }
}
