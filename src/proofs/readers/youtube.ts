import { z } from 'zod'
import { parseAccount } from '#accounts/parse-account.ts'
import { youtube as platform } from '#accounts/platforms/youtube.ts'
import { askHtml, askJson } from '#proofs/ask.ts'
import { unexpected } from '#proofs/platform-silent.ts'
import type { PostReading, Profile } from '#proofs/profile.ts'
import type { Read, Reader, Sight } from '#proofs/reader.ts'
import { bioOf } from '#proofs/website.ts'
import { channelIn } from './youtube-page.ts'

const host = 'www.youtube.com'
const channelId = /^UC[\w-]{22}$/

const oembedShape = z.object({ title: z.string(), author_url: z.string(), html: z.string() })

/** The channel's own page, on which its links are. */
async function read({ get }: Sight, handle: string): Promise<Read<Profile>> {
  const url = `${platform.profile(handle)}/about`
  const answer = await askHtml(get, { url, headers: { 'accept-language': 'en' } })
  if (answer.kind === 'missing') return answer
  const channel = channelIn(answer.value)
  if (channel === null) throw unexpected(host, 'the page tells nothing of the channel and its links')
  if (channel === 'missing') return { kind: 'missing' }
  const { id, vanityUrl, description, websites } = channel
  if (!channelId.test(id) || (channelId.test(handle) && handle !== id)) {
    throw unexpected(host, 'it shows another channel')
  }
  const named = vanityUrl === null ? null : parseAccount(vanityUrl, { platform: 'youtube' })
  const own = named?.ok === true ? named.value.handle : id
  return { kind: 'read', value: { handle: own, platformId: id, websites, bio: bioOf(description) } }
}

async function readVideo({ get }: Sight, id: string): Promise<Read<PostReading>> {
  const watch = `https://${host}/watch?v=${id}`
  const url = `https://${host}/oembed?url=${encodeURIComponent(watch)}&format=json`
  const answer = await askJson(get, { url }, oembedShape)
  if (answer.kind === 'missing') return answer
  const { title, author_url: authorUrl, html } = answer.value
  const author = parseAccount(authorUrl, { platform: 'youtube' })
  if (!author.ok || /\/embed\/([\w-]{11})(?![\w-])/.exec(html)?.[1] !== id) {
    throw unexpected(host, 'it shows another video')
  }
  const { handle } = author.value
  const platformId = channelId.test(handle) ? handle : null
  return { kind: 'read', value: { url: watch, author: { handle, platformId }, text: title, at: null } }
}

const videoId = /^[\w-]{11}$/

function videoIn(pasted: string): string | null {
  const url = URL.parse(pasted.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  const [first = '', second = ''] = url.pathname.split('/').slice(1)
  const isShort = url.hostname === 'youtu.be'
  if (!isShort && !/^(?:(?:www|m|music)\.)?youtube\.com$/.test(url.hostname)) return null
  const isPath = ['shorts', 'live', 'embed'].includes(first)
  const id = isShort ? first : first === 'watch' ? url.searchParams.get('v') : isPath ? second : null
  return id !== null && videoId.test(id) ? id : null
}

export const youtube: Reader = {
  host: () => host,
  profile: read,
  profileById: read,
  post: (sight, url) => {
    const id = videoIn(url)
    return id === null ? null : readVideo(sight, id)
  },
  help: {
    website: 'Open YouTube Studio → Customization → Profile → Links, and',
    bio: 'Open YouTube Studio → Customization → Profile → Description, and',
    post: 'Upload a public video or short, and in its title',
  },
}
