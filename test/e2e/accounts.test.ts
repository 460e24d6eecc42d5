import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { day, minute, second } from '#base/clock.ts'
import * as bluesky from '#test/proofs/fixtures/bluesky.ts'
import { github } from '#test/proofs/fixtures/github.ts'
import { mastodon } from '#test/proofs/fixtures/mastodon.ts'
import { statusId } from '#test/proofs/fixtures/x.ts'
import { json, type Pages, type Says } from '#test/proofs/scene.ts'
import { doors, type Registry } from '#test/support/doors.ts'
import type { Owner } from '#test/support/house.ts'
import { attemptIn, enter, lookUp, publish, serve } from './fixture.ts'

const domain = 'acme.example'

describe.concurrent.each(doors)('accounts proved from both ends through the $door door', ({ open }) => {
  let registry: Registry
  let owner: Owner
  let brandId: string
  beforeAll(async () => {
    registry = await open()
    owner = await registry.owner()
    const entered = await enter(owner, domain)
    brandId = entered.brandId
    publish(registry, entered.challenge('dns-txt'))
    expect(attemptIn(await entered.check('dns-txt')).outcome).toBe('proved')
  })
  afterAll(async () => {
    await registry.close()
  })

  const show = (pages: Pages) => {
    for (const [url, { status = 200, contentType, body = '' }] of Object.entries(pages)) {
      serve(registry, url, { status, headers: { 'content-type': contentType ?? 'text/html' }, body })
    }
  }
  const onGitHub = (says: Says) => show(github.account?.pages(says) ?? {})
  const claim = async (account: string): Promise<{ id: string; code: string | undefined }> => {
    const { status, body, text } = await owner.post(`/v1/brands/${brandId}/accounts`, { account })
    expect(status, text).toBe(201)
    const { body: shown } = await owner.get(`/v1/claims/${body.id}`)
    const step = shown.proofs.find(({ method }: { method: string }) => method === 'post')
    return { id: body.id, code: step?.value }
  }
  const check = async (id: string, body: object = {}) => await owner.post(`/v1/claims/${id}/check`, body)
  const verdictOf = async (account: string) => (await lookUp(registry, account)).body.verdict

  test('one on each of four platforms is verified, and the one that is resold is not trusted any more', async () => {
    const website = `https://${domain}/`

    const onHub = await claim('https://github.com/Acme')
    expect(await verdictOf('github.com/acme')).toBe('declared')
    onGitHub({ website: 'https://elsewhere.example' })
    expect((await check(onHub.id)).body).toMatchObject({
      verdict: 'declared',
      attempts: [{ method: 'profile-link', outcome: 'refused', reason: 'link_elsewhere' }],
    })
    onGitHub({ website })
    await vi.waitFor(async () => expect((await check(onHub.id)).body.verdict).toBe('verified'), {
      timeout: 15_000,
      interval: 1_000,
    })

    const onFediverse = await claim('@acme@mastodon.social')
    show(mastodon.account?.pages({ website }) ?? {})
    expect((await check(onFediverse.id)).body).toMatchObject({ verdict: 'verified' })

    const onBluesky = await claim(`@${domain}`)
    show({ [bluesky.profileUrl(domain)]: json(bluesky.profile({ handle: domain })) })
    registry.internet.zone.set(`_atproto.${domain}`, { TXT: [`did=${bluesky.did}`] })
    expect((await check(onBluesky.id, { method: 'handle-is-domain' })).body).toMatchObject({
      verdict: 'verified',
    })

    const onX = await claim('https://x.com/acme')
    const post = `https://x.com/acme/status/${statusId(Date.now())}`
    const answer = {
      url: post.replace('x.com', 'twitter.com'),
      author_name: 'Acme',
      author_url: 'https://twitter.com/acme',
      html: `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Ours: ${onX.code}</p>&mdash; Acme (@acme)</blockquote>`,
      type: 'rich',
      provider_name: 'Twitter',
      version: '1.0',
    }
    show({ 'https://publish.x.com/oembed': json(answer) })
    expect((await check(onX.id, { post_url: post })).body).toMatchObject({
      verdict: 'verified',
      attempts: [{ method: 'post', outcome: 'proved' }],
    })

    const accounts = ['github.com/acme', '@acme@mastodon.social', `@${domain}`, 'https://x.com/acme']
    for (const account of accounts) expect(await verdictOf(account), account).toBe('verified')
    const badge = await registry.ask(`/badges/${domain}.json`)
    expect(JSON.stringify(badge.body)).toContain('https://x.com/acme')

    // Sold: the name is the same, the account is not, and its new holder links to the brand.
    onGitHub({ website, id: github.otherId ?? '' })
    await registry.travel((day + minute) / second)
    await vi.waitFor(
      async () => {
        await registry.tick()
        expect(await verdictOf('github.com/acme')).toBe('suspended')
      },
      { timeout: 20_000, interval: 300 },
    )
    const notices = await owner.get('/v1/notices')
    expect(notices.body.items.map(({ kind }: { kind: string }) => kind)).toContain('account_suspended')
    for (const account of accounts.slice(1)) expect(await verdictOf(account), account).toBe('verified')
    expect(registry.strayed()).toEqual([])
  })
})
