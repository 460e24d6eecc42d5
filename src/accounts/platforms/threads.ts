import type { Platform } from '#accounts/platform.ts'
import { readAtHandle } from '#accounts/segments.ts'

const text = /^(?:acct:)?@?([a-z\d_.]+)@(?:www\.)?threads\.(?:net|com)$/i

export const threads: Platform = {
  name: 'Threads',
  hosts: ['threads.com', 'threads.net'],
  handle: /^(?!.*\.\.)[a-z\d_](?:[a-z\d_.]{0,28}[a-z\d_])?$/,
  read: (segments) => readAtHandle(segments, ['media', 'replies', 'reposts']),
  // Threads speaks ActivityPub: the fediverse knows its accounts as `@acme@threads.net`.
  readText: (pasted) => (/^(?:acct:|@)/i.test(pasted) ? (text.exec(pasted)?.[1] ?? null) : null),
  profile: (handle) => `https://www.threads.com/@${handle}`,
  proofs: { website: 'links of the profile, where Threads marks them rel="me"' },
  examples: {
    accepts: {
      'https://www.threads.net/@Acme': 'acme',
      'threads.com/@acme/replies': 'acme',
      'https://www.threads.com/@acme?hl=en': 'acme',
      '@acme@threads.net': 'acme',
    },
    rejects: [
      'https://www.threads.com/@acme/post/C8abc',
      'https://www.threads.com/login',
      'https://www.threads.com/search?q=acme',
      'https://www.threads.com/acme',
      'https://threads.com.evil.example/@acme',
    ],
  },
}
