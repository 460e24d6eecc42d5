import { day } from '#base/clock.ts'
import type { AccountMark, Answer, BrandMark, Candidate, PublicBrand } from '#registry/answer.ts'
import { now } from './registry.ts'

/** States for pages that need no database. */
export const acme: BrandMark = { id: 'br_1', slug: 'acme.com', name: 'Acme', nameState: 'self_given' }
export const other: BrandMark = { id: 'br_2', slug: 'acme.shop', name: 'Acme', nameState: 'reviewed' }

export const account: AccountMark = {
  platform: 'x',
  handle: 'acme',
  platformId: '783214',
  url: 'https://x.com/acme',
  relation: 'official',
  country: null,
  language: null,
  published: true,
  proofs: [
    {
      direction: 'domain',
      method: 'dns-txt',
      checkedAt: now - day,
      expiresAt: now + 9 * day,
      seenBy: null,
      failingSince: null,
    },
    {
      direction: 'account',
      method: 'post',
      checkedAt: now - 3 * day,
      expiresAt: now + 27 * day,
      seenBy: null,
      failingSince: null,
    },
  ],
}

const common = {
  disputed: false,
  brand: null,
  account: null,
  decidedBy: null,
  claimedBy: [],
  matchedDomain: null,
  proofs: [],
  absentFrom: [],
  frozenAt: null,
  candidates: [],
  lookalikes: [],
  logIndex: null,
  asOf: now,
}

export function aboutAccount(answer: Partial<Answer> = {}): Answer {
  const query = {
    input: 'x.com/acme',
    kind: 'account',
    platform: 'x',
    handle: 'acme',
    url: account.url,
  } as const
  return { ...common, query, verdict: 'verified', brand: acme, account, logIndex: 42, ...answer }
}

export function aboutDomain(domain: string, answer: Partial<Answer> = {}): Answer {
  const query = { input: domain, kind: 'domain', domain } as const
  const proofs = account.proofs.filter(({ direction }) => direction === 'domain')
  const matchedDomain = 'acme.com'
  return { ...common, query, verdict: 'controlled', brand: acme, matchedDomain, proofs, ...answer }
}

export function aboutName(candidates: readonly Candidate[], input = 'acme'): Answer {
  return { ...common, query: { input, kind: 'name' }, verdict: null, candidates }
}

export function publicBrand(brand: Partial<PublicBrand> = {}): PublicBrand {
  return {
    ...acme,
    aliases: [],
    languages: [],
    category: null,
    country: null,
    verdict: 'controlled',
    domains: [
      {
        domain: 'acme.com',
        verdict: 'controlled',
        method: 'dns-txt',
        checkedAt: now - day,
        expiresAt: now + 9 * day,
        seenBy: null,
        failingSince: null,
      },
    ],
    accounts: [],
    notOurs: [],
    absentFrom: [],
    since: now - 100 * day,
    frozenAt: null,
    asOf: now,
    ...brand,
  }
}
