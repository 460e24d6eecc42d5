import { expect, test } from 'vitest'
import { day, minute, second } from '#base/clock.ts'
import { wantsRest } from '#jobs/manners.ts'
import { profile, profileUrl } from '#test/proofs/fixtures/bluesky.ts'
import { json } from '#test/proofs/scene.ts'
import { openHouse } from '#test/support/house.ts'
import { claimAccount, proveBrand } from '#test/support/registered.ts'

const busy = { status: 429, retryAfter: day / second }

/** A squatter's server, which the look at his claim asks too, wants to be left alone for a day. */
test.each([
  {
    name: "the server of a handle's domain",
    account: 'https://bsky.app/profile/evil.example',
    check: { method: 'handle-is-domain' },
    at: 'https://evil.example/.well-known/atproto-did',
    host: 'public.api.bsky.app',
  },
  {
    name: "a post's server",
    account: '@anybody@mastodon.social',
    check: { method: 'post', post_url: 'https://evil.example/post' },
    at: 'https://evil.example/post',
    host: 'mastodon.social',
  },
  {
    name: "a signed note's server",
    account: 'nostr:npub180cvv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsyjh6w6',
    check: { method: 'post', post_url: 'https://evil.example/post' },
    at: 'https://evil.example/post',
    host: 'nostr.invalid',
  },
])('$name cannot have the platform left alone', async ({ account, check, at, host }) => {
  const house = await openHouse()
  const squatter = await house.owner('Evil Ltd')
  const { brandId } = await proveBrand(house, squatter, 'evil.example')
  house.world.web.page(profileUrl('evil.example'), json(profile({ handle: 'evil.example' })))
  house.world.web.page(at, busy)
  const claim = await claimAccount(squatter, brandId, account)
  const { body, text } = await squatter.post(`/v1/claims/${claim}/check`, check)
  expect(body, text).toMatchObject({ attempts: [{ outcome: 'unreachable', reason: 'rate_limited' }] })
  expect(await wantsRest(house.deps, host)).toBe(0)
})

test('nor can it at the daily look', async () => {
  const house = await openHouse()
  const squatter = await house.owner('Evil Ltd')
  const { brandId } = await proveBrand(house, squatter, 'evil.example')
  const { did: id, ...rest } = { did: 'did:plc:z72i7hdynmk6r22z27h6tvur', handle: 'evil.example' }
  house.world.web.page(profileUrl('evil.example'), json(profile({ ...rest, id })))
  const file = 'https://evil.example/.well-known/atproto-did'
  house.world.web.page(file, id)
  const claim = await claimAccount(squatter, brandId, 'https://bsky.app/profile/evil.example')
  const checked = await squatter.post(`/v1/claims/${claim}/check`, { method: 'handle-is-domain' })
  expect(checked.body.verdict, checked.text).toBe('verified')
  house.world.web.page(file, { status: 429 })
  house.pass(day + minute)
  const { length } = house.world.asked
  expect((await house.work()).failed).toEqual([])
  expect(house.world.asked.slice(length).join(' ')).toContain('atproto-did')
  expect(await wantsRest(house.deps, 'public.api.bsky.app')).toBe(0)
})
