import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const tabs = ['about', 'live', 'livestreams', 'playlists', 'reposts', 'shorts', 'videos']

/** The kind stays in the handle: the channel `c/acme` and the user `user/acme` are two. */
export const rumble: Platform = {
  name: 'Rumble',
  hosts: ['rumble.com'],
  handle: /^(?:c|user)\/[a-z\d_][a-z\d_.-]{0,63}$/,
  read: (segments) => {
    const kind = segments[0]?.toLowerCase()
    const name = lead(segments, 2, tabs)?.[1]
    return (kind === 'c' || kind === 'user') && name !== undefined ? `${kind}/${name}` : null
  },
  profile: (handle) => `https://rumble.com/${handle}`,
  proofs: { none: 'cannot be checked automatically: moderator review with evidence' },
  examples: {
    accepts: {
      'https://rumble.com/c/AcmeTools': 'c/acmetools',
      'rumble.com/c/c-1234567/videos?page=2': 'c/c-1234567',
      'https://www.rumble.com/user/Acme': 'user/acme',
    },
    rejects: [
      'https://rumble.com/v1abcde-our-new-tools.html',
      'https://rumble.com/embed/v1abcde/',
      'https://rumble.com/search/all?q=acme',
      'https://rumble.com/category/news',
      'https://rumble.com/login.php',
      'https://rumble.com/acme',
      'https://rumble.com.evil.example/c/acmetools',
    ],
  },
}
