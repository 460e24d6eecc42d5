import type { Platform } from '#accounts/platform.ts'
import { lead } from '#accounts/segments.ts'

const tabs = [
  'about',
  'album',
  'friends',
  'groups',
  'links',
  'market',
  'members',
  'photos',
  'pphotos',
  'statuses',
  'topics',
  'video',
]

/** `acme` is an address that its owner chose; `group/123` and `profile/123` are numbered without one. */
export const odnoklassniki: Platform = {
  name: 'Odnoklassniki',
  hosts: ['ok.ru', 'odnoklassniki.ru'],
  otherHosts: ['okl.lt', 'mycdn.me'],
  handle: /^(?:(?:group|profile)\/[1-9]\d{4,18}|(?=.*[a-z])[a-z\d_][a-z\d._-]{1,49})$/,
  read: (segments) => {
    const [kind = ''] = segments
    const isNumbered = /^(?:group|profile)$/i.test(kind)
    const own = lead(segments, isNumbered ? 2 : 1, tabs)
    return own && own.join('/')
  },
  reserved: (
    'about about-us address ads api app apps blog bookmarks business cdk dk discussions events feed feeds friends ' +
    'game games gifts group groups guests hashtag hello help hobby holidays live login market marks messages ' +
    'mobile moderation music notifications online payment photos post press privacy profile promo regulations ' +
    'restore search settings share stickers topic topics toys tv user video videoembed videos web-api welcome'
  ).split(' '),
  profile: (handle) => `https://ok.ru/${handle}`,
  proofs: {
    none: 'cannot be checked automatically: moderator review with evidence',
    id: 'group or profile id',
  },
  examples: {
    accepts: {
      'https://ok.ru/Acme': 'acme',
      'https://ok.ru/group/68856608981036': 'group/68856608981036',
      'm.ok.ru/group/68856608981036/topics?x=1': 'group/68856608981036',
      'https://www.odnoklassniki.ru/profile/123456789012': 'profile/123456789012',
    },
    rejects: [
      'https://ok.ru/group/68856608981036/topic/155000000000000',
      'https://ok.ru/video/123456789012',
      'https://ok.ru/feed',
      'https://ok.ru/dk?st.cmd=anonymMain',
      'https://ok.ru/search?st.query=acme',
      'https://connect.ok.ru/offer?url=https://acme.com',
      'https://ok.ru.evil.example/acme',
    ],
  },
}
