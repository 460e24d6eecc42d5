import { describe, expect, it } from 'vitest'
import { readQuery, type Query, type QueryReason } from '#accounts/read-query.ts'

describe('a query is told apart', () => {
  it.each<[string, Query]>([
    ['acme.com', { kind: 'domain', host: 'acme.com' }],
    ['ACME.com.', { kind: 'domain', host: 'acme.com' }],
    ['www.acme.example/about?x=1', { kind: 'domain', host: 'www.acme.example' }],
    ['https://acme.com/some/page', { kind: 'domain', host: 'acme.com' }],
    ['http://acme.com:8080', { kind: 'domain', host: 'acme.com' }],
    ['acme.com:8080/x', { kind: 'domain', host: 'acme.com' }],
    ['münchen.de', { kind: 'domain', host: 'xn--mnchen-3ya.de' }],
    ['x.com', { kind: 'domain', host: 'x.com' }],
    ['https://www.facebook.com/', { kind: 'domain', host: 'www.facebook.com' }],
    ['https://x.com/?lang=en', { kind: 'domain', host: 'x.com' }],
    ['eviltwitter.com/acme', { kind: 'domain', host: 'eviltwitter.com' }],
    ['https://x.com.evil.example/acme', { kind: 'domain', host: 'x.com.evil.example' }],
    ['https://x.com@evil.example/acme', { kind: 'domain', host: 'evil.example' }],
    ['https://\u0445.com/acme', { kind: 'domain', host: 'xn--u1a.com' }],
    ['https://gab.com/@acme', { kind: 'domain', host: 'gab.com' }],
    ['https://shop.acme.com/c/tools', { kind: 'domain', host: 'shop.acme.com' }],
    ['https://eviltiktok.com/@acme', { kind: 'domain', host: 'eviltiktok.com' }],
    ['https://forum.acme.com/users/sign_in', { kind: 'domain', host: 'forum.acme.com' }],
    ['acme', { kind: 'name', text: 'acme' }],
    [' Acme  Tools\u00a0Ltd. ', { kind: 'name', text: 'Acme Tools Ltd.' }],
    ['Cafe\u0301', { kind: 'name', text: 'Café' }],
    ['node.js', { kind: 'name', text: 'node.js' }],
    ['R/GA', { kind: 'name', text: 'R/GA' }],
    ['Spotify: our songs', { kind: 'name', text: 'Spotify: our songs' }],
    ['AC/DC', { kind: 'name', text: 'AC/DC' }],
    ['Acme: the brand', { kind: 'name', text: 'Acme: the brand' }],
    ['Yahoo!', { kind: 'name', text: 'Yahoo!' }],
    ['@acme', { kind: 'name', text: '@acme', handle: 'acme' }],
    ['@gemeinde.zurzach', { kind: 'name', text: '@gemeinde.zurzach', handle: 'gemeinde.zurzach' }],
    ['@acme tools', { kind: 'name', text: '@acme tools' }],
    ['👩‍💻 Acme', { kind: 'name', text: '👩‍💻 Acme' }],
  ])('%j', (text, query) => {
    expect(readQuery(text)).toEqual({ ok: true, value: query })
  })

  it.each([
    ['@acme.com', 'bluesky', 'acme.com'],
    ['acme.bsky.social', 'bluesky', 'acme.bsky.social'],
    ['at://did:plc:z72i7hdynmk6r22z27h6tvur', 'bluesky', 'did:plc:z72i7hdynmk6r22z27h6tvur'],
    ['@acme@mastodon.social', 'mastodon', 'acme@mastodon.social'],
    ['acct:acme@social.acme.com', 'mastodon', 'acme@social.acme.com'],
    ['https://social.acme.com/@news', 'mastodon', 'news@social.acme.com'],
    ['!tools@lemmy.world', 'mastodon', '!tools@lemmy.world'],
    ['https://medium.com/@acme', 'medium', 'acme'],
    ['acme.substack.com', 'substack', 'pub/acme'],
    ['r/acme', 'reddit', 'r/acme'],
    ['nostr:_@acme.com', 'nostr', '_@acme.com'],
  ])('%s is an account on %s', (text, platform, handle) => {
    expect(readQuery(text)).toMatchObject({
      ok: true,
      value: { kind: 'account', account: { platform, handle } },
    })
  })
})

describe('a query is refused', () => {
  it.each<[string, QueryReason]>([
    ['https://x.com/search?q=acme', 'not_an_account'],
    ['x.com/acme/status/1', 'not_an_account'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'not_an_account'],
    ['https://youtu.be/dQw4w9WgXcQ', 'not_an_account'],
    ['https://t.co/abc', 'not_an_account'],
    ['https://l.facebook.com/l.php?u=https://acme.com', 'not_an_account'],
    ['https://raw.github.com/acme', 'not_an_account'],
    ['https://mastodon.social/@acme/109876543210', 'not_an_account'],
    ['https://evil.example/@acme@mastodon.social', 'not_an_account'],
    ['at://acme.com/app.bsky.feed.post/3k', 'not_an_account'],
    ['acct:acme', 'not_an_account'],
    ['https://acme.substack.com/@acme', 'not_an_account'],
    ['https://t.me/c/1234567890/5', 'not_an_account'],
    ['https://wa.me/34600123123', 'not_an_account'],
    ['https://b23.tv/AbCdEf', 'not_an_account'],
    ['spotify:track:11dFghVXANMlKmJXsNCbNl', 'not_an_account'],
    ['!acme@mastodon.social', 'query_not_understood'],
    ['_@acme.com', 'query_not_understood'],
    ['', 'query_not_understood'],
    ['@', 'query_not_understood'],
    ['@@acme', 'query_not_understood'],
    [' \t\n', 'query_not_understood'],
    ['\u200b\u200d\ufeff\u2800', 'query_not_understood'],
    ['acme\u0007', 'query_not_understood'],
    ['acme\nevil', 'query_not_understood'],
    ['\u202emoc.emca', 'query_not_understood'],
    ['a'.repeat(2049), 'query_not_understood'],
    ['\udc00acme', 'query_not_understood'],
    ['info@acme.com', 'query_not_understood'],
    ['mailto:info@acme.com', 'query_not_understood'],
    ['https://', 'query_not_understood'],
    ['https:/x.com/acme', 'query_not_understood'],
    ['http://localhost/acme', 'query_not_understood'],
    ['http://[::1]/acme', 'query_not_understood'],
    ['http://0x7f.1/', 'query_not_understood'],
    ['https://acme@x.com/acme', 'query_not_understood'],
    ['https://\uff58.com/acme', 'query_not_understood'],
    ['https://x.com:8443/acme', 'query_not_understood'],
  ])('%j: %s', (text, reason) => {
    expect(readQuery(text)).toMatchObject({ ok: false, refusal: { reason } })
  })

  it('takes 2,048 characters and no more', () => {
    expect(readQuery('a'.repeat(2048)).ok).toBe(true)
  })
})
