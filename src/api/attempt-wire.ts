import { z } from '@hono/zod-openapi'
import { rfc3339 } from '#base/clock.ts'
import type { Attempt } from '#brands/attempt.ts'
import { evidenceOnWire } from '#challenges/look-wire.ts'
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

const panel = z
  .object({
    provider: z.string(),
    url: z.url(),
    type: z.enum(['TXT', 'CNAME']),
    host: z.string(),
    value: z.string(),
  })
  .openapi('Panel', {
    description: 'What to type at whoever runs the DNS, in the form that its panel wants.',
  })

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
    panel: panel.nullable(),
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
    // What yields was seen by all the same.
    corroboration: corroboration(perspectives, rest.reason === 'yields_to_dns' ? 'proved' : rest.outcome),
    perspectives: perspectives.map(({ evidence: _evidence, ...said }) => said),
    at: rfc3339(at),
  }
}

export function keptAttemptOnWire(kept: Attempt) {
  const perspectives = kept.perspectives.map(({ evidence: seen, ...said }) => {
    return { ...said, evidence: seen === null ? null : evidenceOnWire(seen) }
  })
  return { ...attemptOnWire(kept), perspectives }
}
