import { describe, expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import { claimVerdict, domainVerdict, type AccountVerdict, type DomainVerdict } from '#registry/verdict.ts'

const now = Date.UTC(2026, 2, 1)
type Domain = Parameters<typeof domainVerdict>[0]
type Claim = Parameters<typeof claimVerdict>[0]
type Proof = Exclude<Parameters<typeof claimVerdict>[2], null>

const standing: Domain = { state: 'proved', expiresAt: now + day, failingSince: null, publicFrom: now - day }

describe('a domain', () => {
  type Row = readonly [facts: Partial<Domain>, verdict: DomainVerdict, when: string]
  const table: readonly Row[] = [
    [{}, 'controlled', 'proved and current'],
    [{ expiresAt: now + 1 }, 'controlled', 'in its proof’s last moment'],
    [{ expiresAt: now }, 'lapsed', 'at its proof’s end, before any job has said so'],
    [{ expiresAt: null }, 'lapsed', 'proved without an end, which must not last for ever'],
    [{ publicFrom: null }, 'unregistered', 'maturing'],
    [{ publicFrom: now + 1 }, 'unregistered', 'public from the next moment on'],
    [{ publicFrom: now }, 'controlled', 'public from this moment on'],
    [{ state: 'failing', failingSince: now }, 'at_risk', 'failing'],
    [{ state: 'failing', failingSince: now - 7 * day + 1 }, 'at_risk', 'in the last moment of its grace'],
    [{ state: 'failing', failingSince: now - 7 * day }, 'lapsed', 'at the end of its grace'],
    [{ state: 'failing', failingSince: now, expiresAt: now }, 'lapsed', 'failing at its proof’s end'],
    [{ state: 'failing', failingSince: now, publicFrom: null }, 'unregistered', 'failing while it matures'],
    [{ state: 'lapsed' }, 'lapsed', 'lapsed'],
    [{ state: 'lapsed', publicFrom: null }, 'unregistered', 'lapsed and never public'],
    [{ state: 'revoked' }, 'lapsed', 'revoked'],
    [{ state: 'suspended' }, 'suspended', 'suspended'],
    [{ state: 'suspended', expiresAt: now - day }, 'suspended', 'suspended, whatever its proof'],
    [{ state: 'pending' }, 'unregistered', 'pending'],
    [{ state: 'held' }, 'unregistered', 'held'],
    [{ state: 'contested' }, 'unregistered', 'contested'],
    [{ state: 'released' }, 'unregistered', 'released'],
  ]
  test.each(table.map(([facts, verdict, when]) => [when, verdict, facts] as const))(
    '%s is %s',
    (_, verdict, facts) => {
      expect(domainVerdict({ ...standing, ...facts }, now)).toBe(verdict)
    },
  )
})

describe('an account', () => {
  const proof: Proof = { expiresAt: now + day, failingSince: null }
  const accounts = {
    none: { accountState: 'none', proof: null },
    current: { accountState: 'proved', proof },
    failing: { accountState: 'failing', proof: { ...proof, failingSince: now } },
    'out of grace': { accountState: 'failing', proof: { ...proof, failingSince: now - 7 * day } },
    expired: { accountState: 'proved', proof: { ...proof, expiresAt: now } },
    ended: { accountState: 'ended', proof: null },
    'proved without a proof': { accountState: 'proved', proof: null },
  } as const satisfies Record<string, { accountState: Claim['accountState']; proof: Proof | null }>
  type Standing = keyof typeof accounts

  const verdict = (
    ever: boolean,
    domain: DomainVerdict,
    account: Standing,
    state: Claim['state'] = 'open',
  ) => {
    const { accountState, proof: own } = accounts[account]
    return claimVerdict({ state, accountState, firstVerifiedAt: ever ? now - day : null }, domain, own, now)
  }

  // DESIGN's table, said by what each end of the claim is, for a claim that was verified before.
  type Row = readonly [domain: DomainVerdict, byAccount: Readonly<Record<Standing, AccountVerdict>>]
  const all = (one: AccountVerdict): Record<Standing, AccountVerdict> => {
    return {
      none: one,
      current: one,
      failing: one,
      'out of grace': one,
      expired: one,
      ended: one,
      'proved without a proof': one,
    }
  }
  const verifiedBefore: readonly Row[] = [
    ['controlled', { ...all('lapsed'), current: 'verified', failing: 'at_risk' }],
    ['at_risk', { ...all('lapsed'), current: 'at_risk', failing: 'at_risk' }],
    ['lapsed', all('lapsed')],
    ['unregistered', all('lapsed')],
    ['suspended', all('suspended')],
  ]
  // And for one that never was: only a domain that stands alone declares.
  const neverVerified: readonly Row[] = [
    ['controlled', { ...all('unregistered'), none: 'declared', current: 'verified' }],
    ['at_risk', { ...all('unregistered'), none: 'declared' }],
    ['lapsed', all('unregistered')],
    ['unregistered', all('unregistered')],
    ['suspended', all('unregistered')],
  ]
  const cases = [verifiedBefore, neverVerified].flatMap((table, index) =>
    table.flatMap(([domain, byAccount]) =>
      (Object.keys(accounts) as Standing[]).map((account) => {
        return [
          domain,
          account,
          index === 0 ? 'once verified' : 'never verified',
          byAccount[account],
        ] as const
      }),
    ),
  )
  test.each(cases)('of a %s domain, its own proof %s, %s: %s', (domain, account, ever, expected) => {
    expect(verdict(ever === 'once verified', domain, account)).toBe(expected)
  })

  const everything = cases.map(
    ([domain, account, ever]) => [domain, account, ever === 'once verified'] as const,
  )
  test('that is frozen is suspended before all else', () => {
    for (const [domain, account, ever] of everything) {
      expect(verdict(ever, domain, account, 'suspended')).toBe('suspended')
    }
  })
  test('that was withdrawn or is held is as good as not claimed', () => {
    for (const [domain, account, ever] of everything) {
      for (const state of ['withdrawn', 'held'] as const)
        expect(verdict(ever, domain, account, state)).toBe('unregistered')
    }
  })
  test('is never verified unless both ends stand', () => {
    for (const [domain, account, ever] of everything) {
      const both = domain === 'controlled' && account === 'current'
      expect(verdict(ever, domain, account) === 'verified').toBe(both)
    }
  })
})
