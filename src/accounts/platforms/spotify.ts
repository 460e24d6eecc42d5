import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const kinds = new Set(['artist', 'show', 'user'])
const tabs = [
  'about',
  'concerts',
  'discography',
  'followers',
  'following',
  'gallery',
  'merch',
  'playlists',
  'related',
]

/** Ids are case-sensitive; user names are not. */
function canonical(handle: string): string {
  const [kind = '', id = ''] = handle.split('/')
  return kind.toLowerCase() === 'user' ? `user/${id.toLowerCase()}` : `${kind.toLowerCase()}/${id}`
}

/** The kind stays in the handle. A show is a podcast; albums, songs, episodes and playlists are nobody's account. */
export const spotify: Platform = {
  name: 'Spotify',
  hosts: ['open.spotify.com', 'play.spotify.com'],
  otherHosts: ['spotify.link', 'spoti.fi', 'anchor.fm'],
  handle: /^(?:(?:artist|show)\/[A-Za-z\d]{22}|user\/[\p{Ll}\p{Lo}\d_.-]{1,64})$/u,
  read: (segments) => {
    const own = /^intl-[a-z]{2}(?:-[a-z]{2})?$/i.test(segments[0] ?? '') ? segments.slice(1) : segments
    const [kind = '', id] = lead(own, 2, tabs) ?? []
    return kinds.has(kind.toLowerCase()) && id !== undefined ? `${kind}/${id}` : null
  },
  schemes: ['spotify'],
  readText: (text) => {
    const [, kind, id] = /^spotify:(artist|show|user):([^:/\s]+)$/i.exec(text) ?? []
    return kind === undefined || id === undefined ? null : `${kind}/${id}`
  },
  canonical,
  profile: (handle) => `https://open.spotify.com/${encodeURI(handle)}`,
  proofs: {
    none: 'cannot be checked automatically: moderator review with evidence',
    id: 'artist, show or user id, which is the handle',
  },
  examples: {
    accepts: {
      'https://open.spotify.com/artist/0TnOYISbd1XYRBk9myaseg?si=1': 'artist/0TnOYISbd1XYRBk9myaseg',
      'open.spotify.com/intl-es/artist/0TnOYISbd1XYRBk9myaseg/about': 'artist/0TnOYISbd1XYRBk9myaseg',
      'https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk': 'show/4rOoJ6Egrf8K2IrywzwOMk',
      'https://play.spotify.com/user/Acme': 'user/acme',
      'spotify:artist:0TnOYISbd1XYRBk9myaseg': 'artist/0TnOYISbd1XYRBk9myaseg',
    },
    rejects: [
      'https://open.spotify.com/track/11dFghVXANMlKmJXsNCbNl',
      'https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M',
      'https://open.spotify.com/episode/512ojhOuo1ktJprKbVcKyQ',
      'https://open.spotify.com/user/acme/playlist/37i9dQZF1DXcBWIGoYBM5M',
      'https://open.spotify.com/search/acme',
      'https://accounts.spotify.com/login',
      'spotify:track:11dFghVXANMlKmJXsNCbNl',
      'https://spotify.link/AbCdEf',
      'https://open.spotify.com.evil.example/artist/0TnOYISbd1XYRBk9myaseg',
    ],
  },
}
