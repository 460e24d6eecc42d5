import { z } from '@hono/zod-openapi'
import { rfc3339 } from '#base/clock.ts'
import { countries } from '#base/countries.ts'
import { readLanguageTag } from '#base/language-tag.ts'
import { tidy, upright, withoutControls } from '#base/plain-words.ts'
import { relations } from '#claims/claim.ts'

/** Shapes that several resources share. Wire names are snake_case; times RFC 3339, UTC, whole seconds. */
export const time = z.string().openapi({ format: 'date-time', example: '2026-01-02T03:04:05Z' })

export function timeOrNull(at: number | null): string | null {
  return at === null ? null : rfc3339(at)
}

/** Words for people: trimmed, NFC, without control characters, invisible ones and those that turn the direction. */
export function words(max: number) {
  return z
    .string()
    .max(max * 4, `at most ${max} characters`)
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, 'must not be empty')
        .max(max, `at most ${max} characters`)
        .regex(withoutControls, 'must not hold control characters')
        .regex(upright, 'must not hold invisible characters or such as turn the writing direction'),
    )
}

export const corroborated = z
  .object({
    agreeing: z.number().int(),
    perspectives: z.number().int(),
    resolvers: z.number().int(),
    networks: z.number().int(),
  })
  .openapi('Corroboration', { description: 'How many perspectives said so, of how many, and what they are.' })

export const failingSince = time
  .nullable()
  .openapi({ description: 'When it was first seen to be missing; null while it is seen.' })

export const proof = z
  .object({
    direction: z.enum(['domain', 'account']),
    method: z.string(),
    checked_at: time,
    expires_at: time,
    seen_by: corroborated.nullable(),
    failing_since: failingSince,
  })
  .openapi('Proof')

export const nameState = z
  .enum(['self_given', 'reviewed'])
  .openapi({ description: 'Names are self-given until a moderator has reviewed one.' })

export const brandMark = z
  .object({
    id: z.string(),
    slug: z.string().openapi({ description: 'Its main proved domain: its address here.' }),
    name: z.string(),
    name_state: nameState,
    domain: z.string(),
    url: z.url(),
  })
  .openapi('BrandMark')

export const accountVerdict = z.enum([
  'suspended',
  'verified',
  'at_risk',
  'lapsed',
  'declared',
  'not_ours',
  'unregistered',
])
export const domainVerdict = z.enum(['controlled', 'at_risk', 'lapsed', 'suspended', 'unregistered'])
export const verdict = z.union([accountVerdict, domainVerdict])

export const relation = z.enum(relations)

export const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'two letters, ISO 3166-1')
  .transform((text) => text.toUpperCase())
  .refine((code) => countries.has(code), 'not an assigned code of ISO 3166-1')
  .openapi({ example: 'ES' })

export const languageTag = z
  .string()
  .max(35)
  .transform((text, context) => {
    const read = readLanguageTag(text)
    if (read !== null) return read
    context.addIssue({ code: 'custom', message: 'not a language tag of BCP 47' })
    return z.NEVER
  })
  .openapi({ example: 'es' })

/** For whom an account is, as it is told. */
export const audience = {
  country: z.string().nullable().openapi({ description: 'For the people of which country, ISO 3166-1.' }),
  language: z.string().nullable().openapi({ description: 'In which language, BCP 47.' }),
}

export const account = z
  .object({
    platform: z.string(),
    handle: z.string(),
    platform_id: z.string().nullable(),
    url: z.url(),
    relation: relation.nullable(),
    ...audience,
    published: z
      .boolean()
      .nullable()
      .openapi({ description: "Whether the domain's own site lists it; null: nobody has looked." }),
    proofs: z.array(proof),
  })
  .openapi('Account')

export const disavowed = z
  .object({
    platform: z.string(),
    handle: z.string(),
    url: z.url(),
    decided_by: z.enum(['brand', 'dispute']),
    created_at: time,
  })
  .openapi('Disavowal', { description: "An account that is not the brand's." })

export const shortAccount = z
  .object({ platform: z.string(), handle: z.string(), url: z.url() })
  .openapi('ShortAccount')

export const id = z.object({ id: z.string().max(300) })

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() })
}

export const page = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
}
