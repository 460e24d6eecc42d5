import { and, eq, inArray, ne } from 'drizzle-orm'
import { parseAccount, type AccountReason } from '#accounts/parse-account.ts'
import type { Account } from '#accounts/platform.ts'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { ownedBrand, type BrandUnknown } from '#brands/owned.ts'
import { claims } from '#db/schema.ts'
import { leafOf } from '#log/leaf.ts'
import type { Claim, Relation } from './claim.ts'

export type OpenClaimReason = AccountReason | BrandUnknown | 'already_claimed' | 'account_taken'

/** Records "this account is ours". It reserves nothing until the account itself agrees. */
export async function openClaim(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  brandId: string,
  asked: { readonly account: string; readonly relation: Relation },
): Promise<Result<Claim, OpenClaimReason>> {
  const parsed = parseAccount(asked.account)
  if (!parsed.ok) return parsed
  const brand = await ownedBrand(deps, principal, brandId)
  if (!brand.ok) return brand
  const account = parsed.value
  if (await provedByAnother(deps, principal, account)) {
    return refuse(
      'account_taken',
      `${account.url} is proved by another brand. If that is wrong, open a dispute.`,
    )
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
    state: 'open',
    stateReason: null,
    accountState: 'none',
    published: null,
    disputed: false,
    firstVerifiedAt: null,
    lookedAt: null,
    missingSince: null,
    endedOn: null,
    createdAt: at,
    updatedAt: at,
  }
  const values = { account: account.url, relation: asked.relation }
  const decision = { act: 'claim.opened', subject: claim.id, actor: principal.pseudonym, at, values }
  const written = await db.write([
    db.orm.insert(claims).values(claim),
    ...(await leafOf(deps, decision, null)),
  ])
  if (written.written) return ok(claim)
  if (written.violated === 'claims.organisation_id, claims.platform, claims.handle') {
    return refuse('already_claimed', `Your organisation has claimed ${account.url} already.`)
  }
  throw new Error(`Opening a claim failed on ${written.violated}`)
}

async function provedByAnother(
  { db }: Pick<Deps, 'db'>,
  principal: Principal,
  { platform, handle }: Account,
): Promise<boolean> {
  const proved = and(
    eq(claims.platform, platform),
    eq(claims.handle, handle),
    inArray(claims.accountState, ['proved', 'failing']),
    ne(claims.state, 'withdrawn'),
    ne(claims.organisationId, principal.organisationId),
  )
  return (await db.orm.$count(claims, proved)) > 0
}
