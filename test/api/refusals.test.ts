import { describe, expect, test } from 'vitest'
import { second } from '#base/clock.ts'
import { createKey } from '#auth/create-key.ts'
import { organisations } from '#db/schema.ts'
import { problems, type Reason } from '#problems.ts'
import { openHouse, publicUrl, type House, type Owner } from '#test/support/house.ts'
import {
  addDomain,
  claimAccount,
  enterBrand,
  proveBrand,
  storeAccountProof,
  storeDisavowals,
  storeDisputeDecision,
  suspendClaim,
  suspendDomain,
} from '#test/support/registered.ts'
import { signIn } from '#test/support/sign-in.ts'
import { memberRefusals, type Refusal } from './member-refusals.ts'
import { nameRefusals } from './name-refusals.ts'
import { recoveryRefusals } from '#test/recoveries/refused.ts'

/** Nobody can be refused so over HTTP today: only a race, the command line or a hint brings them up. */
type Unseen =
  | 'brand_has_accounts'
  | 'brand_has_domains'
  | 'last_owner'
  | 'organisation_unknown'
  | 'owner_with_end'
  | 'platform_mismatch'

const json = (body: string, type = 'application/json') => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
})
const account = (text: string) => async (_: House, owner: Owner) =>
  await owner.post(`/v1/brands/${await enterBrand(owner)}/accounts`, { account: text })
const look = (text: string) => async (house: House) =>
  await house.ask(`/v1/lookup?q=${encodeURIComponent(text)}`)

/** Each reason that a user can see, and its words: changed here or nowhere. */
const refusals: Readonly<Record<Exclude<Reason, Unseen>, Refusal>> = {
  ...recoveryRefusals,
  account_claimed: {
    words: 'Your organisation claims https://x.com/acme as its own. Withdraw that claim first.',
    async ask(_, owner) {
      const brand = await enterBrand(owner)
      await claimAccount(owner, brand, 'https://x.com/acme')
      return await owner.post(`/v1/brands/${brand}/not-ours`, { account: 'https://x.com/acme' })
    },
  },
  account_disavowed: {
    words: 'This brand says that https://x.com/acme is not its account. Take that back first.',
    async ask(_, owner) {
      const brand = await enterBrand(owner)
      await owner.post(`/v1/brands/${brand}/not-ours`, { account: 'https://x.com/acme' })
      return await owner.post(`/v1/brands/${brand}/accounts`, { account: 'https://x.com/acme' })
    },
  },
  account_not_understood: {
    words: '“Acme” is a name, not an account. Paste the profile’s link, such as https://x.com/acme.',
    ask: account('Acme'),
  },
  account_taken: {
    words: 'https://x.com/acme is proved by another brand. If that is wrong, open a dispute.',
    async ask(house, owner) {
      const other = await house.owner('Other Ltd')
      const { brandId } = await proveBrand(house, other)
      await storeAccountProof(house, await claimAccount(other, brandId, 'https://x.com/acme'))
      return await account('https://twitter.com/Acme')(house, owner)
    },
  },
  already_claimed: {
    words: 'Your organisation has claimed https://x.com/acme already.',
    async ask(_, owner) {
      const brand = await enterBrand(owner)
      await claimAccount(owner, brand, 'https://x.com/acme')
      return await owner.post(`/v1/brands/${brand}/accounts`, { account: 'https://twitter.com/Acme' })
    },
  },
  already_disavowed: {
    words: "https://x.com/acme is on this brand's list already.",
    async ask(_, owner) {
      const brand = await enterBrand(owner)
      await owner.post(`/v1/brands/${brand}/not-ours`, { account: 'https://x.com/acme' })
      return await owner.post(`/v1/brands/${brand}/not-ours`, { account: '  twitter.com/ACME ' })
    },
  },
  badge_unknown: {
    words: 'No brand has this address with a standing proof. A badge exists from the first proved domain.',
    ask: async (house) => await house.ask('/badges/acme.com.jwt'),
  },
  body_too_large: {
    words: 'A body may hold 65536 bytes here.',
    ask: async (house) => await house.ask('/v1/badges/verify', json(' '.repeat(65_537))),
  },
  brand_frozen: {
    words: 'All accounts of this brand are frozen; until that is lifted none is added.',
    async ask(_, owner) {
      const brand = await enterBrand(owner)
      await owner.post(`/v1/brands/${brand}/freeze`)
      return await owner.post(`/v1/brands/${brand}/accounts`, { account: 'https://x.com/acme' })
    },
  },
  brand_unknown: {
    words: 'You have no brand br_22222222222222222222.',
    ask: async (_, owner) => await owner.patch('/v1/brands/br_22222222222222222222', { name: 'Acme' }),
  },
  checked_too_soon: {
    words: 'acme.com was looked at a moment ago. Ask again in 4 s.',
    async ask(house, owner) {
      const { id } = await proveBrand(house, owner)
      house.pass(1.5 * second)
      return await owner.post(`/v1/domains/${id}/check`)
    },
  },
  claim_frozen: {
    words: 'This claim is suspended; withdrawing it would hide that.',
    async ask(house, owner) {
      const claim = await claimAccount(owner, await enterBrand(owner), 'https://x.com/acme')
      await suspendClaim(house, claim)
      return await owner.delete(`/v1/claims/${claim}`)
    },
  },
  claim_unknown: {
    words: 'You have no claim clm_22222222222222222222.',
    ask: async (_, owner) => await owner.delete('/v1/claims/clm_22222222222222222222'),
  },
  decided_by_dispute: {
    words:
      "A dispute decided that https://x.com/acme is not this brand's. Only another decision can change that.",
    async ask(house, owner) {
      const brandId = await enterBrand(owner)
      await storeDisputeDecision(house, brandId, { platform: 'x', handle: 'acme' })
      return await owner.delete(`/v1/brands/${brandId}/not-ours?account=https://x.com/acme`)
    },
  },
  disavowal_unknown: {
    words: "https://x.com/acme is not on this brand's list of accounts that are not its own.",
    ask: async (_, owner) =>
      await owner.delete(`/v1/brands/${await enterBrand(owner)}/not-ours?account=https://x.com/acme`),
  },
  domain_frozen: {
    words: 'acme.com is suspended; releasing it would hide that.',
    async ask(house, owner) {
      const { id } = await proveBrand(house, owner)
      await suspendDomain(house, id)
      return await owner.delete(`/v1/domains/${id}`)
    },
  },
  domain_not_proved: {
    words: 'Prove a domain of this brand first: an account can only point to a proved one.',
    async ask(_, owner) {
      const claim = await claimAccount(owner, await enterBrand(owner), 'https://x.com/acme')
      return await owner.post(`/v1/claims/${claim}/check`)
    },
  },
  domain_exists: {
    words: 'Your organisation has acme.com already. Use the one you have.',
    async ask(_, owner) {
      const { brandId } = await addDomain(owner, await enterBrand(owner), 'acme.com')
      return await owner.post(`/v1/brands/${brandId}/domains`, { domain: 'ACME.com.' })
    },
  },
  ...nameRefusals,
  domain_unknown: {
    words: 'You have no domain dom_22222222222222222222.',
    ask: async (_, owner) => await owner.delete('/v1/domains/dom_22222222222222222222'),
  },
  invalid_request: {
    words: 'name: Invalid input: expected string, received number',
    ask: async (_, owner) => await owner.post('/v1/brands', { name: 1 }),
  },
  key_invalid: {
    words: 'This API key is unknown, revoked or expired.',
    ask: async (house) =>
      await house.ask('/v1/keys', { headers: { authorization: `Bearer vm_${'a'.repeat(32)}` } }),
  },
  key_missing: {
    words: 'Send your API key as "Authorization: Bearer vm_…".',
    ask: async (house) => await house.ask('/v1/keys'),
  },
  key_unknown: {
    words: 'You have no key key_22222222222222222222 that is in use.',
    ask: async (_, owner) => await owner.delete('/v1/keys/key_22222222222222222222'),
  },
  malformed_json: {
    words: 'The body cannot be read as JSON.',
    ask: async (house) => await house.ask('/v1/lookup', json('{')),
  },
  method_not_allowed: {
    words: 'Here only GET, HEAD, POST can be used.',
    ask: async (house) => await house.ask('/v1/lookup', { method: 'DELETE' }),
  },
  not_an_account: {
    words:
      '“x.com/search?q=acme” is a page of X but not an account’s own. Open the profile and paste its link, such as https://x.com/acme.',
    ask: look('x.com/search?q=acme'),
  },
  not_found: {
    words: 'Nothing is at /v1/nowhere.',
    ask: async (house) => await house.ask('/v1/nowhere'),
  },
  origin_refused: {
    words: 'With a session this can be asked from the registry’s own pages alone. Use a key.',
    async ask(house, owner) {
      const { cookie } = await signIn(house, owner)
      const headers = { cookie, origin: 'https://evil.example', 'content-type': 'application/json' }
      return await house.ask('/v1/brands', { method: 'POST', headers, body: '{"name": "Evil"}' })
    },
  },
  picture_not_drawn: {
    words:
      'The PNG of acme.com as it is now is being drawn. Ask again in 5 seconds; the SVG is there already.',
    async ask(house, owner) {
      await proveBrand(house, owner)
      return await house.ask('/badges/acme.com.png')
    },
  },
  picture_unknown: {
    words:
      'Pictures are at /badges/DOMAIN/LANGUAGE/STYLE-THEME.svg, .signed.svg or .png: en, es or pl; flat, card or mark; light, dark or auto.',
    ask: async (house) => await house.ask('/badges/acme.com/fr/flat-light.svg'),
  },
  platform_absent: {
    words: 'This brand says that it has no account on TikTok. Take TikTok off that list first.',
    async ask(_, owner) {
      const brand = await enterBrand(owner)
      await owner.post(`/v1/brands/${brand}/absences`, { platforms: ['tiktok'] })
      return await owner.post(`/v1/brands/${brand}/accounts`, { account: 'https://www.tiktok.com/@acme' })
    },
  },
  platform_claimed: {
    words: 'This brand claims an account on TikTok. Withdraw that claim first.',
    async ask(_, owner) {
      const brand = await enterBrand(owner)
      await claimAccount(owner, brand, 'https://www.tiktok.com/@acme')
      return await owner.post(`/v1/brands/${brand}/absences`, { platforms: ['x', 'tiktok'] })
    },
  },
  platform_closed: {
    words:
      'https://blip.pl/users/acme is on a platform that closed on 2013-08-31. Its account can be recorded with the relation "parked".',
    ask: account('http://acme.blip.pl'),
  },
  query_not_understood: {
    words: 'There is no text. Paste one link, handle, domain or name.',
    ask: look(' '),
  },
  scope_missing: {
    words: 'This key may not do that: it lacks the scope "write".',
    async ask({ deps, ask }, { organisationId }) {
      const principal = { organisationId, pseudonym: 'act_test', membershipId: null }
      const made = await createKey(deps, principal, { name: 'Reader', scopes: ['read'], expiresAt: null })
      if (!made.ok) throw new Error('No key was made')
      const headers = { authorization: `Bearer ${made.value.key}`, 'content-type': 'application/json' }
      return await ask('/v1/brands', { method: 'POST', headers, body: '{"name": "Acme"}' })
    },
  },
  second_person_needed: {
    words:
      'The two-person lock of this organisation is on: an owner proposes this on its page when signed in, and a second owner confirms it within 7 days.',
    async ask(house, owner) {
      const brand = await enterBrand(owner)
      await house.deps.db.orm.update(organisations).set({ twoPersonLockAt: house.deps.clock.now() })
      return await owner.delete(`/v1/brands/${brand}`)
    },
  },
  target_busy: {
    words: 'acme.com is being looked at too often. We shall look by ourselves when there is room.',
    async ask({ deps }, owner) {
      const { id } = await addDomain(owner, await enterBrand(owner), 'acme.com')
      await deps.db.client.execute({
        sql: "insert into budgets (target, purpose, window_start, used) values ('acme.com', 'manual', ?, 1000)",
        args: [deps.clock.now()],
      })
      return await owner.post(`/v1/domains/${id}/check`)
    },
  },
  too_many_challenges: {
    words: 'acme.com has had 50 tokens within a day. Publish the newest of them, or ask tomorrow.',
    async ask(_, owner) {
      const { id } = await addDomain(owner, await enterBrand(owner), 'acme.com')
      for (let each = 1; each < 50; each += 1) await owner.post(`/v1/domains/${id}/challenges`)
      return await owner.post(`/v1/domains/${id}/challenges`)
    },
  },
  too_many_codes: {
    words: 'This claim had 20 codes within a day. Post the newest one.',
    async ask(house, owner) {
      const { brandId } = await proveBrand(house, owner)
      const claim = await claimAccount(owner, brandId, 'https://x.com/acme')
      for (let asked = 0; asked < 19; asked++) await owner.post(`/v1/claims/${claim}/codes`)
      return await owner.post(`/v1/claims/${claim}/codes`)
    },
  },
  too_many_disavowals: {
    words: 'A brand may list 500 accounts that are not its own. Take one off the list first.',
    async ask(house, owner) {
      const brand = await enterBrand(owner)
      await storeDisavowals(house, brand, 500)
      return await owner.post(`/v1/brands/${brand}/not-ours`, { account: 'https://x.com/acme' })
    },
  },
  too_many_pending_domains: {
    words: '10 names under acme.com wait for their proof already. Prove or release some first.',
    async ask(_, owner) {
      const brand = await enterBrand(owner)
      for (let each = 0; each < 10; each += 1) await addDomain(owner, brand, `shop${each}.acme.com`)
      return await owner.post(`/v1/brands/${brand}/domains`, { domain: 'acme.com' })
    },
  },
  ...memberRefusals,
  unknown_platform: {
    words:
      '“@acme” can be somebody else’s on every platform. Paste the profile’s link, such as https://x.com/acme.',
    ask: account('@acme'),
  },
  unsupported_media_type: {
    words: 'Send "Content-Type: application/json".',
    ask: async (house) => await house.ask('/v1/lookup', json('{}', 'text/plain')),
  },
}

describe('a refusal', () => {
  test.each(Object.entries(refusals))(
    '%s says what was found and what to do',
    async (reason, { words, ask }) => {
      const house = await openHouse()
      const { status, body, headers } = await ask(house, await house.owner())
      const row = Object.entries(problems).find(([known]) => known === reason)?.[1]
      expect(body).toMatchObject({
        type: `${publicUrl}/problems/${reason}`,
        ...row,
        reason,
        detail: words,
        request_id: headers.get('x-request-id'),
      })
      expect(status).toBe(row?.status)
      expect(headers.get('retry-after') !== null).toBe(status === 429 || status === 503)
    },
  )

  test('has one row in the table for each reason, and every reason is tried here or cannot be seen', () => {
    const unseen: readonly Unseen[] = [
      'brand_has_accounts',
      'brand_has_domains',
      'last_owner',
      'organisation_unknown',
      'owner_with_end',
      'platform_mismatch',
    ]
    expect([...Object.keys(refusals), ...unseen].toSorted()).toEqual(Object.keys(problems).toSorted())
  })
})
