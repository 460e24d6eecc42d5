import { askHtml } from '#proofs/ask.ts'
import { type Element, readHtml } from '#proofs/html.ts'
import { PlatformSilent, unexpected } from '#proofs/platform-silent.ts'
import type { Profile } from '#proofs/profile.ts'
import type { Read, Reader, Sight } from '#proofs/reader.ts'
import { websitesOf } from '#proofs/website.ts'

const host = 'www.threads.com'

async function read({ get }: Sight, handle: string): Promise<Read<Profile>> {
  const answer = await askHtml(get, { url: `https://${host}/@${encodeURIComponent(handle)}` })
  if (answer.kind === 'missing') return answer
  const page = readHtml(answer.value, (tag) => tag === 'link' || tag === 'a' || tag === 'meta')
  const elements = page?.elements ?? []
  if (!elements.some((element) => isItsOwn(element, handle))) {
    throw unexpected(host, 'the page does not name the account')
  }
  const links = elements.filter(({ tag, attributes }) => tag !== 'meta' && isMe(attributes['rel']))
  if (links.length === 0) {
    throw new PlatformSilent(
      'unexpected_answer',
      `${host} shows strangers no links of this account, which may have some. Nothing was decided.`,
    )
  }
  const websites = websitesOf(links.map(({ attributes }) => unwrapped(attributes['href'] ?? '')))
  return { kind: 'read', value: { handle, platformId: null, websites, bio: null } }
}

function isMe(rel: string | undefined): boolean {
  return rel?.toLowerCase().split(/\s+/).includes('me') ?? false
}

function isItsOwn({ tag, attributes }: Element, handle: string): boolean {
  const isCanonical = tag === 'link' && attributes['rel'] === 'canonical'
  const isOwnUrl = tag === 'meta' && attributes['property'] === 'og:url'
  const url = URL.parse((isCanonical ? attributes['href'] : isOwnUrl ? attributes['content'] : '') ?? '')
  return (
    /^(?:www\.)?threads\.(?:com|net)$/.test(url?.hostname ?? '') &&
    url?.pathname.toLowerCase() === `/@${handle}`
  )
}

/** Meta counts clicks: `https://l.threads.com/?u=<the link>`. */
function unwrapped(href: string): string {
  const url = URL.parse(href)
  const counts = /^l\.(?:threads\.(?:com|net)|instagram\.com)$/.test(url?.hostname ?? '')
  return counts ? (url?.searchParams.get('u') ?? '') : href
}

export const threads: Reader = {
  host: () => host,
  profile: read,
  help: { website: 'Open your profile → Edit profile → Link on Threads, and' },
}
