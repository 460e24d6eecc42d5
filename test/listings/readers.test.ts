import { describe, expect, test } from 'vitest'
import { readTable } from '#listings/account-table.ts'
import type { Entry } from '#listings/entry.ts'
import { readHomePage } from '#listings/home-page.ts'
import { readJsonLd } from '#listings/json-ld.ts'
import { readTrustTxt } from '#listings/trust-txt.ts'
import { readXpoc } from '#listings/xpoc.ts'

const xpoc = (text: string): readonly Entry[] => {
  const read = readXpoc(text)
  if (!read.ok) throw new Error(read.refusal.detail.en)
  return read.value
}
const page = (html: string) => readHomePage(html).entries

/** `x/acme` for what was understood, the reason for what was not; the line before it where there is one. */
const said = (entries: readonly Entry[]) =>
  entries.map(({ line, relation, account }) => {
    const what = account.ok ? `${account.value.platform}/${account.value.handle}` : account.refusal.reason
    return [...(line === null ? [] : [String(line)]), what, ...(relation === null ? [] : [relation])].join(
      ' ',
    )
  })

type Case = readonly [name: string, text: string, expected: readonly string[]]

describe('trust.txt', () => {
  test.each<Case>([
    [
      'one account a line',
      'social=https://x.com/acme\nsocial=https://github.com/acme',
      ['1 x/acme', '2 github/acme'],
    ],
    [
      'a byte order mark and Windows line ends',
      '\uFEFFsocial=https://x.com/acme\r\nsocial=https://t.me/acme',
      ['1 x/acme', '2 telegram/acme'],
    ],
    [
      'line ends of old Macs',
      'social=https://x.com/acme\rsocial=https://t.me/acmenews',
      ['1 x/acme', '2 telegram/acmenews'],
    ],
    ['attributes in any case, with white space', '  Social = https://x.com/acme  ', ['1 x/acme']],
    [
      'comments, whole and behind',
      '# ours\nsocial=https://x.com/acme # the main one\n#social=https://x.com/old',
      ['2 x/acme'],
    ],
    ['a fragment that is no comment', 'social=https://x.com/acme#about', ['1 x/acme']],
    [
      'attributes that name no account',
      'member=https://journallist.net/\ncontact=mailto:a@acme.com\ndatatrainingallowed=no\ncontrol=https://acme.es',
      [],
    ],
    ['a post', 'social=https://x.com/acme/status/1', ['1 not_an_account']],
    ['a site that nobody knows', 'social=https://acme.example/', ['1 unknown_platform']],
    ['a look-alike host', 'social=https://x.com.evil.example/acme', ['1 unknown_platform']],
    ['a disguised address', 'social=https://x.com@evil.example/acme', ['1 unknown_platform']],
    ['a bare handle', 'social=@acme', ['1 invalid_request']],
    ['another scheme', 'social=javascript:alert(1)', ['1 invalid_request']],
    ['nothing', 'social=', ['1 invalid_request']],
    [
      'a page instead',
      '<!doctype html>\n<title>Not found</title>',
      ['1 invalid_request', '2 invalid_request'],
    ],
    ['an empty file', '', []],
  ])('reads %s', (_, text, expected) => {
    expect(said(readTrustTxt(text))).toEqual(expected)
  })
})

describe('rel="me"', () => {
  test.each<Case>([
    [
      'links of every kind',
      '<link rel="me" href="https://x.com/acme"><body><a rel=me href=https://github.com/acme>us</a><map><area rel="me" href="https://t.me/acme"></map>',
      ['x/acme', 'github/acme', 'telegram/acme'],
    ],
    [
      'me among other words, in any case',
      '<a rel="noopener ME nofollow" href="https://x.com/acme">',
      ['x/acme'],
    ],
    [
      'words that only begin so',
      '<a rel="menu" href="https://x.com/acme"><a rel="x-me" href="https://x.com/two">',
      [],
    ],
    ['links without it', '<a href="https://x.com/acme">X</a>', []],
    [
      'comments, templates and scripts',
      '<!-- <a rel=me href=https://x.com/a> --><template><a rel=me href=https://x.com/b></a></template><script>"<a rel=me href=https://x.com/c>"</script><textarea><a rel=me href=https://x.com/d></textarea>',
      [],
    ],
    ['a tag that the text breaks off in', '<a rel="me" href="https://x.com/acme', []],
    [
      'addresses that are not absolute',
      '<a rel="me" href="/acme"><a rel="me" href="//x.com/acme"><a rel="me" href="mailto:a@acme.com">',
      ['invalid_request', 'invalid_request', 'invalid_request'],
    ],
    [
      'entities and white space in an address',
      '<a rel="me" href=" https://x.com/acme?a=1&amp;b=2 ">',
      ['x/acme'],
    ],
    [
      'an account of the fediverse',
      '<a rel="me" href="https://mastodon.social/@acme">',
      ['mastodon/acme@mastodon.social'],
    ],
    ['no link at all', '<a rel="me">', ['invalid_request']],
  ])('reads %s', (_, html, expected) => {
    expect(said(page(html))).toEqual(expected)
  })

  test('stops at a depth that no honest page has, and says so', () => {
    const deep = readHomePage(
      `<a rel=me href=https://x.com/acme></a>${'<b>'.repeat(300_000)}<a rel=me href=https://x.com/two>`,
    )
    expect(said(deep.entries)).toEqual(['x/acme'])
    expect(deep.isWhole).toBe(false)
    expect(readHomePage('<p>Hello').isWhole).toBe(true)
  })

  test.each([
    ['links', '<a rel=me href=https://x.com/acme></a>', 1_000],
    ['scripts', '<script type="application/ld+json">{}</script>', 50],
  ])('stops at more %s than an honest page has, and says so', (_, one, most) => {
    expect(readHomePage(one.repeat(most)).isWhole).toBe(true)
    expect(readHomePage(one.repeat(most + 1)).isWhole).toBe(false)
  })
})

const organisation = (more: object) =>
  JSON.stringify({ '@context': 'https://schema.org', '@type': 'Organization', ...more })
const sameAs = 'https://x.com/acme'

describe('JSON-LD', () => {
  test.each<Case>([
    ['one address', organisation({ sameAs }), ['x/acme']],
    ['several', organisation({ sameAs: [sameAs, 'https://github.com/acme'] }), ['x/acme', 'github/acme']],
    [
      'addresses as nodes',
      organisation({ sameAs: [{ '@id': sameAs }, { '@value': 'https://t.me/acme' }] }),
      ['x/acme', 'telegram/acme'],
    ],
    [
      'a graph',
      JSON.stringify({
        '@graph': [
          { '@type': 'WebPage', sameAs: 'https://x.com/page' },
          { '@type': ['Thing', 'NewsMediaOrganization'], sameAs },
        ],
      }),
      ['x/acme'],
    ],
    [
      'an array of nodes',
      JSON.stringify([
        { '@type': 'LocalBusiness', sameAs },
        { '@type': 'Brand', sameAs: 'https://t.me/acme' },
      ]),
      ['x/acme', 'telegram/acme'],
    ],
    [
      'prefixed and whole names',
      JSON.stringify({
        '@type': 'schema:Corporation',
        'schema:sameAs': sameAs,
        'https://schema.org/publisher': {
          '@type': 'https://schema.org/OnlineStore',
          sameAs: 'https://t.me/acme',
        },
      }),
      ['x/acme', 'telegram/acme'],
    ],
    [
      'the publisher of a site',
      JSON.stringify({ '@type': 'WebSite', publisher: { '@type': 'Organization', sameAs } }),
      ['x/acme'],
    ],
    [
      'no other organisation that is named',
      organisation({
        parentOrganization: { '@type': 'Organization', sameAs },
        memberOf: [{ '@type': 'Organization', sameAs }],
        sponsor: { '@type': 'Brand', sameAs },
      }),
      [],
    ],
    ['no person', JSON.stringify({ '@type': 'Person', sameAs }), []],
    [
      'an encyclopedia, which is no account',
      organisation({ sameAs: 'https://en.wikipedia.org/wiki/Acme' }),
      ['unknown_platform'],
    ],
    ['what is no text', organisation({ sameAs: [1, null, [sameAs], { url: sameAs }] }), []],
    ['a script wrapped for XHTML', `<![CDATA[${organisation({ sameAs })}]]>`, ['x/acme']],
    ['no JSON', '{"@type": "Organization", sameAs: "https://x.com/acme"}', []],
    ['a prototype', '{"__proto__": {"@type": "Organization", "sameAs": "https://x.com/acme"}}', []],
  ])('reads %s', (_, json, expected) => {
    expect(said(readJsonLd(json))).toEqual(expected)
    const html = `<script type="Application/LD+JSON; charset=utf-8">${json}</script>`
    expect(said(page(html))).toEqual(expected)
  })

  test('nested without end is left, soon', () => {
    for (const hostile of ['['.repeat(200_000), `${'{"@graph":['.repeat(50_000)}${']}'.repeat(50_000)}`]) {
      expect(readJsonLd(hostile)).toEqual([])
    }
    const wide = JSON.stringify({
      '@graph': Array.from({ length: 100_000 }, () => ({ '@type': 'Organization', sameAs })),
    })
    expect(readJsonLd(wide).length).toBeLessThanOrEqual(10_000)
  })

  test('finds an organisation behind however many values that can be none', () => {
    expect(said(readJsonLd(`[${'1,'.repeat(20_000)}${organisation({ sameAs })}]`))).toEqual(
      said(readJsonLd(organisation({ sameAs }))),
    )
  })

  test('in a script of another type, or one that the page breaks off in, is not read', () => {
    const json = organisation({ sameAs })
    expect(page(`<script>${json}</script><script type="application/json">${json}</script>`)).toEqual([])
    expect(page(`<script type="application/ld+json">${json}`)).toEqual([])
  })
})

describe('an XPOC manifest', () => {
  const manifest = (...accounts: readonly unknown[]) =>
    JSON.stringify({ name: 'Acme', baseurl: 'acme.com', version: '0.3', accounts, content: [] })
  test.each<Case>([
    [
      'the address before the name',
      manifest({ account: 'Acme Inc', platform: 'X', url: 'https://twitter.com/acme' }),
      ['x/acme'],
    ],
    [
      'a name on its platform',
      manifest({ account: '@acme', platform: 'YouTube' }, { account: 'acme', platform: 'twitter', url: '' }),
      ['youtube/acme', 'x/acme'],
    ],
    ['a name nowhere', manifest({ account: 'acme', platform: 'Orkut' }), ['account_not_understood']],
    [
      'what is no account',
      manifest({}, null, 7, { account: 7, url: [] }),
      Array.from({ length: 4 }, () => 'invalid_request'),
    ],
    ['none', manifest(), []],
  ])('reads %s', (_, text, expected) => {
    expect(said(xpoc(text))).toEqual(expected)
  })

  test.each(['', '[]', 'null', '{}', '{"accounts": {}}', '<xml/>', '{"accounts": ['])('is not %s', (text) => {
    expect(readXpoc(text)).toMatchObject({ ok: false, refusal: { reason: 'invalid_request' } })
  })
})

describe('a CSV table', () => {
  test.each<Case>([
    [
      'without a header',
      'https://x.com/acme,support\nhttps://t.me/acme',
      ['1 x/acme support', '2 telegram/acme'],
    ],
    ['by its header, in any order', 'Relation,Notes,URL\nfan,"a, b",https://x.com/acme', ['2 x/acme fan']],
    [
      'without a relation',
      'account\nhttps://x.com/acme\n@acme@mastodon.social',
      ['2 x/acme', '3 mastodon/acme@mastodon.social'],
    ],
    [
      'of a European spreadsheet',
      '\uFEFFaccount;relation\r\nhttps://x.com/acme;regional\r\n',
      ['2 x/acme regional'],
    ],
    ['with tabs', 'account\trelation\nhttps://x.com/acme\tproduct', ['2 x/acme product']],
    [
      'quoted, with quotes and lines inside',
      'account,relation\n"https://x.com/acme","sup""port"\n"a\nb",fan\nhttps://t.me/acme,fan',
      ['2 x/acme sup"port', '3 account_not_understood fan', '5 telegram/acme fan'],
    ],
    [
      'with empty rows, and one without its account',
      'account,relation\n\n,,\n,support',
      ['4 invalid_request support'],
    ],
    ['whose quote is never closed', 'account\n"https://x.com/acme', ['2 x/acme']],
    [
      'with apostrophes before what looks like a formula',
      "account\n'@acme@mastodon.social",
      ['2 mastodon/acme@mastodon.social'],
    ],
    ['of nothing', '\n\r\n', []],
  ])('is read %s', (_, text, expected) => {
    expect(said(readTable(text))).toEqual(expected)
  })
})
