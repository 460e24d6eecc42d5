import { describe, expect, test } from 'vitest'
import { scenes } from './fixtures/index.ts'
import { bound, fail, failures, inShort, look, scene as worldOf, type Scene } from './scene.ts'

type Shown = Scene & { readonly account: NonNullable<Scene['account']> }

function isShown(scene: Scene): scene is Shown {
  return scene.account !== undefined
}

const shown = Object.entries(scenes).flatMap(([name, scene]) => (isShown(scene) ? [{ name, scene }] : []))

describe.each(shown)('a profile link on $name', ({ scene }) => {
  const { account } = scene
  const said = async (says: Parameters<typeof account.pages>[0], changes = {}) =>
    inShort(await look(worldOf([account.pages(says)]), 'profile-link', scene, changes))
  // A platform that hides what is not there is silent about it.
  const none = account.showsAbsence ? 'refused no_link' : 'unreachable unexpected_answer'

  test('in the website field proves the account, and the platform’s id is seen', async () => {
    const expected = account.hasWebsite ? 'proved acme.com' : none
    expect(await said({ website: 'https://acme.com/' })).toBe(expected)
    expect(await said({ website: 'https://www.acme.com/about?x=1' })).toBe(expected)
    const finding = await look(worldOf([account.pages({ bio: 'trust://acme.com!' })]), 'profile-link', scene)
    const seen = { handle: scene.handle, platformId: scene.id }
    expect(finding).toMatchObject(account.hasBio ? { kind: 'proved', seen, post: null } : {})
  })

  test('to any other host proves nothing', async () => {
    for (const website of [
      'https://other.example/',
      'https://notacme.com/',
      'https://acme.com.evil.example/',
      'https://evil.example/acme.com',
      'https://shop.acme.com/',
    ]) {
      const expected = account.hasWebsite ? 'refused link_elsewhere' : none
      expect([website, await said({ website })]).toEqual([website, expected])
    }
  })

  test('in the bio counts as a Trust URI alone', async () => {
    const bios = {
      'Tools. trust://acme.com! Since 1949': 'proved acme.com',
      'trust://ACME.com!': 'proved acme.com',
      'trust://acme.com': 'refused mention_only',
      'https://acme.com/ and acme.com': 'refused mention_only',
      'trust://notacme.com!': 'refused no_link',
      'trust://acme.com.evil.example!': 'refused no_link',
    }
    for (const [bio, outcome] of Object.entries(bios)) {
      expect([bio, await said({ bio })]).toEqual([bio, account.hasBio ? outcome : none])
    }
  })

  test('that was removed is refused, where its absence is shown', async () => {
    expect(await said({}, bound(scene))).toBe(none)
  })

  test('of an account that is gone is refused, and says so', async () => {
    if (Object.keys(account.gone).length === 0) return
    const finding = await look(worldOf([account.gone]), 'profile-link', scene, bound(scene))
    expect(finding).toMatchObject({ kind: 'refused', reason: 'account_not_found', missing: true, seen: null })
  })

  test('of a renamed account is found by its id, and of a handle with another id never', async () => {
    if (account.byId !== undefined) {
      const pages = account.byId({
        handle: 'acmenew',
        website: 'https://acme.com/',
        bio: 'trust://acme.com!',
      })
      const finding = await look(worldOf([account.gone, pages]), 'profile-link', scene, bound(scene))
      expect(finding).toMatchObject({
        kind: 'proved',
        seen: { handle: expect.stringContaining('acmenew'), platformId: scene.id },
      })
    }
    if (scene.otherId === undefined) return
    const pages = account.pages({ id: scene.otherId, website: 'https://acme.com/', bio: 'trust://acme.com!' })
    expect(await look(worldOf([pages]), 'profile-link', scene, bound(scene))).toMatchObject({
      kind: 'refused',
      reason: 'handle_reassigned',
      seen: { handle: scene.handle, platformId: scene.otherId },
      missing: false,
    })
  })

  test.each(failures)('is neither proved nor refused after $name', async (failure) => {
    const world = worldOf([account.pages({ website: 'https://acme.com/', bio: 'trust://acme.com!' })])
    fail(world, account.address, failure)
    const finding = await look(world, 'profile-link', scene, bound(scene))
    expect(finding).toMatchObject({
      kind: 'unreachable',
      reason: failure[account.type],
      retryAfter: failure.retryAfter ?? null,
    })
    expect(JSON.stringify(finding)).not.toContain('secret')
  })

  test('behind a login wall tells nothing', async () => {
    const world = worldOf([account.pages({})])
    const { origin } = new URL(account.address)
    world.web.redirect(account.address, `${origin}/accounts/login/?next=x`, 302)
    world.web.page(`${origin}/accounts/login/?next=x`, '<form></form>')
    expect(inShort(await look(world, 'profile-link', scene))).toBe('unreachable login_wall')
  })

  test('after a redirect to plain http tells nothing, not even a "no"', async () => {
    for (const pages of [account.pages({ website: 'https://acme.com/' }), account.gone]) {
      const elsewhere = `http://${new URL(account.address).host}/x`
      const world = worldOf([{ [elsewhere]: pages[account.address] ?? { status: 404 } }])
      world.web.redirect(account.address, elsewhere, 302)
      const finding = await look(world, 'profile-link', scene)
      expect(inShort(finding)).toBe('unreachable redirect_not_allowed')
    }
  })
})

describe('an account that needs the operator’s credentials', () => {
  const needing = shown.filter(({ scene }) => scene.credentials !== undefined)

  test.each(needing)('on $name is not asked about without them', async ({ scene }) => {
    const { credentials: _none, ...stranger } = scene
    const finding = await look(worldOf([scene.account.pages({})]), 'profile-link', stranger)
    expect(finding).toMatchObject({ kind: 'unreachable', reason: 'no_credentials' })
    expect('detail' in finding && finding.detail).toMatch(
      /cannot be checked automatically|Use the method post/,
    )
  })

  test.each(needing)('on $name is not decided about with wrong ones', async ({ scene }) => {
    const wrong = {
      xBearerToken: 'x',
      metaAccessToken: 'x',
      metaInstagramId: '17841405822304914',
      linkedinAccessToken: 'x',
    }
    const finding = await look(worldOf([scene.account.pages({})]), 'profile-link', {
      ...scene,
      credentials: wrong,
    })
    expect(inShort(finding)).toBe('unreachable forbidden')
    expect(JSON.stringify(finding)).not.toContain('Bearer')
  })
})

test('a platform that shows nothing cannot be checked', async () => {
  const scene: Scene = { platform: 'whatsapp', handle: 'acme', id: null }
  const finding = await look(worldOf([]), 'profile-link', scene)
  expect(finding).toMatchObject({ kind: 'refused', reason: 'not_checkable', missing: false })
})
