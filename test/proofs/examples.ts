import type { AccountFinding, AccountRefusedReason } from '#proofs/finding.ts'
import type { AccountMethodName, Asked } from '#proofs/method.ts'
import type { SilentReason } from '#proofs/platform-silent.ts'
import { createWorld, type World } from '#test/support/world.ts'
import { bluesky, did, profile, profileUrl } from './fixtures/bluesky.ts'
import { github } from './fixtures/github.ts'
import { account, actor, actorId, finger, fingerUrl, mastodon } from './fixtures/mastodon.ts'
import { threads } from './fixtures/threads.ts'
import { aboutUrl, youtube } from './fixtures/youtube.ts'
import { bound, code, day, html, json, look, now, posted, publish, type Scene } from './scene.ts'

export type Example = {
  readonly method: AccountMethodName
  readonly scene: Scene
  readonly asked?: Partial<Asked>
  readonly set?: (world: World) => void
  readonly at?: number
}

export function toldOf({ method, scene, asked = {}, set, at = now }: Example): Promise<AccountFinding> {
  const world = createWorld()
  set?.(world)
  return look(world, method, scene, asked, at)
}

const onGithub =
  (says: { readonly website?: string; readonly bio?: string; readonly id?: string }) => (world: World) =>
    publish(world, github.account?.pages(says) ?? {})

const gist =
  (text: string, handle = 'acme') =>
  (world: World) => {
    onGithub({})(world)
    const id = handle === 'acme' ? github.id : '99887766'
    publish(world, github.post?.pages({ handle, id, text, at: posted }) ?? {})
  }

const link = { method: 'profile-link', scene: github } as const
const post = { method: 'post', scene: github } as const
const handle = { ...bluesky, handle: 'acme.com' }
const social = 'https://social.acme.com'

/** One example of each refusal. */
export const refusals: Readonly<Record<AccountRefusedReason, Example>> = {
  account_not_found: { ...link, set: (world) => publish(world, github.account?.gone ?? {}) },
  no_link: { ...link, set: onGithub({}) },
  link_elsewhere: { ...link, set: onGithub({ website: 'https://acme.com.evil.example/' }) },
  link_not_root: {
    ...link,
    asked: { domains: [{ name: 'acme.github.io', registrableDomain: 'acme.github.io', strength: 'web' }] },
    set: onGithub({ website: 'https://acme.github.io/fan' }),
  },
  mention_only: { ...link, set: onGithub({ bio: 'Nothing to do with acme.com' }) },
  handle_is_not_domain: {
    method: 'handle-is-domain',
    scene: handle,
    set: (world) => {
      publish(world, { [profileUrl('acme.com')]: json(profile({ handle: 'acme.com' })) })
      world.dns.records('_atproto.acme.com', 'TXT', 'did=did:plc:other')
    },
  },
  open_instance: {
    method: 'handle-is-domain',
    scene: { ...mastodon, handle: 'news@social.acme.com' },
    set: (world) =>
      publish(world, {
        ...account({ handle: 'news@social.acme.com', id: `${social}/users/news` }),
        [`${social}/users/news`]: actor({ handle: 'news', id: `${social}/users/news` }),
        [`${social}/.well-known/nodeinfo`]: json({
          links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: `${social}/nodeinfo/2.0` }],
        }),
        [`${social}/nodeinfo/2.0`]: json({ openRegistrations: false, usage: { users: { total: 340 } } }),
      }),
  },
  alias_elsewhere: {
    method: 'profile-link',
    scene: { ...mastodon, handle: 'acme@other.example' },
    set: (world) =>
      publish(world, account({}), {
        [fingerUrl('acme@other.example')]: finger('acme@other.example', actorId),
      }),
  },
  no_post: {
    ...post,
    set: (world) => {
      onGithub({})(world)
      publish(world, github.post?.gone ?? {})
    },
  },
  post_without_code: { ...post, set: gist('Hello') },
  post_of_another: { ...post, set: gist(code, 'other') },
  post_too_old: { ...post, set: gist(code), at: posted + 91 * day },
  code_expired: { ...post, asked: { codes: [] } },
  post_url_needed: { ...post, asked: { postUrl: null } },
  handle_reassigned: { ...link, asked: bound(github), set: onGithub({ id: '99887766' }) },
  not_checkable: { method: 'profile-link', scene: { platform: 'tiktok', handle: 'acme', id: null } },
}

const answering = (answer: Parameters<World['web']['page']>[1]) => (world: World) =>
  world.web.page('https://api.github.com/users/acme', answer)

/** One example of each silence that is not the net's own. */
export const silences: Readonly<Record<SilentReason, Example>> = {
  forbidden: { ...link, set: answering({ status: 403 }) },
  rate_limited: { ...link, set: answering({ status: 429, retryAfter: 60 }) },
  server_error: { ...link, set: answering({ status: 503 }) },
  login_wall: {
    method: 'profile-link',
    scene: youtube,
    set: (world) => {
      world.web.redirect(aboutUrl('acme'), 'https://consent.youtube.com/m', 302)
      world.web.page('https://consent.youtube.com/m', '<form></form>')
    },
  },
  unexpected_status: { ...link, set: answering({ status: 418 }) },
  unexpected_answer: { ...link, set: answering(json({ name: 'Acme' })) },
  page_too_large: { ...link, set: answering(json('x'.repeat(600_000))) },
  not_json: { ...link, set: answering(html('<h1>Hello</h1>')) },
  not_html: {
    method: 'profile-link',
    scene: threads,
    set: (world) => world.web.page('https://www.threads.com/@acme', json({})),
  },
  redirect_not_allowed: {
    ...link,
    set: (world) => {
      world.web.redirect('https://api.github.com/users/acme', 'http://api.github.com/users/acme')
      world.web.page('http://api.github.com/users/acme', json({}))
    },
  },
  handle_unconfirmed: {
    method: 'profile-link',
    scene: handle,
    set: (world) =>
      publish(world, { [profileUrl('acme.com')]: json(profile({ handle: 'handle.invalid', id: did })) }),
  },
  no_credentials: { method: 'profile-link', scene: { platform: 'instagram', handle: 'acme', id: null } },
}
