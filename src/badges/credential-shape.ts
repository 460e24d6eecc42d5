import { z } from 'zod'

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2'
export const credentialTypes = ['VerifiableCredential', 'BrandAccountCredential'] as const

/** CAWG Identity Assertion §8.1.2.5: what is verified, how, when and where. */
const identity = z.object({
  type: z.enum(['cawg.web_site', 'cawg.social_media']),
  /** Canonical handle; of an account only. */
  username: z.string().optional(),
  uri: z.url(),
  method: z.string(),
  verifiedAt: z.string(),
  provider: z.object({ id: z.url(), name: z.string() }),
  /** Our own terms, of accounts only: the registry's platform key, the immutable id where there is one. */
  platform: z.string().optional(),
  accountId: z.string().optional(),
  relation: z.string().optional(),
})

const subject = z.object({
  /** The main domain's origin: a badge leads with the domain, as names are self-given. */
  id: z.url(),
  type: z.literal('Organization'),
  name: z.string(),
  nameState: z.enum(['self_given', 'reviewed']),
  /** The registry's id: a domain may pass to another brand, its old badges do not. */
  brandId: z.string(),
  verdict: z.enum(['controlled', 'at_risk']),
  origin: z.url(),
  /** Every controlled domain, A-labels. */
  domains: z.array(z.string()),
  /** Where the badge may be shown; compared whole. */
  origins: z.array(z.url()),
  verifiedIdentities: z.array(identity),
})

export const statusPurposes = ['revocation', 'suspension'] as const
export type StatusPurpose = (typeof statusPurposes)[number]

/** What a list says of a badge whose bit is set. */
export const statusCodes: Readonly<Record<StatusPurpose, string>> = {
  revocation: 'revoked',
  suspension: 'suspended',
}

/** Bitstring Status List §2.1. The index is a string, so that no reader rounds it. */
const statusEntry = z.object({
  id: z.url(),
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.enum(statusPurposes),
  statusListIndex: z.string(),
  statusListCredential: z.url(),
})

/** The payload of a badge: VC Data Model 2.0, secured as VC-JOSE-COSE §3.1 says. Times of `iat`, `exp` in seconds. */
export const credentialShape = z.object({
  '@context': z.array(z.string()),
  id: z.url(),
  type: z.array(z.string()),
  issuer: z.string(),
  iss: z.string(),
  iat: z.int(),
  exp: z.int(),
  validFrom: z.string(),
  validUntil: z.string(),
  credentialSubject: subject,
  relatedResource: z
    .array(z.object({ id: z.url(), mediaType: z.string(), digestSRI: z.string() }))
    .optional(),
  /** In a picture's credential: where the whole one is. */
  fullCredential: z.url().optional(),
  /**
   * Absent in badges of before status lists: how they stand cannot be told. Ours name two; a stranger's could have us
   * ask for list after list.
   */
  credentialStatus: z.array(statusEntry).max(4).optional(),
})

export type StatusEntry = z.infer<typeof statusEntry>
export type VerifiedIdentity = z.infer<typeof identity>
export type BrandCredential = z.infer<typeof credentialShape>
