import { describe, expect, test } from 'vitest'
import { scenes } from './fixtures/index.ts'
import { statusId, oembed, oembedUrl } from './fixtures/x.ts'
import { channel, aboutUrl, page, data } from './fixtures/youtube.ts'
import {
  acme,
  bound,
  code,
  day,
  fail,
  failures,
  inShort,
  issued,
  look,
  now,
  posted,
  scene as worldOf,
  type Scene,
} from './scene.ts'

type Posting = Scene & { readonly post: NonNullable<Scene['post']> }

function isPosting(scene: Scene): scene is Posting {
  return scene.post !== undefined
}

const posting = Object.entries(scenes).flatMap(([name, scene]) => (isPosting(scene) ? [{ name, scene }] : []))

describe.each(posting)('a post on $name', ({ scene }) => {
  const { post, account, handle, id } = scene
  const profile = account === undefined ? [] : [account.pages({})]
  const ours = { handle, id, text: `We are ${code} and proud`, at: posted }
  const worldWith = (says: Partial<typeof ours> = {}) =>
    worldOf([...profile, post.pages({ ...ours, ...says })])

  test('with the code proves the account, from the platform’s date on', async () => {
    expect(await look(worldWith(), 'post', scene)).toEqual({
      kind: 'proved',
      domain: 'acme.com',
      seen: expect.objectContaining({ handle }),
      post: { url: expect.stringMatching(/^https:/), at: post.isDated ? posted : null },
    })
  })

  test('is its author’s by the platform’s word, whatever its address says', async () => {
    const postUrl = post.spoofed ?? post.url
    expect(inShort(await look(worldWith(), 'post', scene, { postUrl }))).toBe('proved acme.com')
  })

  test('without the code, or with the code inside a longer word, proves nothing', async () => {
    for (const text of ['nothing', `${code}x`, `x${code}`, `${code}-1`, code.slice(0, -1), 'vm-acme-com-']) {
      expect([text, inShort(await look(worldWith({ text }), 'post', scene))]).toEqual([
        text,
        'refused post_without_code',
      ])
    }
    expect(inShort(await look(worldWith({ text: code.toUpperCase() }), 'post', scene))).toBe(
      'proved acme.com',
    )
  })

  test('that is gone is refused; the account beside it tells whether it is gone too', async () => {
    const world = worldOf([...profile, post.gone])
    expect(await look(world, 'post', scene)).toMatchObject({
      kind: 'refused',
      reason: 'no_post',
      missing: account === undefined,
    })
  })

  test('holds for 90 days', async () => {
    const from = post.isDated ? posted : issued
    const at = (time: number) => look(worldWith(), 'post', scene, {}, time).then(inShort)
    expect(await at(from + 90 * day - 1)).toBe('proved acme.com')
    expect(await at(from + 90 * day)).toBe('refused post_too_old')
  })

  test('from before the code was made proves nothing', async () => {
    if (!post.isDated) return
    const asked = (issuedAt: number) => ({ codes: [{ code, domain: 'acme.com', issuedAt }] })
    expect(inShort(await look(worldWith(), 'post', scene, asked(posted + 9 * 60_000)))).toBe(
      'proved acme.com',
    )
    expect(inShort(await look(worldWith(), 'post', scene, asked(posted + 11 * 60_000)))).toBe(
      'refused post_too_old',
    )
  })

  test.each(failures)('is neither proved nor refused after $name', async (failure) => {
    const world = worldWith()
    fail(world, post.address, failure)
    const finding = await look(world, 'post', scene)
    const isPlain = failure.page !== 'timeout' && failure.page.contentType === 'application/json'
    expect(finding).toMatchObject({
      kind: 'unreachable',
      reason: post.isActivity === true && isPlain ? 'not_json' : failure.json,
      retryAfter: failure.retryAfter ?? null,
    })
    expect(JSON.stringify(finding)).not.toContain('secret')
  })

  test('is looked for only under an address of a post there', async () => {
    for (const postUrl of [
      '',
      'acme',
      'https://evil.example.invalid/',
      `https://evil.example/?u=${post.url}`,
      'javascript:1',
    ]) {
      const world = worldWith()
      world.web.site('evil.example')
      world.web.site('evil.example.invalid')
      const finding = await look(world, 'post', scene, { postUrl })
      expect([postUrl, inShort(finding)]).toEqual([postUrl, 'refused no_post'])
    }
  })

  test('needs its address and a code that is still good', async () => {
    expect(inShort(await look(worldWith(), 'post', scene, { postUrl: null }))).toBe('refused post_url_needed')
    expect(inShort(await look(worldWith(), 'post', scene, { codes: [] }))).toBe('refused code_expired')
    const others = [{ code, domain: 'other.example', issuedAt: issued }]
    expect(inShort(await look(worldWith(), 'post', scene, { codes: others }))).toBe('refused code_expired')
  })

  test('speaks for the domain that its code spells', async () => {
    const second = { name: 'acme.net', registrableDomain: 'acme.net', strength: 'web' } as const
    const codes = [
      { code: 'vm-acme-net-k5q2m7xr4vd3n6wz2ahs', domain: 'acme.net', issuedAt: issued },
      { code, domain: 'acme.com', issuedAt: issued },
    ]
    expect(inShort(await look(worldWith(), 'post', scene, { codes, domains: [acme, second] }))).toBe(
      'proved acme.com',
    )
  })
})

describe('the author of a post', () => {
  const author = (name: string) => {
    const found = scenes[name]
    if (found === undefined || !isPosting(found)) throw new Error(`No posts on ${name}`)
    return found
  }

  test.each([
    ['bluesky', 'other.example'],
    ['github', 'other'],
    ['x', 'other'],
    ['tiktok', 'other'],
    ['youtube', 'other'],
  ])('on %s who is another proves nothing, whoever the address names', async (name, handle) => {
    const scene = author(name)
    const pages = scene.post.pages({ handle, id: scene.otherId ?? null, text: code, at: posted })
    const world = worldOf([scene.account?.pages({}) ?? {}, pages])
    for (const postUrl of [scene.post.url, scene.post.spoofed ?? scene.post.url]) {
      expect(await look(world, 'post', scene, { postUrl })).toMatchObject({
        kind: 'refused',
        reason: 'post_of_another',
        missing: scene.account === undefined,
      })
    }
  })

  test('is known by the id, so a renamed account keeps its post', async () => {
    const scene = author('github')
    const renamed = scene.account?.byId?.({ handle: 'Acmenew' }) ?? {}
    const pages = scene.post.pages({ handle: 'Acmenew', id: scene.id, text: code, at: posted })
    const world = worldOf([scene.account?.gone ?? {}, renamed, pages])
    expect(await look(world, 'post', scene, bound(scene))).toMatchObject({
      kind: 'proved',
      seen: { handle: 'acmenew', platformId: scene.id },
    })
  })

  test('whose name another account has now is nobody', async () => {
    const scene = author('youtube')
    const world = worldOf([
      scene.post.pages({ handle: 'acme', id: channel, text: code, at: posted }),
      { [aboutUrl('acme')]: page(data({ id: scene.otherId ?? '' })) },
    ])
    expect(inShort(await look(world, 'post', scene, bound(scene)))).toBe('refused handle_reassigned')
  })

  test('of whom the platform shows no more than a name counts while no id is bound', async () => {
    const scene = author('youtube')
    const world = worldOf([scene.post.pages({ handle: 'acme', id: channel, text: code, at: posted })])
    world.web.redirect(aboutUrl('acme'), 'https://consent.youtube.com/m?continue=x', 302)
    world.web.page('https://consent.youtube.com/m?continue=x', '<form></form>')
    expect(inShort(await look(world, 'post', scene))).toBe('proved acme.com')
    expect(inShort(await look(world, 'post', scene, bound(scene)))).toBe('unreachable login_wall')
  })

  test('is not the name that he gives himself below his post', async () => {
    const scene = author('x')
    const answer = oembed({ handle: 'acme', text: 'nothing' })
    const named = { ...answer, body: answer.body?.replace('&mdash; Acme', `&mdash; ${code}`) ?? '' }
    const world = worldOf([{ [scene.post.address]: named }])
    expect(inShort(await look(world, 'post', scene))).toBe('refused post_without_code')
  })

  test('of another post than the one asked for is not believed', async () => {
    const scene = author('x')
    const world = worldOf([{ [scene.post.address]: oembed({ handle: 'acme', text: code }, statusId(now)) }])
    expect(inShort(await look(world, 'post', scene))).toBe('unreachable unexpected_answer')
    const i = `https://x.com/i/web/status/${statusId(posted)}`
    const asked = oembedUrl(i.replace('/web', ''))
    const other = worldOf([{ [asked]: oembed({ handle: 'acme', text: code }) }])
    expect(inShort(await look(other, 'post', scene, { postUrl: i }))).toBe('proved acme.com')
  })
})
