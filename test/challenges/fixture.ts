import type { Random } from '#base/random.ts'
import { lookAt, type Look } from '#challenges/look.ts'
import type { Challenge, Finding, MethodName } from '#challenges/method.ts'
import { methods } from '#challenges/methods/index.ts'
import type { World } from '#test/support/world.ts'

const token = 'k5q2m7xr4vd3n6wz2ahs7yb5tcfj3ge4'

export const acme: Challenge = {
  id: 'ch_acme',
  domain: 'acme.com',
  registrableDomain: 'acme.com',
  organisationId: 'org_acme',
  domainId: 'dom_acme',
  token,
  expiresAt: Date.UTC(2026, 0, 31),
  issuerHost: 'registry.example',
}

export const shop: Challenge = { ...acme, id: 'ch_shop', domain: 'shop.acme.com', domainId: 'dom_shop' }

/** A challenge of somebody else for the same domain. */
export const squatter: Challenge = {
  ...acme,
  id: 'ch_squatter',
  organisationId: 'org_squatter',
  domainId: 'dom_squatter',
  token: 'z7zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz',
}

export const clock = { now: () => Date.UTC(2026, 0, 15) }

export const record = `token=${token} org=org_acme`

/** Different bytes at every call, the same in every run. */
export function seededRandom(seed = 1): Random {
  let state = seed
  return {
    bytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        return Math.floor(state / 65_536) % 256
      }),
  }
}

export function lookIn(world: World, method: MethodName, challenge = acme): Promise<Look> {
  return lookAt({ net: world.net, random: seededRandom(), clock }, methods[method], challenge)
}

/** What one look said: `proved`, `refused nxdomain`, `unreachable timeout`. */
export async function said(world: World, method: MethodName, challenge = acme): Promise<string> {
  return inShort((await lookIn(world, method, challenge)).finding)
}

export function inShort(finding: Finding): string {
  return finding.kind === 'proved' ? 'proved' : `${finding.kind} ${finding.reason}`
}

export async function detailOf(world: World, method: MethodName, challenge = acme): Promise<string> {
  const { finding } = await lookIn(world, method, challenge)
  if (finding.kind === 'proved') throw new Error('It was proved, so there is no detail')
  return finding.detail
}
