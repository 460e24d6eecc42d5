import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, hour, minute } from '#base/clock.ts'
import type { ClaimFile } from '#claims/claim-file.ts'
import { expireClaim, settleClaim } from '#claims/settle-claim.ts'
import type { AccountFinding } from '#proofs/finding.ts'
import {
  accountGone,
  declared,
  ends,
  grace,
  lifetime,
  linkGone,
  look,
  posted,
  proved,
  seen,
  start,
  unreachable,
} from './fixture.ts'

const settle = (file: ClaimFile, finding: AccountFinding, now = start) =>
  settleClaim(file, seen([look(finding)]), now)
const verified = settle(declared, proved())
const stateOf = ({ claim }: ClaimFile) => [claim.state, claim.stateReason, claim.accountState]

describe('a claim', () => {
  test('is proved by a look that found the account agreeing, and bound to the id that was seen', () => {
    expect(stateOf(verified)).toEqual(['open', null, 'proved'])
    expect(verified.claim).toMatchObject({ platformId: '783214', firstVerifiedAt: start, lookedAt: start })
    expect(ends(verified)).toEqual([start + lifetime])
  })

  test('gets no account state from any refusal or outage while nothing ever stood', () => {
    for (const finding of [linkGone, accountGone, unreachable]) {
      const after = settle(declared, finding)
      expect(stateOf(after)).toEqual(['open', null, 'none'])
      expect(after.claim.platformId).toBeNull()
      expect(after.claim.missingSince).toBeNull()
    }
  })

  test('whose link is gone is in grace from the first refusal, and a later refusal does not lengthen it', () => {
    const failing = settle(verified, linkGone, start + day)
    expect(stateOf(failing)).toEqual(['open', null, 'failing'])
    const again = settle(failing, linkGone, start + 3 * day)
    expect(again.proofs[0]?.failingSince).toBe(start + day)
    expect(stateOf(expireClaim(again, start + day + grace - 1))).toEqual(['open', null, 'failing'])
    expect(stateOf(expireClaim(again, start + day + grace))).toEqual(['open', null, 'ended'])
  })

  test('recovers within grace, and starts its lifetime anew', () => {
    const again = settle(settle(verified, linkGone, start + day), proved(), start + 2 * day)
    expect(stateOf(again)).toEqual(['open', null, 'proved'])
    expect(ends(again)).toEqual([start + 2 * day + lifetime])
  })

  test('ends on its date when only outages follow, and not a millisecond sooner', () => {
    let file = verified
    for (let now = start + day; now < start + lifetime; now += day) {
      file = settle(file, unreachable, now)
      expect(stateOf(file)).toEqual(['open', null, 'proved'])
    }
    expect(stateOf(expireClaim(file, start + lifetime - 1))).toEqual(['open', null, 'proved'])
    expect(stateOf(expireClaim(file, start + lifetime))).toEqual(['open', null, 'ended'])
  })

  test('that learnt nothing is looked at again in two hours, and one that did in a day', () => {
    const silent = settle(verified, unreachable, start + day).claim.lookedAt ?? 0
    expect(silent + day).toBe(start + day + 2 * hour)
    expect(settle(verified, proved(), start + day).claim.lookedAt).toBe(start + day)
  })
})

describe('the same handle with another id', () => {
  const squatter = { handle: 'acme', platformId: '999' }

  test('suspends at once, even when that account points to the domain', () => {
    const after = settle(verified, proved(squatter), start + day)
    expect(stateOf(after)).toEqual(['suspended', 'handle_reassigned', 'ended'])
    expect(after.claim.platformId).toBe('783214')
  })

  test('suspends at once when it was refused', () => {
    const refused: AccountFinding = {
      kind: 'refused',
      reason: 'handle_reassigned',
      detail: '',
      seen: null,
      missing: false,
    }
    expect(stateOf(settle(verified, refused, start + day))).toEqual([
      'suspended',
      'handle_reassigned',
      'ended',
    ])
  })

  test('is never trusted again by the schedule, nor by hand with the new id; with the bound id it is, by hand', () => {
    const suspended = settle(verified, proved(squatter), start + day)
    const now = start + 2 * day
    expect(settleClaim(suspended, seen([look(proved())]), now)).toEqual(suspended)
    expect(settleClaim(suspended, seen([look(proved(squatter))], { isManual: true }), now)).toEqual(suspended)
    const back = settleClaim(suspended, seen([look(proved())], { isManual: true }), now)
    expect(stateOf(back)).toEqual(['open', null, 'proved'])
  })

  test('frozen by a moderator stays so whatever its owner has looked at', () => {
    const frozen: ClaimFile = {
      ...verified,
      claim: { ...verified.claim, state: 'suspended', stateReason: 'moderator' },
    }
    expect(stateOf(settleClaim(frozen, seen([look(proved())], { isManual: true }), start + day))).toEqual([
      'suspended',
      'moderator',
      'proved',
    ])
  })
})

describe('a renamed account', () => {
  const renamed = { handle: 'acme-tools', platformId: '783214' }

  test('is followed by its id, and keeps its history', () => {
    const after = settle(verified, proved(renamed), start + day)
    expect(after.claim).toMatchObject({ handle: 'acme-tools', firstVerifiedAt: start, state: 'open' })
  })

  test('is followed also when it no longer points here', () => {
    const refused: AccountFinding = {
      kind: 'refused',
      reason: 'no_link',
      detail: '',
      seen: renamed,
      missing: false,
    }
    const after = settle(verified, refused, start + day)
    expect(after.claim).toMatchObject({ handle: 'acme-tools', accountState: 'failing' })
  })

  test('without an id is another account to us: only its first proof names it', () => {
    const byPost = settleClaim(declared, seen([look(posted(start), 'post')]), start)
    expect(byPost.claim).toMatchObject({ platformId: null, handle: 'acme' })
  })
})

describe('an account that is gone', () => {
  test('has no grace: a second look an hour later suspends it, one sooner does not', () => {
    const first = settle(verified, accountGone, start + day)
    expect(first.claim).toMatchObject({ missingSince: start + day, state: 'open', accountState: 'failing' })
    expect(settle(first, accountGone, start + day + 59 * minute).claim.state).toBe('open')
    expect(stateOf(settle(first, accountGone, start + day + hour))).toEqual([
      'suspended',
      'account_gone',
      'ended',
    ])
  })

  test('and seen again in between is no longer missing', () => {
    const back = settle(settle(verified, accountGone, start + day), linkGone, start + day + hour)
    expect(back.claim).toMatchObject({ missingSince: null, state: 'open' })
  })

  test('stays missing through an outage, which confirms nothing', () => {
    const first = settle(verified, accountGone, start + day)
    const silent = settle(first, unreachable, start + day + 2 * hour)
    expect(silent.claim).toMatchObject({ missingSince: start + day, state: 'open' })
  })
})

describe('a post', () => {
  const url = 'https://x.com/acme/status/1'
  const anothers: AccountFinding = {
    kind: 'refused',
    reason: 'post_of_another',
    detail: '',
    seen: { handle: 'reseller', platformId: '999' },
    missing: true,
  }
  const byPost = settleClaim(declared, seen([look(posted(start - day), 'post', url)]), start)

  test('holds for 90 days from its date, looked at or not', () => {
    let file = byPost
    for (let now = start + 20 * day; now < start + 88 * day; now += 20 * day) {
      file = settleClaim(file, seen([look(posted(start - day), 'post', url)]), now)
      expect(ends(file)).toEqual([Math.min(now + lifetime, start - day + 90 * day)])
    }
    expect(stateOf(expireClaim(file, start + 89 * day))).toEqual(['open', null, 'ended'])
    const after = settleClaim(file, seen([look(posted(start - day), 'post', url)]), start + 90 * day)
    expect(stateOf(after)).toEqual(['open', null, 'ended'])
  })

  test('whose platform tells no date counts from its code', () => {
    const file = settleClaim(declared, seen([look(posted(null), 'post', url)]), start + 10 * day)
    expect(file.proofs[0]?.endsAt).toBe(start + 90 * day)
  })

  test('of another author at two looks suspends the claim', () => {
    const first = settleClaim(byPost, seen([look(anothers, 'post', url)]), start + day)
    expect(first.claim).toMatchObject({ state: 'open', missingSince: start + day })
    const second = settleClaim(first, seen([look(anothers, 'post', url)]), start + day + hour)
    expect(stateOf(second)).toEqual(['suspended', 'author_changed', 'ended'])
  })

  test('that was put back revives nothing: only a code newer than the suspension does', () => {
    const gone = settleClaim(byPost, seen([look(anothers, 'post', url)]), start + day)
    const twice = settleClaim(gone, seen([look(anothers, 'post', url)]), start + 2 * day)
    const suspended = { ...twice, claim: { ...twice.claim, updatedAt: start + 2 * day } }
    const back = look(posted(start), 'post', url)
    const now = start + 3 * day
    expect(settleClaim(suspended, seen([back], { isManual: true }), now)).toEqual(suspended)
    const codes = back.codes.map((code) => ({ ...code, issuedAt: start + 2.5 * day }))
    const fresh = { ...back, codes }
    expect(stateOf(settleClaim(suspended, seen([fresh], { isManual: true }), now))).toEqual([
      'open',
      null,
      'proved',
    ])
  })

  test('named by mistake does not harm the one that stands', () => {
    const other = look(anothers, 'post', 'https://x.com/reseller/status/2')
    expect(settleClaim(byPost, seen([other], { isManual: true }), start + day)).toEqual(byPost)
  })
})

test('one method that fails beside one that holds leaves the account proved', () => {
  const both = settleClaim(
    verified,
    seen([look(posted(start), 'post', 'https://x.com/acme/status/1')]),
    start,
  )
  const after = settle(both, linkGone, start + day)
  expect(stateOf(after)).toEqual(['open', null, 'proved'])
})

test('refusals of a platform that turned suspect are taken back, older ones are not', () => {
  const failing = settle(verified, linkGone, start + day)
  const later = start + 2 * day
  const forgiven = settleClaim(failing, seen([look(unreachable)], { forgiveSince: start + day }), later)
  expect(stateOf(forgiven)).toEqual(['open', null, 'proved'])
  const kept = settleClaim(failing, seen([look(unreachable)], { forgiveSince: start + day + 1 }), later)
  expect(stateOf(kept)).toEqual(['open', null, 'failing'])
})

describe('whatever happens', () => {
  const findings = [proved(), linkGone, accountGone, unreachable, proved({ handle: 'acme', platformId: '9' })]
  const history = fc.array(
    fc.record({
      finding: fc.constantFrom(...findings),
      after: fc.integer({ min: 0, max: 12 * day }),
      isManual: fc.boolean(),
    }),
    { maxLength: 30 },
  )

  test('an account is proved only within 30 days of a look that found it agreeing', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let now = start
        let file = declared
        let agreed = -Infinity
        for (const { finding, after, isManual } of steps) {
          now += after
          file = settleClaim(file, seen([look(finding)], { isManual }), now)
          if (finding.kind === 'proved') agreed = now
          if (file.claim.accountState === 'proved') expect(now - agreed).toBeLessThan(lifetime)
          if (file.claim.state === 'suspended') expect(['none', 'ended']).toContain(file.claim.accountState)
        }
      }),
    )
  })

  test('outages alone never change a state before expiry', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 * day }), { maxLength: 12 }), (waits) => {
        let now = start
        let file = verified
        for (const wait of waits) {
          now += wait
          file = settleClaim(file, seen([look(unreachable)]), now)
          expect(file.claim.accountState).toBe(now < start + lifetime ? 'proved' : 'ended')
        }
      }),
    )
  })

  test('an id once bound is never exchanged for another', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let now = start
        let file = verified
        for (const { finding, after, isManual } of steps) {
          now += after
          file = settleClaim(file, seen([look(finding)], { isManual }), now)
          expect(file.claim.platformId).toBe('783214')
        }
      }),
    )
  })
})
