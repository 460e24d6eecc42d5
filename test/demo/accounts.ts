import { profile, profileUrl } from '#test/proofs/fixtures/bluesky.ts'
import { user } from '#test/proofs/fixtures/github.ts'
import { account as onFediverse } from '#test/proofs/fixtures/mastodon.ts'
import { oembed, oembedUrl, statusId } from '#test/proofs/fixtures/x.ts'
import { json, type Pages } from '#test/proofs/scene.ts'
import type { Internet } from '#test/support/internet/internet.ts'

/** An account as its platform shows it. */
export type Shown = {
  readonly platform: 'github' | 'mastodon' | 'bluesky'
  readonly handle: string
  readonly website: string
  readonly bio?: string
  /** The platform's own number for its holder: another one, when the name has passed on. */
  readonly holder?: number
}

/** Has a platform of this Internet show an account from now on, in the platform's own format. */
export function show(internet: Internet, shown: Shown): void {
  for (const [url, { status = 200, contentType, body = '' }] of Object.entries(pagesOf(shown))) {
    internet.page.set(url, { status, headers: { 'content-type': contentType ?? 'text/html' }, body })
  }
  if (shown.platform === 'bluesky') {
    internet.zone.set(`_atproto.${shown.handle}`, { TXT: [`did=${didOf(shown)}`] })
  }
}

function pagesOf({ platform, handle, website: link, bio = '', holder = numberOf(handle) }: Shown): Pages {
  const website = link === '' ? {} : { website: link }
  switch (platform) {
    case 'github': {
      const answer = json(user({ handle, ...website, bio, id: String(holder) }))
      return {
        [`https://api.github.com/users/${handle}`]: answer,
        [`https://api.github.com/user/${holder}`]: answer,
      }
    }
    case 'mastodon': {
      const name = handle.split('@')[0] ?? handle
      return onFediverse({ handle, ...website, bio, id: `https://mastodon.social/users/${name}` })
    }
    case 'bluesky': {
      const did = didOf({ handle })
      const answer = json(profile({ handle, ...website, bio, id: did }))
      return { [profileUrl(handle)]: answer, [profileUrl(did)]: answer }
    }
  }
}

/** Has X show a post of somebody's, and gives its address. */
export function postOnX(internet: Internet, handle: string, text: string): string {
  const id = statusId(Date.now())
  const url = `https://x.com/${handle}/status/${id}`
  const { body, contentType } = oembed({ handle, text: text.replaceAll(/[<>&]/g, '') }, id)
  internet.page.set(oembedUrl(url), {
    headers: { 'content-type': contentType ?? 'application/json' },
    body: body ?? '',
  })
  return url
}

/** The same for the same name, each time the demo is started. */
function numberOf(text: string): number {
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_000_007, 7)
}

function didOf({ handle }: Pick<Shown, 'handle'>): string {
  return `did:plc:${numberOf(handle)
    .toString(36)
    .replaceAll(/[0189]/g, 'a')
    .padStart(24, 'b')}`
}
