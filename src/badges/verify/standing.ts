import type { Deps } from '#base/deps.ts'
import type { PublicAccount, PublicBrand } from '#registry/answer.ts'
import { findBrand } from '#registry/find-brand.ts'
import type { BrandCredential, VerifiedIdentity } from '#badges/credential-shape.ts'
import { failed, passed, unknown, type Rung } from './ladder.ts'

/**
 * Is what the badge states still so? A badge is superseded by the registry, not only by its date: what no longer
 * stands fails, what is failing within its grace (`at_risk`) is not known.
 */
export async function checkStanding(
  deps: Pick<Deps, 'db' | 'clock'>,
  { credentialSubject: subject }: BrandCredential,
): Promise<Rung> {
  const brand = await findBrand(deps, subject.brandId)
  if (brand === null || brand.id !== subject.brandId) return failed('brand_unknown')
  const main = new URL(subject.id).hostname
  const rungs = [
    ...new Set([main, ...subject.domains]).values().map((domain) => domainStands(brand, domain)),
    nameStands(brand, subject),
    ...subject.verifiedIdentities
      .filter(({ type }) => type === 'cawg.social_media')
      .map((identity) => accountStands(brand, identity)),
  ]
  const worst =
    rungs.find((rung) => rung.outcome === 'failed') ?? rungs.find((rung) => rung.outcome === 'unknown')
  return worst ?? passed('stands')
}

function domainStands(brand: PublicBrand, name: string): Rung {
  const verdict = brand.domains.find(({ domain }) => domain === name)?.verdict
  switch (verdict) {
    case 'controlled':
      return passed('stands')
    case 'at_risk':
      return unknown('domain_at_risk')
    case 'suspended':
      return failed('domain_suspended')
    case 'lapsed':
    case 'unregistered':
    case undefined:
      return failed('no_longer_controlled')
  }
}

/** Otherwise a name given for an hour would be shown for ten days. */
function nameStands(brand: PublicBrand, subject: BrandCredential['credentialSubject']): Rung {
  const reviewed = subject.nameState === 'reviewed'
  const isSame = brand.name === subject.name && (!reviewed || brand.nameState === 'reviewed')
  return isSame ? passed('stands') : failed('name_superseded')
}

function accountStands(brand: PublicBrand, identity: VerifiedIdentity): Rung {
  const account = brand.accounts.find((each) => isSameAccount(each, identity))
  switch (account?.verdict) {
    case 'verified':
      return account.relation === identity.relation ? passed('stands') : failed('account_superseded')
    case 'at_risk':
      return unknown('account_at_risk')
    case 'suspended':
      return failed('account_suspended')
    default:
      return failed('account_no_longer_verified')
  }
}

/** The immutable id decides where there is one: a handle may have been resold. */
function isSameAccount(account: PublicAccount, identity: VerifiedIdentity): boolean {
  return (
    account.platform === identity.platform &&
    account.handle === identity.username &&
    (account.platformId ?? undefined) === identity.accountId
  )
}
