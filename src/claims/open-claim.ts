import { parseAccount, type AccountReason } from '#accounts/parse-account.ts'
import type { Account } from '#accounts/platform.ts'
import { closingOf } from '#accounts/platforms/index.ts'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { ownedBrand, type BrandUnknown } from '#brands/owned.ts'
import { claims } from '#db/schema.ts'
import { keepAccountName } from '#lookalikes/keep-names.ts'
import { leafOf } from '#log/leaf.ts'
import type { Claim, ClaimText } from './claim.ts'
import { refuseDenied, unlessDenied, type DeniedReason } from './denial.ts'
import { codeToPost } from './post-code.ts'
import { publishedAs } from './published.ts'
import { heldByAnother, lookAtHolders } from './holders.ts'

export type OpenClaimReason =
  | AccountReason
  | BrandUnknown
  | DeniedReason
  | 'account_taken'
  | 'already_claimed'
  | 'brand_frozen'
  | 'platform_closed'

/** Records "this account is ours". It reserves nothing until the account itself agrees. */
export async function openClaim(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  brandId: string,
  asked: Pick<ClaimText, 'relation'> & {
    readonly account: string
    readonly country?: string | null
    readonly language?: string | null
    /** `YYYY-MM-DD`: of an account that has ended, with its platform or before. */
    readonly endedOn?: string | undefined
  },
): Promise<Result<Claim, OpenClaimReason>> {
  const parsed = parseAccount(asked.account)
  if (!parsed.ok) return parsed
  const account = parsed.value
  const allowed = await mayClaim(deps, principal, brandId, { account, relation: asked.relation })
  if (!allowed.ok) {
    if (allowed.refusal.reason === 'account_taken') {
      const wanted = { ...account, platformId: null, organisationId: principal.organisationId }
      await deps.db.write([lookAtHolders(deps, wanted)])
    }
    return allowed
  }
  const { db, clock, random } = deps
  const at = clock.now()
  const claim: Claim = {
    id: newId(random, 'clm'),
    organisationId: principal.organisationId,
    brandId,
    platform: account.platform,
    handle: account.handle,
    platformId: null,
    relation: asked.relation,
    country: asked.country ?? null,
    language: asked.language ?? null,
    state: 'open',
    stateReason: null,
    accountState: 'none',
    published: await publishedAs(deps, brandId, account),
    disputed: false,
    firstVerifiedAt: null,
    lookedAt: null,
    missingSince: null,
    endedOn: asked.endedOn ?? closingOf(account.platform),
    createdAt: at,
    updatedAt: at,
  }
  const values = {
    account: account.url,
    relation: claim.relation,
    ...(claim.country === null ? {} : { country: claim.country }),
    ...(claim.language === null ? {} : { language: claim.language }),
  }
  const decision = { act: 'claim.opened', subject: claim.id, actor: principal.pseudonym, at, values }
  const written = await db.write([
    db.orm.insert(claims).values(claim),
    unlessDenied(deps, claim),
    ...(await leafOf(deps, decision, null)),
    ...keepAccountName(claim),
  ])
  if (written.written) {
    await codeToPost(deps, claim)
    return ok(claim)
  }
  if (written.violated === 'claims.organisation_id, claims.platform, claims.handle') {
    return refuse('already_claimed', `Your organisation has claimed ${account.url} already.`)
  }
  // The denial came between: it is there to be read now.
  if (written.violated === 'leaf_has_effect') return await openClaim(deps, principal, brandId, asked)
  throw new Error(`Opening a claim failed on ${written.violated}`)
}

/** What stands in the way of a claim, before it is made. Changes nothing. */
export async function mayClaim(
  deps: Pick<Deps, 'db'>,
  principal: Principal,
  brandId: string,
  { account, relation }: Pick<ClaimText, 'relation'> & { readonly account: Account },
): Promise<Result<null, Exclude<OpenClaimReason, AccountReason | 'already_claimed'>>> {
  const brand = await ownedBrand(deps, principal, brandId)
  if (!brand.ok) return brand
  if (brand.value.frozenAt !== null) {
    return refuse(
      'brand_frozen',
      'All accounts of this brand are frozen; until that is lifted none is added.',
    )
  }
  const denied = await refuseDenied(deps, brandId, account)
  if (!denied.ok) return denied
  const closedOn = closingOf(account.platform)
  if (closedOn !== null && relation !== 'parked') {
    return refuse(
      'platform_closed',
      `${account.url} is on a platform that closed on ${closedOn}. Its account can be recorded with the relation "parked".`,
    )
  }
  if (await heldByAnother(deps, principal, account)) {
    return refuse(
      'account_taken',
      `${account.url} is proved by another brand. If that is wrong, open a dispute.`,
    )
  }
  return ok(null)
}
