import { describe, expect, it } from 'vitest'
import { parseAccount, type AccountReason } from '#accounts/parse-account.ts'

const channel = 'UCzYnZdnggK27SJgy3MRh6Wg'

describe('one account has one canonical form', () => {
  it.each<[string, string[]]>([
    [
      'https://x.com/acme',
      [
        'https://x.com/acme',
        'http://www.x.com/Acme/',
        'HTTPS://TWITTER.COM/ACME',
        '//twitter.com/acme',
        'twitter.com/acme',
        'x.com/acme?ref_src=twsrc',
        'https://x.com//acme//',
        'https://x.com:443/acme',
        'https://x.com./acme',
        '  \u200bhttps://x.com/acme\u2060\n',
        'https://x.com/\u200bacme',
        'https://x.com/%61cme',
        'https://x.com/search/../acme',
      ],
    ],
    [
      'https://www.facebook.com/100064378552150',
      [
        'https://www.facebook.com/Gemeinde-Garnich-100064378552150',
        'https://fr-fr.facebook.com/profile.php?id=100064378552150',
        'm.facebook.com/people/Anybody/100064378552150/',
        'facebook.com/100064378552150/about',
        'https://www.facebook.com/pages/Somebody-Else/100064378552150?sk=info',
      ],
    ],
    [
      `https://www.youtube.com/channel/${channel}`,
      [`youtube.com/channel/${channel}/videos`, `https://music.youtube.com/channel/${channel}`],
    ],
    [
      'https://www.linkedin.com/company/h%C3%B6gskolan-i-sk%C3%B6vde',
      [
        'linkedin.com/company/högskolan-i-skövde/about',
        'https://se.linkedin.com/company/ho\u0308gskolan-i-sko\u0308vde',
        'https://www.linkedin.com/company/H%C3%96GSKOLAN-i-sk%c3%b6vde?originalSubdomain=se',
      ],
    ],
    [
      'https://mastodon.social/@acme',
      ['@acme@mastodon.social', 'acct:Acme@Mastodon.Social', 'mastodon.social/users/acme'],
    ],
    [
      'https://bsky.app/profile/acme.com',
      ['@acme.com', 'at://ACME.com/', 'bsky.app/profile/@acme.com/followers'],
    ],
    ['https://www.threads.com/@acme', ['@acme@threads.net', 'threads.net/@acme']],
    [
      'https://t.me/acme_news',
      [
        'HTTP://T.ME/Acme_News',
        't.me/%41cme_news/',
        'https://t.me/s/acme_news?before=5#x',
        'https://www.telegram.me/@acme_news',
        '\u200ftelegram.dog/acme\u200b_news',
        'https://web.telegram.org/a/#@acme_news',
        'tg:resolve?domain=acme_news',
      ],
    ],
    [
      'https://whatsapp.com/channel/0029Va7EmX7BvvseYXLRgs1p',
      [
        'http://www.whatsapp.com/channel/0029Va7EmX7BvvseYXLRgs1p/',
        '//whatsapp.com/CHANNEL/0029Va7EmX7BvvseYXLRgs1p?x',
      ],
    ],
    [
      'https://www.reddit.com/user/acme',
      [
        'https://old.reddit.com/u/Acme',
        'reddit.com/r/u_acme',
        'https://es.reddit.com/user/acme/comments/',
        'u/Acme',
      ],
    ],
    [
      'https://www.pinterest.com/acme',
      ['pinterest.es/Acme', 'https://www.pinterest.com.au/acme/_saved', 'https://br.pinterest.com/acme/?x=1'],
    ],
    [
      'https://www.flickr.com/people/100564418@N08',
      ['flickr.com/photos/100564418@n08/', 'https://www.flickr.com/people/100564418%40N08/?x#y'],
    ],
    [
      'https://open.spotify.com/artist/0TnOYISbd1XYRBk9myaseg',
      [
        'https://open.spotify.com/intl-pt-BR/artist/0TnOYISbd1XYRBk9myaseg?si=a',
        'play.spotify.com/artist/0TnOYISbd1XYRBk9myaseg',
        'SPOTIFY:artist:0TnOYISbd1XYRBk9myaseg',
      ],
    ],
    [
      'https://apps.apple.com/app/id1234567890',
      ['https://itunes.apple.com/app/id1234567890', 'apps.apple.com/ES/app/whatever-else/id1234567890/?l=en'],
    ],
    [
      'https://play.google.com/store/apps/developer?id=Acme+Tools+%26+S%C3%B6hne',
      ['play.google.com/store/apps/developer?id=Acme%20Tools%20%26%20So%CC%88hne&hl=de'],
    ],
    [
      'https://vk.com/club1234567',
      ['vk.com/public1234567', 'https://m.vk.ru/event1234567', 'vkontakte.ru/club1234567/'],
    ],
    [
      'https://weibo.com/n/%E5%8C%97%E4%BA%AC',
      ['weibo.com/n/北京', 'https://www.weibo.com/n/%E5%8C%97%E4%BA%AC?x=1'],
    ],
    ['https://line.me/R/ti/p/@acme', ['line.me/ti/p/%40Acme', 'https://page.line.me/acme?openQrModal=true']],
    [
      'https://www.trustpilot.com/review/xn--mnchen-3ya.de',
      ['de.trustpilot.com/review/münchen.de', 'trustpilot.com/review/MU\u0308NCHEN.de'],
    ],
    [
      'https://acme.substack.com/',
      ['ACME.substack.com', 'https://open.substack.com/pub/acme?r=x', 'http://acme.substack.com/about'],
    ],
    ['https://lemmy.world/c/acme', ['!acme@lemmy.world', 'lemmy.world/c/Acme?sort=New']],
    ['https://lemmy.world/u/acme', ['@acme@lemmy.world', 'acct:acme@lemmy.world', 'lemmy.world/u/acme']],
  ])('%s', (url, forms) => {
    for (const form of forms) {
      const parsed = parseAccount(form)
      expect(parsed.ok ? parsed.value.url : parsed.refusal.detail, form).toBe(url)
    }
  })

  it.each([
    ['https://www.youtube.com/@acme', 'https://www.youtube.com/c/acme'],
    ['https://www.youtube.com/user/acme', 'https://www.youtube.com/c/acme'],
    [`https://www.youtube.com/channel/${channel}`, `https://www.youtube.com/@${channel}`],
    ['https://www.linkedin.com/company/acme', 'https://www.linkedin.com/in/acme'],
    ['https://mastodon.social/@acme', 'https://mastodon.example/@acme'],
    ['https://www.reddit.com/r/acme', 'https://www.reddit.com/user/acme'],
    ['https://rumble.com/c/acme', 'https://rumble.com/user/acme'],
    ['https://medium.com/@acme', 'https://medium.com/acme'],
    ['https://substack.com/@acme', 'https://acme.substack.com/'],
    ['https://lemmy.world/u/acme', 'https://lemmy.world/c/acme'],
    ['https://discord.gg/AcMe7', 'https://discord.gg/acme7'],
    ['https://pf.kakao.com/_ZeUTxl', 'https://pf.kakao.com/_zeutxl'],
    ['https://vk.com/id1234567', 'https://vk.com/club1234567'],
    [
      'https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk',
      'https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMK',
    ],
    [
      'https://play.google.com/store/apps/details?id=com.acme.app',
      'https://play.google.com/store/apps/details?id=com.acme.App',
    ],
    ['https://www.trustpilot.com/review/acme.com', 'https://www.trustpilot.com/review/www.acme.com'],
  ])('%s and %s stay two accounts', (one, other) => {
    expect(parseAccount(one).ok && parseAccount(other).ok).toBe(true)
    expect(parseAccount(one)).not.toEqual(parseAccount(other))
  })
})

describe('what is no account is refused', () => {
  it.each<[string, AccountReason, RegExp]>([
    ['https://x.com/acme/status/1', 'not_an_account', /page of X .* such as https:\/\/x\.com\/acme\.$/],
    ['x.com', 'not_an_account', /page of X/],
    ['https://www.facebook.com/', 'not_an_account', /page of Facebook/],
    ['https://twitter.com/#!/search/acme', 'not_an_account', /page of X/],
    ['https://x.com/#!/search', 'not_an_account', /page of X/],
    ['https://github.com/orgs/login', 'not_an_account', /page of GitHub/],
    ['https://l.facebook.com/?u=https://evil.example', 'not_an_account', /page of Facebook/],
    ['https://x.com/acme%2Fstatus', 'not_an_account', /page of X/],
    ['https://x.com/%E2%84%AAacme', 'not_an_account', /page of X/],
    ['https://x.com/intent/user?screen_name=%E2%84%AAacme', 'not_an_account', /page of X/],
    ['https://x.com/%FF', 'not_an_account', /page of X/],
    ['https://x.com/%00acme', 'not_an_account', /page of X/],
    ['https://x.com/acme%E2%80%8B', 'not_an_account', /page of X/],
    ['https://www.youtube.com/@acme%EF%B8%8F', 'not_an_account', /page of YouTube/],
    ['https://weibo.com/n/acme%E1%85%9F', 'not_an_account', /page of Weibo/],
    ['https://x.com/intent/user?screen_name=acme&screen_name=evil', 'not_an_account', /page of X/],
    ['https://www.facebook.com/profile.php?id=1000&id=2000', 'not_an_account', /page of Facebook/],
    ['https://instagram.com/robots.txt', 'not_an_account', /page of Instagram/],
    [
      'https://acme.com/about',
      'unknown_platform',
      /^acme\.com is none of the platforms .* added as a domain\.$/,
    ],
    ['https://eviltwitter.com/acme', 'unknown_platform', /^eviltwitter\.com is none/],
    ['https://x.com@evil.example/acme', 'unknown_platform', /^evil\.example is none/],
    ['https://\u0445.com/acme', 'unknown_platform', /^xn--/],
    ['@acme', 'unknown_platform', /^“@acme” can be somebody else’s .* Paste the profile’s link/],
    ['@acme.tools_', 'unknown_platform', /Paste the profile’s link/],
    ['Acme', 'account_not_understood', /^“Acme” is a name, not an account/],
    [
      'acme@mastodon.social',
      'account_not_understood',
      /mail address\. For a fediverse account put an @ in front, for a Nostr name nostr:;/,
    ],
    ['https://acme@x.com/acme', 'account_not_understood', /leads to x\.com in a disguised way/],
    ['https://x.com\\@evil.example/acme', 'account_not_understood', /not one whole web address/],
    ['https://x.com/acme https://x.com/evil', 'account_not_understood', /not one whole web address/],
    ['https://127.0.0.1/@acme', 'account_not_understood', /IP addresses/],
    ['@acme@x.com', 'account_not_understood', /no fediverse account\. Expected @user@host/],
    ['ftp://x.com/acme', 'account_not_understood', /begins with “ftp:”/],
    ['javascript:alert(1)', 'account_not_understood', /begins with “javascript:”/],
    ['', 'account_not_understood', /no text/],
    ['x.com/acme\u0000', 'account_not_understood', /control characters/],
    ['x.com/acme\nx.com/evil', 'account_not_understood', /several lines/],
    ['x.com/\u202eacme', 'account_not_understood', /control characters/],
    ['x.com/\ud800', 'account_not_understood', /not valid Unicode/],
    [`x.com/${'a'.repeat(2048)}`, 'account_not_understood', /more than 2048 characters/],
  ])('%j: %s', (text, reason, detail) => {
    const parsed = parseAccount(text)
    expect(parsed.ok ? parsed.value : parsed.refusal).toMatchObject({
      reason,
      detail: { en: expect.stringMatching(detail) },
    })
  })

  it('repeats at most 100 characters of what was pasted', () => {
    const parsed = parseAccount('a'.repeat(2000))
    expect(parsed.ok ? '' : parsed.refusal.detail.en).toContain(`“${'a'.repeat(100)}…”`)
  })
})

describe('with the platform given', () => {
  it.each([
    ['x', '@Acme', 'https://x.com/acme'],
    ['instagram', ' acme.tools\u200b', 'https://www.instagram.com/acme.tools'],
    ['linkedin', 'company/acme', 'https://www.linkedin.com/company/acme'],
    ['youtube', channel, `https://www.youtube.com/channel/${channel}`],
    ['mastodon', 'acme@mastodon.social', 'https://mastodon.social/@acme'],
    ['bluesky', 'acme.com', 'https://bsky.app/profile/acme.com'],
    ['reddit', 'user/Acme', 'https://www.reddit.com/user/acme'],
    ['vk', 'public12345', 'https://vk.com/club12345'],
    ['line', '@acme', 'https://line.me/R/ti/p/@acme'],
    ['medium', '@acme', 'https://medium.com/@acme'],
    ['nostr', '_@acme.com', 'https://njump.me/_@acme.com'],
    ['appstore', 'id1234567890', 'https://apps.apple.com/app/id1234567890'],
    ['kakaotalk', '_ZeUTxl', 'https://pf.kakao.com/_ZeUTxl'],
    ['x', 'https://twitter.com/acme', 'https://x.com/acme'],
  ])('%s: %s', (platform, text, url) => {
    const parsed = parseAccount(text, { platform })
    expect(parsed.ok ? parsed.value : parsed.refusal).toMatchObject({ platform, url })
  })

  it.each<[string, string, AccountReason]>([
    ['x', 'https://www.instagram.com/acme', 'platform_mismatch'],
    ['x', 'login', 'account_not_understood'],
    ['facebook', 'login', 'account_not_understood'],
    ['x', 'acme tools', 'account_not_understood'],
    ['x', '', 'account_not_understood'],
    ['x', 'https://x.com/acme/status/1', 'not_an_account'],
    ['linkedin', 'acme', 'account_not_understood'],
    ['mastodon', 'acme@x.com', 'account_not_understood'],
    ['reddit', 'acme', 'account_not_understood'],
    ['reddit', 'r/all', 'account_not_understood'],
    ['discord', 'https://discord.com/channels/1/2', 'not_an_account'],
    ['vk', 'wall-1_2', 'account_not_understood'],
    ['googleplay', 'acme', 'account_not_understood'],
    ['mastodon', 'acme@eviltiktok.com', 'account_not_understood'],
    ['mastodon', '!acme@mastodon.social', 'account_not_understood'],
    ['orkut', '@acme', 'unknown_platform'],
    ['constructor', '@acme', 'unknown_platform'],
  ])('%s refuses %j: %s', (platform, text, reason) => {
    expect(parseAccount(text, { platform })).toMatchObject({ ok: false, refusal: { reason } })
  })
})
