import { and, eq, isNull, ne, notExists, or } from 'drizzle-orm'
import { parseAccount, type AccountReason } from '#accounts/parse-account.ts'
import type { Account } from '#accounts/platform.ts'
import { isIdForm } from '#accounts/platforms/index.ts'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import { ownedBrand, type BrandUnknown } from '#brands/owned.ts'
import { brands, claims, disavowals } from '#db/schema.ts'
import { headOf, leafOf, raced } from '#log/leaf.ts'
import { disavowalsOf, type Disavowal } from './disavowal.ts'

export type DisavowAccountReason =
  | AccountReason
  | BrandUnknown
  | 'account_claimed'
  | 'already_disavowed'
  | 'too_many_disavowals'

const disavowalsMax = 500

/** Publishes that an account is not the brand's, or changes nothing. A hacked brand's freeze does not hinder it. */
export async function disavowAccount(
  deps: Pick<Deps, 'db' | 'clock' | 'random'>,
  principal: Principal,
  brandId: string,
  text: string,
): Promise<Result<Disavowal, DisavowAccountReason>> {
  const parsed = parseAccount(text)
  if (!parsed.ok) return parsed
  const { platform, handle, url } = parsed.value
  const { db, clock } = deps
  const claimed = db.orm
    .select({ id: claims.id })
    .from(claims)
    .where(covering(principal.organisationId, parsed.value))
    .limit(1)
  for (;;) {
    // Everything about a brand has its leaf, so what is read behind the head holds when the batch is written.
    const head = await headOf(db, brandId)
    const owned = await ownedBrand(deps, principal, brandId)
    if (!owned.ok) return owned
    const before = await disavowalsOf(deps, brandId)
    if (before.some((one) => one.platform === platform && one.handle === handle)) {
      return refuse('already_disavowed', `${url} is on this brand's list already.`)
    }
    const [claim] = await claimed
    if (claim !== undefined) {
      return refuse(
        'account_claimed',
        `Your organisation claims ${url} as its own. Withdraw that claim first.`,
      )
    }
    if (before.length >= disavowalsMax) {
      return refuse(
        'too_many_disavowals',
        `A brand may list ${disavowalsMax} accounts that are not its own. Take one off the list first.`,
      )
    }
    const at = clock.now()
    const disavowal: Disavowal = { brandId, platform, handle, decidedBy: 'brand', createdAt: at }
    const decision = {
      act: 'account.disavowed',
      subject: brandId,
      actor: principal.pseudonym,
      at,
      values: { account: url },
    }
    const written = await db.write([
      db.orm.insert(disavowals).values(disavowal),
      // A claim's leaf is about the claim, so that one came first only this row can tell.
      db.orm
        .update(brands)
        .set({ updatedAt: at })
        .where(and(eq(brands.id, brandId), isNull(brands.deletedAt), notExists(claimed))),
      ...(await leafOf(deps, decision, head)),
    ])
    if (written.written) return ok(disavowal)
    const isTwin = written.violated === 'disavowals.brand_id, disavowals.platform, disavowals.handle'
    if (!raced(written.violated) && !isTwin) {
      throw new Error(`Disavowing an account failed on ${written.violated}`)
    }
  }
}

/** The organisation's own claims to an account, by its handle or, where an id was pasted, by that. */
function covering(organisationId: string, account: Account) {
  const { platform, handle } = account
  return and(
    eq(claims.organisationId, organisationId),
    eq(claims.platform, platform),
    isIdForm(account)
      ? or(eq(claims.handle, handle), eq(claims.platformId, handle))
      : eq(claims.handle, handle),
    ne(claims.state, 'withdrawn'),
  )
}
