import { z } from '@hono/zod-openapi'
import { rfc3339 } from '#base/clock.ts'
import type { Brand } from '#brands/brand.ts'
import { newTokenBy } from '#brands/continuity.ts'
import { domainStates } from '#brands/domain.ts'
import { maturesAt } from '#brands/patience.ts'
import type { OwnedDomain } from '#brands/show-domain.ts'
import { methodNames } from '#challenges/method.ts'
import { accountStates, claimStates } from '#claims/claim.ts'
import type { OwnedClaim } from '#claims/show-claims.ts'
import { notCheckableAtAll } from '#proofs/not-checkable.ts'
import { audience, corroborated, accountVerdict, nameState, relation, time, timeOrNull } from './schemas.ts'

export const instruction = z
  .object({
    method: z.enum(methodNames),
    name: z.string().optional().openapi({ description: 'The full DNS name.' }),
    host: z.string().optional().openapi({ description: 'What a panel of that zone wants typed.' }),
    type: z.enum(['TXT', 'CNAME']).optional(),
    value: z.string().optional(),
    url: z.string().optional(),
    html: z.string().optional(),
    expires_at: time,
  })
  .openapi('Challenge')

export const domainState = z.enum(domainStates)

/** What an owner is told of a proof that the public does not see yet. */
export const maturing = {
  matures_at: time.nullable().openapi({
    description: 'The first look after this that still finds the web proof of a mere host makes it public.',
  }),
  note: z.string().nullable().openapi({ description: 'The same in a sentence, for people.' }),
}

export const ownedDomain = z
  .object({
    id: z.string(),
    brand_id: z.string(),
    domain: z.string(),
    state: domainState,
    state_reason: z.string().nullable().openapi({ description: 'Why it is suspended.' }),
    method: z.string().nullable(),
    strength: z.enum(['dns', 'web']).nullable(),
    registrable_domain: z.string(),
    checked_at: time.nullable(),
    seen_by: corroborated.nullable(),
    expires_at: time.nullable(),
    failing_since: time.nullable(),
    public_from: time.nullable().openapi({ description: 'Null while a web proof of a mere host matures.' }),
    ...maturing,
    name_servers: z.array(z.string()).nullable(),
    new_token_by: time.nullable().openapi({
      description: 'The name servers have changed: until when a token issued since must be seen.',
    }),
    next_look_at: time.nullable().openapi({
      description: 'When we look by ourselves for what you said is published; null when nothing is awaited.',
    }),
    created_at: time,
    challenges: z.array(instruction),
  })
  .openapi('OwnedDomain')

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

export function maturingOnWire(domain: OwnedDomain['domain']) {
  const at = maturesAt(domain)
  if (at === null) return { matures_at: null, note: null }
  const note =
    `${domain.name} is proved by its web server, which speaks for this one host alone, so the public does not see it ` +
    `yet. It will from the first look after ${moments.format(at)} UTC, 72 hours after the first one. Leave what you ` +
    'published where it is: it is looked at every day until then, and a look that does not find it begins the 72 hours ' +
    'anew. A DNS record is public at once.'
  return { matures_at: rfc3339(at), note }
}

export function domainOnWire({ domain, instructions, challengeExpiresAt }: OwnedDomain) {
  return {
    id: domain.id,
    brand_id: domain.brandId,
    domain: domain.name,
    state: domain.state,
    state_reason: domain.stateReason,
    method: domain.method,
    strength: domain.strength,
    registrable_domain: domain.registrableDomain,
    checked_at: timeOrNull(domain.checkedAt),
    seen_by: domain.seenBy,
    expires_at: timeOrNull(domain.expiresAt),
    failing_since: timeOrNull(domain.failingSince),
    public_from: timeOrNull(domain.publicFrom),
    ...maturingOnWire(domain),
    name_servers: domain.nameServers === null ? null : [...domain.nameServers],
    new_token_by: timeOrNull(newTokenBy(domain)),
    next_look_at: timeOrNull(domain.tryAt),
    created_at: rfc3339(domain.createdAt),
    challenges: instructions.map((one) => ({ ...one, expires_at: rfc3339(challengeExpiresAt) })),
  }
}

export const ownedClaim = z
  .object({
    id: z.string(),
    brand_id: z.string(),
    platform: z.string(),
    handle: z.string(),
    platform_id: z.string().nullable(),
    url: z.url(),
    relation,
    ...audience,
    verdict: accountVerdict,
    waiting_for: z.enum(['domain', 'account']).nullable(),
    proofs: z.array(
      z.object({
        direction: z.enum(['domain', 'account']),
        method: z.string().nullable(),
        detail: z.string().openapi({ description: 'What is to be done next.' }),
        value: z.string().nullable().openapi({ description: 'What to type or post, exactly.' }),
      }),
    ),
    state: z.enum(claimStates),
    state_reason: z.string().nullable().openapi({ description: 'Why it is suspended.' }),
    account_state: z.enum(accountStates),
    missing_since: time.nullable().openapi({ description: 'When the account was first seen to be gone.' }),
    ended_on: z.string().nullable(),
    published: z.boolean().nullable(),
    created_at: time,
  })
  .openapi('OwnedClaim')

export function claimOnWire({ claim, url, verdict, waitingFor, instructions }: OwnedClaim) {
  return {
    id: claim.id,
    brand_id: claim.brandId,
    platform: claim.platform,
    handle: claim.handle,
    platform_id: claim.platformId,
    url,
    relation: claim.relation,
    country: claim.country,
    language: claim.language,
    verdict,
    waiting_for: waitingFor,
    proofs: waitingFor === null ? [] : nextSteps(waitingFor, instructions, claim.platform),
    state: claim.state,
    state_reason: claim.stateReason,
    account_state: claim.accountState,
    missing_since: timeOrNull(claim.missingSince),
    ended_on: claim.endedOn,
    published: claim.published,
    created_at: rfc3339(claim.createdAt),
  }
}

/** Any one of them is enough; the first is the easiest. */
function nextSteps(
  waitingFor: 'domain' | 'account',
  instructions: OwnedClaim['instructions'],
  platform: string,
) {
  const direction = waitingFor
  if (waitingFor === 'domain') {
    return [{ direction, method: null, detail: notSeen, value: null }]
  }
  if (instructions.length === 0) {
    return [{ direction, method: null, detail: notCheckableAtAll(platform), value: null }]
  }
  return instructions.map(({ method, detail, value }) => ({
    direction,
    method,
    detail,
    value: value ?? null,
  }))
}

const notSeen = 'Prove a domain of this brand. Until then nobody sees this claim.'
export const ownedBrand = z
  .object({
    id: z.string(),
    slug: z.string().nullable(),
    domain: z.string().nullable(),
    url: z.url().nullable(),
    name: z.string(),
    name_state: nameState,
    frozen_since: time.nullable(),
    aliases: z.array(z.string()),
    category: z.string().nullable(),
    country: z.string().nullable(),
    languages: z.array(z.string()),
    watch_lookalikes: z.boolean().openapi({ description: 'Whether lookups tell of names near its own.' }),
    created_at: time,
    updated_at: time,
    domains: z.array(ownedDomain),
    accounts: z.array(ownedClaim),
  })
  .openapi('OwnedBrand')

export function ownedBrandOnWire(
  publicUrl: string,
  brand: Brand,
  domains: readonly OwnedDomain[],
  claims: readonly OwnedClaim[],
  isWatched: boolean,
) {
  return {
    id: brand.id,
    slug: brand.slug,
    domain: brand.slug,
    url: brand.slug === null ? null : `${publicUrl}/b/${brand.slug}`,
    name: brand.name,
    name_state: brand.nameState,
    frozen_since: timeOrNull(brand.frozenAt),
    aliases: [...brand.aliases],
    category: brand.category,
    country: brand.country,
    languages: [...brand.languages],
    watch_lookalikes: isWatched,
    created_at: rfc3339(brand.createdAt),
    updated_at: rfc3339(brand.updatedAt),
    domains: domains.map(domainOnWire),
    accounts: claims.map(claimOnWire),
  }
}
