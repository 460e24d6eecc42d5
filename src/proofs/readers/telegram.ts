import { askHtml } from '#proofs/ask.ts'
import { readHtml } from '#proofs/html.ts'
import { unexpected } from '#proofs/platform-silent.ts'
import type { Profile } from '#proofs/profile.ts'
import type { Read, Reader, Sight } from '#proofs/reader.ts'
import { bioOf } from '#proofs/website.ts'

const host = 't.me'

const looked = ['tgme_page_title', 'tgme_page_description', 'tgme_icon_user', 'tgme_username_link']

async function read({ get }: Sight, handle: string): Promise<Read<Profile>> {
  const answer = await askHtml(get, { url: `https://${host}/${encodeURIComponent(handle)}` })
  if (answer.kind === 'missing') return answer
  const page = readHtml(
    answer.value,
    (tag, classes) => tag === 'a' || classes.some((name) => looked.includes(name)),
  )
  const elements = page?.elements ?? []
  const first = (name: string) =>
    elements.find(({ attributes }) => attributes['class']?.split(/\s+/).includes(name))
  // Every page of an account offers to open it in the app, under its name.
  const isItsOwn = elements.some(({ attributes }) => isNamed(attributes['href'] ?? '', handle))
  if (!isItsOwn) throw unexpected(host, 'the page does not name the account')
  if (first('tgme_page_title') !== undefined) {
    const bio = bioOf(first('tgme_page_description')?.text)
    return { kind: 'read', value: { handle, platformId: null, websites: [], bio } }
  }
  // Of a name that nobody has, Telegram shows an icon and "you can contact @name": that page, and no other.
  if (first('tgme_icon_user') !== undefined && first('tgme_username_link') !== undefined) {
    return { kind: 'missing' }
  }
  throw unexpected(host, 'the page has no title')
}

function isNamed(href: string, handle: string): boolean {
  const url = URL.parse(href)
  return url?.protocol === 'tg:' && url.searchParams.get('domain')?.toLowerCase() === handle
}

/** Public pages of channels, groups, bots and people. Links in a description are a mention like any other. */
export const telegram: Reader = {
  host: () => host,
  profile: read,
  help: {
    bio: 'Open Edit → Description of your channel, or Settings → Bio of your account, on Telegram, and',
  },
}
