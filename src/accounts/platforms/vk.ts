import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

/** A post, photo or other thing of an account: `wall-1_2`, `photo1_2`, `app123`, `topic-1_2`. */
const thing =
  /^(?:albums?|apps?|artist|audios?|audio_playlist|board|clips?|docs?|gifts|market|messages|music|notes?|pages?|photos?|podcasts?|poll|product|stats|story|stories|tag|topic|uslugi|videos?|wall|write)-?\d+(?:_\d+)?(?:_[a-z\d]+)?$/i

/** Groups, pages and events are numbered together: `public1`, `event1` and `club1` lead to one community. */
function canonical(handle: string): string {
  return handle.toLowerCase().replace(/^(?:public|event)(?=\d+$)/, 'club')
}

export const vk: Platform = {
  name: 'VK',
  hosts: ['vk.com', 'vk.ru', 'vkontakte.ru'],
  subdomains: /^(?:www|m|new)$/,
  otherHosts: ['vk.cc', 'vk.me', 'vkvideo.ru', 'userapi.com'],
  handle: /^(?:(?:id|club)[1-9]\d{0,11}|(?!(?:id|club|public|event)\d+$)(?=.*[a-z])[a-z\d_][a-z\d_.]{1,63})$/,
  read: (segments, url) => {
    const own = lead(segments, 1)?.[0]
    // A post or photo of somebody's opens over the page that it was found on.
    const isCovered = url.searchParams.has('w') || url.searchParams.has('z')
    return own === undefined || isCovered || thing.test(own) || /\.php$/i.test(own) ? null : own
  },
  canonical,
  reserved: (
    'about account ads al albums apps artist audio audios away blog board bookmarks bugs calls catalog clips ' +
    'connect dev discover doc docs edit events fave feed friends games gifts groups help im jobs join landing ' +
    'legal live login logout mail market menu messages mobile music news notifications photos podcasts policy ' +
    'press privacy products reg register restore search services settings share stats stickers stories support ' +
    'terms verify video videos vkpay widget_community.php write'
  ).split(' '),
  profile: (handle) => `https://vk.com/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: VK answers nobody who has not signed in; moderator review with evidence',
    id: 'user or community id',
  },
  examples: {
    accepts: {
      'https://vk.com/Acme_Tools': 'acme_tools',
      'm.vk.com/id123456?from=search': 'id123456',
      'https://vkontakte.ru/acme.tools': 'acme.tools',
      'https://vk.com/public1234567': 'club1234567',
      'https://vk.ru/event1234567': 'club1234567',
      'https://vk.com/club1234567': 'club1234567',
    },
    rejects: [
      'https://vk.com/wall-1234567_89',
      'https://vk.com/acme?w=wall-1234567_89',
      'https://vk.com/photo123_456',
      'https://vk.com/@acme-our-new-tools',
      'https://vk.com/app1234567',
      'https://vk.com/share.php?url=https://acme.com',
      'https://vk.com/away.php?to=https://acme.com',
      'https://vk.com/search?c[q]=acme',
      'https://vk.com/feed',
      'https://oauth.vk.com/acme',
      'https://vk.com.evil.example/acme',
    ],
  },
}
