import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const tabs = [
  'about',
  'channels',
  'community',
  'courses',
  'featured',
  'live',
  'membership',
  'playlists',
  'podcasts',
  'posts',
  'releases',
  'shorts',
  'store',
  'streams',
  'videos',
]

/** Pages that stand where an old custom address, `youtube.com/acme`, may stand too. */
const pages = new Set(
  (
    'about account account_notifications ads attribution_link audiolibrary c channel channel_switcher channels ' +
    'clip copyright creators custom dashboard e embed fashion feed gaming hashtag howyoutubeworks iframe_api ' +
    'index jobs kids learning live live_chat login logout movies music my_videos new news oembed playlist ' +
    'podcasts post premium press privacy redirect reporthistory results s search select_site sendfriend ' +
    'share shorts signin signup source sports subscription_center supported_browsers t terms testtube ' +
    'trending tv upload user v verify view_play_list watch watch_popup youtubei yt yts'
  ).split(' '),
)

const isChannelId = (handle: string) => /^UC[\w-]{22}$/.test(handle)

/**
 * Four name spaces: `acme` is the handle `@acme`, `UC…` a channel's id, and `c/acme` and `user/acme` the old
 * addresses, which may belong to another channel than `@acme`. Only ids are case-sensitive.
 */
export const youtube: Platform = {
  name: 'YouTube',
  hosts: ['youtube.com'],
  subdomains: /^(?:www|m|mobile|music|gaming|[a-z]{2})$/,
  otherHosts: ['youtu.be', 'youtube-nocookie.com', 'yt.be'],
  handle: /^(?:UC[\w-]{22}|(?:(?:c|user)\/)?[\p{L}\p{M}\p{N}_.·-]{1,100})$/u,
  idForm: /^UC[\w-]{22}$/,
  read: (segments) => {
    const [first = ''] = segments
    if (first.startsWith('@')) return lead(segments, 1, tabs) && first.slice(1).toLowerCase()
    const kind = first.toLowerCase()
    if (kind === 'channel') {
      const id = lead(segments, 2, tabs)?.[1] ?? ''
      return isChannelId(id) ? id : null
    }
    if (kind === 'c' || kind === 'user') {
      const name = lead(segments, 2, tabs)?.[1]
      return name === undefined ? null : `${kind}/${name}`
    }
    const isCustom = /^[\p{L}\p{M}\p{N}_-]+$/u.test(first) && !pages.has(kind) && lead(segments, 1, tabs)
    return isCustom ? `c/${first}` : null
  },
  canonical: (handle) => (isChannelId(handle) ? handle : handle.toLowerCase()),
  profile: (handle) => {
    if (isChannelId(handle)) return `https://www.youtube.com/channel/${handle}`
    const path = handle.includes('/') ? handle : `@${handle}`
    return `https://www.youtube.com/${encodeURI(path)}`
  },
  proofs: {
    website: 'links of the channel, or `trust://acme.com!` in its description',
    post: 'code in the title of a video, by oEmbed',
    id: 'channel id',
  },
  examples: {
    accepts: {
      'https://www.youtube.com/@Acme/videos': 'acme',
      'm.youtube.com/%40acme?si=1': 'acme',
      'https://www.youtube.com/@δημοσκυθρεασ': 'δημοσκυθρεασ',
      'https://www.youtube.com/channel/UCzYnZdnggK27SJgy3MRh6Wg/about': 'UCzYnZdnggK27SJgy3MRh6Wg',
      'https://www.youtube.com/c/Acme': 'c/acme',
      'https://www.youtube.com/user/Acme/featured': 'user/acme',
      'https://www.youtube.com/Acme': 'c/acme',
    },
    rejects: [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      'https://youtu.be/dQw4w9WgXcQ',
      'https://www.youtube.com/shorts/dQw4w9WgXcQ',
      'https://www.youtube.com/playlist?list=PL1',
      'https://www.youtube.com/results?search_query=acme',
      'https://www.youtube.com/@acme/search?query=x',
      'https://www.youtube.com/channel/uczynzdnggk27sjgy3mrh6wg',
      'https://studio.youtube.com/channel/UCzYnZdnggK27SJgy3MRh6Wg',
      'https://youtube.com.evil.example/channel/UCzYnZdnggK27SJgy3MRh6Wg',
    ],
  },
}
