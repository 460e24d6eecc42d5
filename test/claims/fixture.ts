import { day } from '#base/clock.ts'
import type { AccountProof, ClaimFile } from '#claims/claim-file.ts'
import type { AccountLook, SeenLooks } from '#claims/settle-claim.ts'
import type { AccountFinding, SeenAccount } from '#proofs/finding.ts'

export const start = Date.UTC(2026, 2, 1)
export const lifetime = 30 * day
export const grace = 7 * day

const acme: SeenAccount = { handle: 'acme', platformId: '783214' }

export const declared: ClaimFile = {
  claim: {
    id: 'clm_a',
    organisationId: 'org_a',
    brandId: 'br_a',
    platform: 'github',
    handle: 'acme',
    platformId: null,
    relation: 'official',
    country: null,
    language: null,
    state: 'open',
    stateReason: null,
    accountState: 'none',
    published: null,
    disputed: false,
    firstVerifiedAt: null,
    lookedAt: null,
    missingSince: null,
    endedOn: null,
    createdAt: start - day,
    updatedAt: start - day,
  },
  proofs: [],
}

export const proved = (seen: SeenAccount = acme, domain = 'acme.com'): AccountFinding => ({
  kind: 'proved',
  domain,
  seen,
  post: null,
})
export const posted = (at: number | null, url = 'https://x.com/acme/status/1'): AccountFinding => ({
  kind: 'proved',
  domain: 'acme.com',
  seen: { handle: 'acme', platformId: null },
  post: { url, at },
})
export const linkGone: AccountFinding = {
  kind: 'refused',
  reason: 'no_link',
  detail: '',
  seen: acme,
  missing: false,
}
export const accountGone: AccountFinding = {
  kind: 'refused',
  reason: 'account_not_found',
  detail: '',
  seen: null,
  missing: true,
}
export const unreachable: AccountFinding = {
  kind: 'unreachable',
  reason: 'timeout',
  detail: '',
  retryAfter: null,
  host: null,
}

export function look(
  finding: AccountFinding,
  method: AccountLook['method'] = 'profile-link',
  location: string | null = null,
): AccountLook {
  const code = {
    code: 'vm-acme-com-abcdefghijklmnop',
    claimId: 'clm_a',
    domain: 'acme.com',
    location: null,
    issuedAt: start,
    expiresAt: start + 30 * day,
  }
  return { method, finding, proofId: `prf_${method}`, codes: method === 'post' ? [code] : [], location }
}

export function seen(looks: readonly AccountLook[], rest: Partial<SeenLooks> = {}): SeenLooks {
  const domain = { name: 'acme.com', registrableDomain: 'acme.com', strength: 'dns' } as const
  return { looks, domains: [domain], isManual: false, ...rest }
}

export const ends = ({ proofs }: ClaimFile) => proofs.map((proof: AccountProof) => proof.expiresAt)
