import { expect, test } from 'vitest'
import { nostr, noteUrl, secret } from '#test/proofs/fixtures/nostr.ts'
import { signEvent } from '#test/proofs/fixtures/sign-event.ts'
import { json } from '#test/proofs/scene.ts'
import { openHouse } from '#test/support/house.ts'
import { claimAccount, proveBrand } from '#test/support/registered.ts'
import { lookUp } from './account-fixture.ts'

test('a domain that gives itself a stranger’s key neither takes it from him nor vouches for it', async () => {
  const house = await openHouse()
  const squatter = await house.owner('Evil Ltd')
  const evil = await proveBrand(house, squatter, 'evil.example', { name: 'Evil' })
  house.world.web.page('https://evil.example/.well-known/nostr.json?name=_', json({ names: { _: nostr.id } }))
  const name = await claimAccount(squatter, evil.brandId, 'nostr:_@evil.example')
  expect((await squatter.post(`/v1/claims/${name}/check`)).body.verdict).toBe('verified')
  expect((await lookUp(house, 'nostr:_@evil.example')).account.platform_id).not.toBe(nostr.id)

  const owner = await house.owner()
  const { brandId } = await proveBrand(house, owner)
  const claim = await claimAccount(owner, brandId, `nostr:${nostr.handle}`)
  const { body: fresh, text } = await owner.post(`/v1/claims/${claim}/codes`)
  const note = signEvent(secret, fresh.code, house.deps.clock.now() / 1_000)
  house.world.web.page(noteUrl, json(note))
  const asked = { method: 'post', post_url: noteUrl }
  const checked = await owner.post(`/v1/claims/${claim}/check`, asked)
  expect(checked.body.verdict, `${text} ${checked.text}`).toBe('verified')
})
