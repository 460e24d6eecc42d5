import { platformName } from '#accounts/platforms/index.ts'
import { rfc3339 } from '#base/clock.ts'
import type { MethodName } from '#challenges/method.ts'
import { isOwnVoice } from '#listings/own.ts'
import type { ProofMark, PublicAccount, PublicDomain } from '#registry/answer.ts'
import type { VerifiedIdentity } from './credential-shape.ts'

/** A thing that a credential may state, and when its proof ends. */
export type Stated = { readonly identity: VerifiedIdentity; readonly endsAt: number }

/** CAWG Identity Assertion §8.1.2.5.5 names these ways; other labels are allowed beside them. */
const cawgMethods: Record<MethodName, string> = {
  'dns-txt': 'cawg.dns_record',
  'dns-cname': 'cawg.dns_record',
  'http-file': 'cawg.uri_file_verification',
  'html-meta': 'cawg.uri_meta_tag_verification',
}

/** The brand's own accounts that both ends confirm. Somebody else's (a partner, a fan) never look official. */
export function ownVerified(accounts: readonly PublicAccount[]): readonly PublicAccount[] {
  return accounts.filter(isOwnVoice)
}

/** A controlled domain as a verified web site; null when its proof is not known. */
export function webSite(domain: PublicDomain, publicUrl: string): Stated | null {
  const { method, checkedAt, expiresAt } = domain
  if (domain.verdict !== 'controlled' || method === null || checkedAt === null || expiresAt === null)
    return null
  const identity: VerifiedIdentity = {
    type: 'cawg.web_site',
    uri: `https://${domain.domain}`,
    method: cawgMethods[method],
    verifiedAt: rfc3339(checkedAt),
    provider: { id: publicUrl, name: 'Veramarca' },
  }
  return { identity, endsAt: expiresAt }
}

/** An account with the longest of its account proofs; null when none is current. */
export function socialMedia(account: PublicAccount): Stated | null {
  const { platform, handle, platformId, relation, url } = account
  const proof = longest(account.proofs.filter(({ direction }) => direction === 'account'))
  if (proof === null) return null
  const identity: VerifiedIdentity = {
    type: 'cawg.social_media',
    username: handle,
    uri: url,
    method: `veramarca.${proof.method}`,
    verifiedAt: rfc3339(proof.checkedAt),
    provider: {
      id: new URL(url).origin,
      name: platformName(platform),
    },
    platform,
    ...(platformId === null ? {} : { accountId: platformId }),
    ...(relation === null ? {} : { relation }),
  }
  return { identity, endsAt: proof.expiresAt }
}

function longest(proofs: readonly ProofMark[]): ProofMark | null {
  return proofs.toSorted((one, other) => other.expiresAt - one.expiresAt)[0] ?? null
}
