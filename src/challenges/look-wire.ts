import { z } from 'zod'
import { rfc3339 } from '#base/clock.ts'
import type { Evidence } from '#base/evidence.ts'
import { proved, refused, unlearnt } from './finding.ts'
import type { Challenge, Finding, MethodName } from './method.ts'
import { refusedReasons, unlearntReasons } from './reasons.ts'
import type { Report } from './report.ts'

/** How one Veramarca asks another to look, and is told. Neither trusts the other to be well-formed. */
const opaque = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[a-z2-7]{1,40}$`))
const time = z.iso.datetime()

export const lookRequest = z.strictObject({
  method: z.enum(['dns-txt', 'dns-cname', 'http-file', 'html-meta'] satisfies MethodName[]),
  domain: z.string().max(253),
  organisation_id: opaque('org'),
  domain_id: opaque('dom'),
  challenge_id: opaque('ch'),
  token: z.string().regex(/^[a-z2-7]{26,63}$/),
  expires_at: time,
  /** Where a `dns-cname` target lives: the host of whoever issued the challenge. */
  issuer_host: z.string().regex(/^[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?$/),
})

export type LookRequest = z.output<typeof lookRequest>

const short = z.string().max(255)
const url = z.string().max(4_096)
const digest = z
  .string()
  .regex(/^[\da-f]{64}$/)
  .nullable()

const evidence = z.object({
  started_at: time,
  ended_at: time,
  questions: z
    .array(
      z.object({
        name: short,
        type: short,
        answer: short,
        authenticated: z.boolean(),
        chain: z.array(short).max(50),
        digest,
      }),
    )
    .max(200),
  pages: z
    .array(
      z.object({
        url,
        answer: short,
        addresses: z.array(short).max(50),
        redirects: z.array(url).max(20),
        digest,
      }),
    )
    .max(20),
})

const detail = z.string().max(8_192)
const finding = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('proved') }),
  z.object({
    outcome: z.literal('refused'),
    reason: z.enum(refusedReasons),
    detail,
    negative_ttl: z.number().min(0).max(4_294_967_295).nullable(),
  }),
  z.object({ outcome: z.literal('unreachable'), reason: z.enum(unlearntReasons), detail }),
])

/** Fields that a newer one adds are dropped; what is missing or has another shape makes it no report. */
export const lookReport = z.object({
  /** Who operates the resolver: a registrable domain, or a host. */
  resolver: z.string().regex(/^[a-z\d.:[\]-]{1,253}$/),
  network: z.string().regex(/^[\w.:-]{0,253}$/),
  finding,
  evidence,
})

export function requestOf(method: MethodName, challenge: Challenge): LookRequest {
  return {
    method,
    domain: challenge.domain,
    organisation_id: challenge.organisationId,
    domain_id: challenge.domainId,
    challenge_id: challenge.id,
    token: challenge.token,
    expires_at: rfc3339(challenge.expiresAt),
    issuer_host: challenge.issuerHost,
  }
}

export type LookReport = z.input<typeof lookReport>

export function reportOnWire(report: Report): LookReport {
  const { resolver, network } = report
  return {
    resolver,
    network,
    finding: findingOnWire(report.finding),
    evidence: evidenceOnWire(report.evidence),
  }
}

/** Null when it is no report. */
export function reportFromWire(wire: unknown): Omit<Report, 'perspective'> | null {
  const parsed = lookReport.safeParse(wire)
  if (!parsed.success) return null
  const { resolver, network, evidence: seen } = parsed.data
  return {
    resolver,
    network,
    finding: findingFromWire(parsed.data.finding),
    evidence: {
      startedAt: Date.parse(seen.started_at),
      endedAt: Date.parse(seen.ended_at),
      questions: seen.questions,
      pages: seen.pages,
    },
  }
}

function findingOnWire(told: Finding): LookReport['finding'] {
  switch (told.kind) {
    case 'proved':
      return { outcome: told.kind }
    case 'refused': {
      const { kind: outcome, reason, detail, negativeTtl = null } = told
      return { outcome, reason, detail, negative_ttl: negativeTtl }
    }
    case 'unreachable':
      return { outcome: told.kind, reason: told.reason, detail: told.detail }
  }
}

function findingFromWire(told: z.output<typeof finding>): Finding {
  switch (told.outcome) {
    case 'proved':
      return proved
    case 'refused':
      return refused(told.reason, told.detail, told.negative_ttl)
    case 'unreachable':
      return unlearnt(told.reason, told.detail)
  }
}

export function evidenceOnWire({ startedAt, endedAt, questions, pages }: Evidence) {
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
