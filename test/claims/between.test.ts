import { describe, expect, test } from 'vitest'
import type { Principal } from '#auth/authenticate.ts'
import type { Deps } from '#base/deps.ts'
import { disavowAccount } from '#claims/disavow-account.ts'
import { freezeBrand } from '#claims/freeze-brand.ts'
import { openClaim } from '#claims/open-claim.ts'
import { setAbsences } from '#claims/set-absences.ts'
import { withdrawDisavowal } from '#claims/withdraw-disavowal.ts'
import { openHouse } from '#test/support/house.ts'
import { enterBrand } from '#test/support/registered.ts'
import { leavesOf } from '#test/support/stored.ts'

const account = 'https://www.tiktok.com/@acme'

/** A brand, and seams under which `first` is done when all has been read and before anything is written. */
async function scene() {
  const house = await openHouse()
  const owner = await house.owner()
  const brandId = await enterBrand(owner)
  const { deps } = house
  const { organisationId } = owner
  const principal: Principal = {
    organisationId,
    pseudonym: 'act_test',
    keyId: 'key_test',
    membershipId: null,
    role: null,
    scopes: ['read', 'write'],
    expiresAt: null,
  }
  const before = (first: () => Promise<unknown>): Deps => {
    let isDone = false
    const write: Deps['db']['write'] = async (statements) => {
      if (!isDone) {
        isDone = true
        await first()
      }
      return await deps.db.write(statements)
    }
    return { ...deps, db: { ...deps.db, write } }
  }
  const verbs = {
    claim: async (seams: Deps) =>
      await openClaim(seams, principal, brandId, { account, relation: 'official' }),
    disavow: async (seams: Deps) => await disavowAccount(seams, principal, brandId, account),
    takeBack: async (seams: Deps) => await withdrawDisavowal(seams, principal, brandId, account),
    setAbsent: async (seams: Deps) => await setAbsences(seams, principal, brandId, ['tiktok']),
    setPresent: async (seams: Deps) => await setAbsences(seams, principal, brandId, []),
    freeze: async (seams: Deps) => await freezeBrand(seams, principal, brandId),
  }
  return { house, deps, before, verbs }
}

type Verb = keyof Awaited<ReturnType<typeof scene>>['verbs']

/** What stood, what came between, what was asked, and why it is refused. */
const situations: readonly (readonly [readonly Verb[], Verb, Verb, string])[] = [
  [[], 'claim', 'disavow', 'account_claimed'],
  [[], 'disavow', 'claim', 'account_disavowed'],
  [[], 'claim', 'setAbsent', 'platform_claimed'],
  [[], 'setAbsent', 'claim', 'platform_absent'],
  [[], 'disavow', 'disavow', 'already_disavowed'],
  [['disavow'], 'takeBack', 'takeBack', 'disavowal_unknown'],
  [['disavow'], 'freeze', 'takeBack', 'brand_frozen'],
  [['setAbsent'], 'freeze', 'setPresent', 'brand_frozen'],
]

describe('what was decided between the reading and the writing is seen', () => {
  test.each(situations)('%s, then %s before %s: %s', async (stood, between, asked, reason) => {
    const { house, deps, before, verbs } = await scene()
    for (const verb of stood) expect(await verbs[verb](deps)).toMatchObject({ ok: true })
    const logged = (await leavesOf(house)).length
    const seams = before(async () => expect(await verbs[between](deps)).toMatchObject({ ok: true }))
    expect(await verbs[asked](seams)).toMatchObject({ ok: false, refusal: { reason } })
    expect(await leavesOf(house)).toHaveLength(logged + 1)
  })

  test('what stands in no way is only written later', async () => {
    const { house, deps, before, verbs } = await scene()
    const logged = (await leavesOf(house)).length
    const seams = before(async () => expect(await verbs.freeze(deps)).toMatchObject({ ok: true }))
    expect(await verbs.disavow(seams)).toMatchObject({ ok: true })
    expect((await leavesOf(house)).slice(logged).map(({ said }) => said.act)).toEqual([
      'brand.frozen',
      'account.disavowed',
    ])
  })
})
