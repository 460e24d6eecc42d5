import { eq } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { accountProofs, claims, disavowals, domains } from '#db/schema.ts'
import { indexNames } from './index-names.ts'
import { noon, type House, type Owner } from './house.ts'

export type Challenge = {
  readonly method: string
  readonly name?: string
  readonly host?: string
  readonly type?: string
  readonly value?: string
  readonly url?: string
  readonly html?: string
  readonly expires_at: string
}
export type AddedDomain = {
  readonly id: string
  readonly brandId: string
  readonly domain: string
  readonly challenges: readonly Challenge[]
}

/** Enters a brand and gives its id. */
export async function enterBrand(owner: Owner, text: object = { name: 'Acme' }): Promise<string> {
  const { status, body, text: said } = await owner.post('/v1/brands', text)
  if (status !== 201) throw new Error(`The brand was refused: ${said}`)
  return body.id
}

export async function addDomain(owner: Owner, brandId: string, domain: string): Promise<AddedDomain> {
  const { status, body, text } = await owner.post(`/v1/brands/${brandId}/domains`, { domain })
  if (status !== 201) throw new Error(`The domain was refused: ${text}`)
  return { id: body.id, brandId, domain: body.domain, challenges: body.challenges }
}

/** What one method asks to be published. */
export function challengeOf({ challenges }: Pick<AddedDomain, 'challenges'>, method: string): Challenge {
  const found = challenges.find((one) => one.method === method)
  if (found === undefined) throw new Error(`There is no challenge by ${method}`)
  return found
}

/** Publishes by one method and has it looked for; gives the state that follows. */
export async function publishAndCheck(
  house: House,
  owner: Owner,
  added: AddedDomain,
  method = 'dns-txt',
): Promise<string> {
  house.world.publish(challengeOf(added, method))
  const { status, body, text } = await owner.post(`/v1/domains/${added.id}/check`, { method })
  if (status !== 200) throw new Error(`The check was refused: ${text}`)
  return body.state
}

/** An owner's brand with a proved domain, as the public first sees it. */
export async function proveBrand(
  house: House,
  owner: Owner,
  domain = 'acme.com',
  text: object = { name: 'Acme' },
  method = 'dns-txt',
): Promise<AddedDomain> {
  const added = await addDomain(owner, await enterBrand(owner, text), domain)
  const state = await publishAndCheck(house, owner, added, method)
  if (state !== 'proved') throw new Error(`${domain} is ${state}`)
  return added
}

/** Claims an account and gives the claim's id. */
export async function claimAccount(
  owner: Owner,
  brandId: string,
  account: string,
  relation = 'official',
): Promise<string> {
  const { status, body, text } = await owner.post(`/v1/brands/${brandId}/accounts`, { account, relation })
  if (status !== 201) throw new Error(`The claim was refused: ${text}`)
  return body.id
}

/** Stores an account proof, which no method gives yet: the account points back since noon, for 30 days. */
export async function storeAccountProof(
  { deps }: House,
  claimId: string,
  standing: {
    readonly accountState?: 'proved' | 'failing' | 'ended'
    readonly failingSince?: number
    readonly platformId?: string
    /** The proved domain that the account names. */
    readonly domain?: string
  } = {},
): Promise<void> {
  const {
    accountState = 'proved',
    failingSince = null,
    platformId = '783214',
    domain = 'acme.com',
  } = standing
  const { orm } = deps.db
  await write(deps, [
    orm.update(claims).set({ accountState, platformId, firstVerifiedAt: noon }).where(eq(claims.id, claimId)),
    orm.insert(accountProofs).values({
      id: `prf_${claimId.slice(4)}`,
      claimId,
      method: 'profile-link',
      strength: 'web',
      domain,
      registrableDomain: domain,
      checkedAt: noon,
      expiresAt: noon + 30 * day,
      failingSince,
    }),
  ])
  await indexNames(deps.db)
}

/** Freezes a claim, as a moderator will. */
export async function suspendClaim({ deps }: House, claimId: string): Promise<void> {
  const frozen = { state: 'suspended', stateReason: 'moderator' } as const
  await write(deps, [deps.db.orm.update(claims).set(frozen).where(eq(claims.id, claimId))])
}

/** Freezes a domain, as a moderator will. */
export async function suspendDomain({ deps }: House, id: string): Promise<void> {
  await write(deps, [deps.db.orm.update(domains).set({ state: 'suspended' }).where(eq(domains.id, id))])
}

/** Has a dispute decide that an account is not the brand's, as a moderator will. */
export async function storeDisputeDecision(
  { deps }: House,
  brandId: string,
  account: { readonly platform: string; readonly handle: string },
): Promise<void> {
  const decided = { brandId, ...account, decidedBy: 'dispute', createdAt: noon } as const
  await write(deps, [deps.db.orm.insert(disavowals).values(decided)])
}

/** A brand's list of so many accounts on X that are not its own: `impostor0`, `impostor1` … */
export async function storeDisavowals({ deps }: House, brandId: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => {
    return {
      brandId,
      platform: 'x',
      handle: `impostor${index}`,
      decidedBy: 'brand',
      createdAt: noon,
    } as const
  })
  await write(deps, [deps.db.orm.insert(disavowals).values(rows)])
}

async function write({ db }: House['deps'], statements: Parameters<typeof db.write>[0]): Promise<void> {
  const written = await db.write(statements)
  if (!written.written) throw new Error(`The test's own rows violate ${written.violated}`)
}
