import { describe, expect, test } from 'vitest'
import { scenes } from './fixtures/index.ts'
import { graphError } from './fixtures/meta.ts'
import { aboutUrl, alert, channel, data, page, youtube } from './fixtures/youtube.ts'
import { byName, xApi } from './fixtures/x.ts'
import { code, html, inShort, json, look, type Pages, posted, scene as worldOf, type Scene } from './scene.ts'

const said = (scene: Scene, ...pages: readonly Pages[]) =>
  look(worldOf(pages), 'profile-link', scene).then(inShort)

function known(name: string): Scene & { readonly account: NonNullable<Scene['account']> } {
  const found = scenes[name]
  if (found?.account === undefined) throw new Error(`No profiles on ${name}`)
  return { ...found, account: found.account }
}

describe('an answer about another account or post than the one asked for decides nothing', () => {
  const changed = (pages: Pages, from: string, to: string): Pages =>
    Object.fromEntries(
      Object.entries(pages).map(([url, page]) => [
        url,
        { ...page, body: (page.body ?? '').replaceAll(from, to) },
      ]),
    )

  test.each([
    ['instagram', '"username":"acme"', '"username":"other"'],
    ['facebook', '"username":"Acme.Tools"', '"username":"Other"'],
    ['linkedin', '"vanityName":"acme"', '"vanityName":"other"'],
    ['gitlab', '"username":"acme"', '"username":"other"'],
  ])('the profile on %s', async (name, from, to) => {
    const scene = known(name)
    const pages = changed(scene.account.pages({ website: 'https://acme.com/' }), from, to)
    const shown = name === 'facebook' ? changed(pages, '"id":"20531316728"', '"id":"7"') : pages
    expect(await said(scene, shown)).toBe('unreachable unexpected_answer')
  })

  test('the profile by its DID on Bluesky', async () => {
    const { id, ...bluesky } = known('bluesky')
    const pages = bluesky.account.byId?.({ id: bluesky.otherId ?? '' }) ?? {}
    expect(await said({ ...bluesky, id, handle: id ?? '' }, pages)).toBe('unreachable unexpected_answer')
  })

  test.each([
    ['bluesky', 'app.bsky.feed.post/3m6ab2cdefk2z', 'app.bsky.feed.post/3other'],
    ['github', 'aa5a315d61ae9438b18d5e7ad9dfa15e', 'bb5a315d61ae9438b18d5e7ad9dfa15e'],
    ['tiktok', '"embed_product_id":"7', '"embed_product_id":"8'],
    ['youtube', '/embed/dQw4w9WgXcQ', '/embed/aaaaaaaaaaa'],
  ])('the post on %s', async (name, from, to) => {
    const scene = scenes[name]
    const { handle = '', id = null } = scene ?? {}
    const pages = scene?.post?.pages({ handle, id, text: code, at: posted }) ?? {}
    const world = worldOf([scene?.account?.pages({}) ?? {}, changed(pages, from, to)])
    expect(scene && inShort(await look(world, 'post', scene))).toBe('unreachable unexpected_answer')
  })

  test('the account that an id leads to', async () => {
    const github = known('github')
    const pages = github.account.byId?.({ id: '7', website: 'https://acme.com/' }) ?? {}
    const account = { platform: 'github', handle: 'acme', platformId: '1342004' }
    const world = worldOf([github.account.gone, pages])
    expect(await look(world, 'profile-link', github, { account })).toMatchObject({
      reason: 'account_not_found',
    })
  })
})

describe('GitHub', () => {
  const github = known('github')

  test('turns strangers away with 403 after 60 requests, and means 429', async () => {
    const message = "API rate limit exceeded for 198.51.100.7. (But here's the good news: …)"
    const limited = { status: 403, ...json({ message, documentation_url: 'https://docs.github.com/' }) }
    expect(await said(github, { [github.account.address]: limited })).toBe('unreachable rate_limited')
  })

  test('a website without its scheme is one', async () => {
    expect(await said(github, github.account.pages({ website: 'acme.com' }))).toBe('proved acme.com')
  })

  test('a gist without an owner proves nobody', async () => {
    const { post } = github
    const [address, answer] =
      Object.entries(post?.pages({ handle: 'a', id: '1', text: code, at: posted }) ?? {})[0] ?? []
    const { owner: _nobody, ...rest } = JSON.parse(answer?.body ?? '')
    const world = worldOf([github.account.pages({}), { [address ?? '']: json({ ...rest, owner: null }) }])
    expect(inShort(await look(world, 'post', github))).toBe('unreachable unexpected_answer')
  })
})

describe('GitLab', () => {
  const gitlab = known('gitlab')
  const details = 'https://gitlab.com/api/v4/users/278964'

  test.each([
    [{ status: 403 }, 'unreachable forbidden'],
    [{ status: 404, ...json({ message: '404 Not Found' }) }, 'unreachable forbidden'],
    [json({ id: 278964, username: 'acme' }), 'unreachable unexpected_answer'],
    [
      json({ id: 1, username: 'acme', website_url: 'https://acme.com', bio: '' }),
      'unreachable unexpected_answer',
    ],
  ])('that hides the details of a user decides nothing: %o', async (answer, outcome) => {
    expect(await said(gitlab, gitlab.account.pages({}), { [details]: answer })).toBe(outcome)
  })
})

describe('Telegram', () => {
  const telegram = known('telegram')
  const address = telegram.account.address

  test.each([
    ['a page without a title', '<a href="tg://resolve?domain=acme">View</a>'],
    [
      'a page of another name',
      '<div class="tgme_page_title">Acme</div><a href="tg://resolve?domain=other">View</a>',
    ],
    [
      'a contact page of another name',
      '<i class="tgme_icon_user"></i><a class="tgme_username_link" href="tg://resolve?domain=other">x</a>',
    ],
    ['an empty page', ''],
  ])('%s is not taken for a missing account', async (_name, body) => {
    expect(await said(telegram, { [address]: html(body) })).toBe('unreachable unexpected_answer')
  })

  test('a link in a description is a mention', async () => {
    const bio = '<a href="https://acme.com/" target="_blank" rel="noopener">https://acme.com/</a>'
    expect(await said(telegram, telegram.account.pages({ bio }))).toBe('refused mention_only')
    const uri = '<a href="trust://acme.com!">trust://acme.com</a>! there'
    expect(await said(telegram, telegram.account.pages({ bio: uri }))).toBe('proved acme.com')
  })
})

describe('Threads', () => {
  const threads = known('threads')

  test('a page of another account decides nothing', async () => {
    const pages = threads.account.pages({ website: 'https://acme.com/' })
    const body = pages[threads.account.address]?.body?.replaceAll('/@acme', '/@other') ?? ''
    expect(await said(threads, { [threads.account.address]: html(body) })).toBe(
      'unreachable unexpected_answer',
    )
  })

  test('a link that is not wrapped counts as it stands, and one without rel="me" does not', async () => {
    const body = (rel: string) =>
      html(
        `<meta property="og:url" content="https://www.threads.net/@acme"><a rel="${rel}" href="https://acme.com">x</a>`,
      )
    expect(await said(threads, { [threads.account.address]: body('nofollow me') })).toBe('proved acme.com')
    expect(await said(threads, { [threads.account.address]: body('nofollow') })).toBe(
      'unreachable unexpected_answer',
    )
  })
})

describe('YouTube', () => {
  test.each([
    'This channel does not exist.',
    'This account has been terminated for a violation of YouTube’s Terms of Service.',
  ])('that says “%s” means it', async (text) => {
    expect(await said(youtube, { [aboutUrl('acme')]: alert(text) })).toBe('refused account_not_found')
  })

  test('that says anything else decides nothing', async () => {
    expect(await said(youtube, { [aboutUrl('acme')]: alert('Something went wrong.') })).toBe(
      'unreachable unexpected_answer',
    )
  })

  test('a page without its links, or with another channel’s, decides nothing', async () => {
    const whole = data({ website: 'https://acme.com/' })
    expect(
      await said(youtube, { [aboutUrl('acme')]: page({ ...whole, onResponseReceivedEndpoints: [] }) }),
    ).toBe('unreachable unexpected_answer')
    const text = JSON.stringify(whole).replace(
      `"channelId":"${channel}"`,
      '"channelId":"UCaaaaaaaaaaaaaaaaaaaaaa"',
    )
    expect(await said(youtube, { [aboutUrl('acme')]: page(JSON.parse(text)) })).toBe(
      'unreachable unexpected_answer',
    )
  })

  test('a channel is asked by its id, and then called by its handle', async () => {
    const scene = { ...youtube, handle: channel }
    const world = worldOf([{ [aboutUrl(channel)]: page(data({ website: 'https://acme.com/' })) }])
    expect(await look(world, 'profile-link', scene)).toMatchObject({
      seen: { handle: 'acme', platformId: channel },
    })
    const other = worldOf([{ [aboutUrl(channel)]: page(data({ id: 'UCaaaaaaaaaaaaaaaaaaaaaa' })) }])
    expect(inShort(await look(other, 'profile-link', scene))).toBe('unreachable unexpected_answer')
  })

  test('the address behind a link counts, not what is shown of it', async () => {
    const text = JSON.stringify(data({ website: 'https://evil.example/' })).replace(
      '"content":"evil.example/"',
      '"content":"acme.com"',
    )
    expect(await said(youtube, { [aboutUrl('acme')]: page(JSON.parse(text)) })).toBe('refused link_elsewhere')
    const long = `https://acme.com/${'x'.repeat(80)}`
    expect(await said(youtube, { [aboutUrl('acme')]: page(data({ website: long })) })).toBe('proved acme.com')
  })

  test('a consent page is a wall', async () => {
    const world = worldOf([])
    world.web.redirect(aboutUrl('acme'), 'https://consent.youtube.com/m?continue=x', 302)
    world.web.page('https://consent.youtube.com/m?continue=x', '<form></form>')
    expect(inShort(await look(world, 'profile-link', youtube))).toBe('unreachable login_wall')
  })
})

describe('X’s API', () => {
  test('someone who is suspended is not missing', async () => {
    const type = 'https://api.twitter.com/2/problems/not-authorized-for-resource'
    expect(await said(xApi, { [byName]: json({ errors: [{ title: 'Forbidden', type }] }) })).toBe(
      'unreachable unexpected_answer',
    )
  })
})

describe('Meta’s Graph', () => {
  const instagram = known('instagram')

  test.each([
    [graphError(110, 'Invalid user id'), 'unreachable unexpected_status'],
    [graphError(190, 'Error validating access token'), 'unreachable forbidden'],
    [graphError(4, 'Application request limit reached'), 'unreachable rate_limited'],
    [graphError(803, '(#803) Cannot query users by their username (acme)'), 'unreachable unexpected_status'],
    [graphError(100, 'Unsupported get request'), 'unreachable unexpected_status'],
  ])('%o is no refusal', async (answer, outcome) => {
    expect(await said(instagram, { [instagram.account.address]: answer })).toBe(outcome)
    const facebook = known('facebook')
    expect(await said(facebook, { [facebook.account.address]: answer })).toBe(outcome)
  })

  test('several addresses in one field are several websites', async () => {
    const facebook = known('facebook')
    const website = 'http://other.example, https://www.acme.com'
    expect(await said(facebook, facebook.account.pages({ website }))).toBe('proved acme.com')
  })
})

test('LinkedIn shows people to nobody', async () => {
  expect(await said({ ...known('linkedin'), handle: 'in/jane-doe' })).toBe('unreachable forbidden')
})
