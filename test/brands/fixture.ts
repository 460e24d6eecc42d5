import { day } from '#base/clock.ts'
import { contest, noProof, settle, type Domain, type SeenProof } from '#brands/domain.ts'
import type { Finding } from '#challenges/method.ts'

/** Every state there is; the type says when one is missing or too many. */
export const domainStates = Object.keys({
  pending: 0,
  proved: 0,
  failing: 0,
  lapsed: 0,
  held: 0,
  contested: 0,
  released: 0,
  revoked: 0,
  suspended: 0,
} satisfies Record<Domain['state'], 0>) as readonly Domain['state'][]

export const start = Date.UTC(2026, 2, 1)
export const lifetime = 10 * day
export const grace = 7 * day

export const proved: Finding = {
  kind: 'proved',
}
export const refused: Finding = { kind: 'refused', reason: 'nxdomain', detail: '' }
export const unreachable: Finding = { kind: 'unreachable', reason: 'servfail', detail: '' }

export const pending: Domain = {
  id: 'dom_a',
  organisationId: 'org_a',
  brandId: 'br_a',
  name: 'acme.com',
  registrableDomain: 'acme.com',
  ...noProof,
  state: 'pending',
  stateReason: null,
  readyAt: null,
  tryAt: null,
  createdAt: start - day,
  updatedAt: start - day,
}

export const seenBy = { agreeing: 3, perspectives: 3, resolvers: 3, networks: 1 }

export const look = (
  finding: Finding,
  method: SeenProof['method'] = 'dns-txt',
  challengeId = 'ch_a',
): SeenProof => {
  return { method, challengeId, finding, issuedAt: start - day, seenBy }
}

/** A domain in any state, its proof made at `start` where the state has or had one. */
export function inState(state: Domain['state']): Domain {
  if (state === 'pending') return pending
  const once = settle(pending, [look(proved)], start)
  if (state === 'failing') return settle(once, [look(refused)], start)
  if (state === 'contested') return contest(once, start)
  return { ...once, state }
}
