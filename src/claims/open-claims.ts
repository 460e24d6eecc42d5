import { and, eq, ne } from 'drizzle-orm'
import type { Account } from '#accounts/platform.ts'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { countries } from '#base/countries.ts'
import { readLanguageTag } from '#base/language-tag.ts'
import { ok, refuse, type Refusal, type Result } from '#base/result.ts'
import { ownedBrand, type BrandUnknown } from '#brands/owned.ts'
import { claims, relations } from '#db/schema.ts'
import type { Entry, EntryReason } from '#listings/entry.ts'
import type { ClaimText, Relation } from './claim.ts'
import { mayClaim, openClaim, type OpenClaimReason } from './open-claim.ts'

export type Wanted = {
  readonly account: Result<Account, EntryReason>
  readonly relation: Result<Relation, 'invalid_request'>
} & Partial<Pick<ClaimText, 'country' | 'language'>>

export type Opened = {
  /** Null where none was understood. */
  readonly account: Account | null
  readonly claimId: string | null
  /** `claimable` is what a trial says of what would be claimed. */
  readonly outcome: 'claimed' | 'claimable' | 'already_claimed' | 'refused'
  /** Why it was refused. */
  readonly problem: Refusal<OpenClaimReason | EntryReason> | null
}

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/**
 * Claims one account after another, each for itself: what one is refused changes nothing of the others. A trial only
 * says what would become of them.
 */
export async function openClaims(
  deps: Seams,
  principal: Principal,
  brandId: string,
  wanted: readonly Wanted[],
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<Result<readonly Opened[], BrandUnknown>> {
  const brand = await ownedBrand(deps, principal, brandId)
  if (!brand.ok) return brand
  const opened: Opened[] = []
  for (const { account, relation, country = null, language = null } of wanted) {
    if (!account.ok) opened.push(refusedAs(null, account.refusal))
    else if (!relation.ok) opened.push(refusedAs(account.value, relation.refusal))
    else {
      const asked = { account: account.value, relation: relation.value, country, language }
      const isTwice = opened.some(
        ({ outcome, ...one }) => outcome === 'claimable' && one.account?.url === account.value.url,
      )
      opened.push(
        isTrial
          ? await tried(deps, principal, brandId, asked, isTwice)
          : await open(deps, principal, brandId, asked),
      )
    }
  }
  return ok(opened)
}

type Understood = ClaimText & { readonly account: Account }

async function open(deps: Seams, principal: Principal, brandId: string, asked: Understood): Promise<Opened> {
  const { account } = asked
  const claimed = await openClaim(deps, principal, brandId, { ...asked, account: account.url })
  if (claimed.ok) return { account, claimId: claimed.value.id, outcome: 'claimed', problem: null }
  if (claimed.refusal.reason !== 'already_claimed') return refusedAs(account, claimed.refusal)
  return {
    account,
    claimId: await ownClaimOf(deps, principal, account),
    outcome: 'already_claimed',
    problem: null,
  }
}

async function tried(
  deps: Seams,
  principal: Principal,
  brandId: string,
  { account, relation }: Understood,
  isTwice: boolean,
): Promise<Opened> {
  const may = await mayClaim(deps, principal, brandId, { account, relation })
  if (!may.ok) return refusedAs(account, may.refusal)
  const claimId = await ownClaimOf(deps, principal, account)
  const outcome = claimId !== null || isTwice ? 'already_claimed' : 'claimable'
  return { account, claimId, outcome, problem: null }
}

function refusedAs(account: Account | null, problem: Refusal<OpenClaimReason | EntryReason>): Opened {
  return { account, claimId: null, outcome: 'refused', problem }
}

/** The organisation's standing claim on an account, under whichever of its brands. */
async function ownClaimOf(
  { db }: Pick<Deps, 'db'>,
  { organisationId }: Principal,
  { platform, handle }: Account,
): Promise<string | null> {
  const own = and(
    eq(claims.organisationId, organisationId),
    eq(claims.platform, platform),
    eq(claims.handle, handle),
    ne(claims.state, 'withdrawn'),
  )
  const [claim] = await db.orm.select({ id: claims.id }).from(claims).where(own)
  return claim?.id ?? null
}

type Named = Pick<Entry, 'account' | 'relation' | 'country' | 'language'>

function unknownOf(written: string, what: string) {
  return refuse('invalid_request', `“${written.slice(0, 40)}” is no ${what}`)
}

/** A list's entry as a claim: without a relation it is the official account. */
export function wantedOf({ account, relation, country, language }: Named): Wanted {
  if (country !== null && !countries.has(country)) {
    return {
      account,
      relation: unknownOf(country, 'country of ISO 3166-1. Two letters are expected, like ES.'),
    }
  }
  const tag = language === null ? null : readLanguageTag(language)
  if (language !== null && tag === null) {
    return {
      account,
      relation: unknownOf(language, 'language of BCP 47. A tag is expected, like es or pt-BR.'),
    }
  }
  const known = relations.find((one) => one === (relation ?? 'official'))
  if (known === undefined) {
    return { account, relation: unknownOf(relation ?? '', `relation. Known are: ${relations.join(', ')}.`) }
  }
  return { account, relation: ok(known), country, language: tag }
}
