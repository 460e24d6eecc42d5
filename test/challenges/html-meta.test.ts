import { describe, expect, test } from 'vitest'
import { createWorld, type ScriptedPage, type World } from '#test/support/world.ts'
import { acme, detailOf, lookIn, record, said, squatter } from './fixture.ts'

const url = 'https://acme.com/'
const tag = `<meta name="veramarca-challenge" content="${record}">`
const page = (content: string | ScriptedPage) => (world: World) => world.web.page(url, content)
const head = (inside: string) => page(`<!doctype html><html><head>${inside}</head><body>Hello</body></html>`)
const status = (code: number) => (world: World) => world.web.status(url, code)
const megabyte = 1_048_576

const situations: Record<string, [(world: World) => void, string]> = {
  'the tag': [head(tag), 'proved'],
  'the tag beside noise': [
    head(`<meta charset="utf-8"><title>A</title><link rel="me" href="/">${tag}`),
    'proved',
  ],
  'the tag written another way': [
    head(`<META CONTENT='token=${acme.token}&#32;org=org_acme' NAME=Veramarca-Challenge />`),
    'proved',
  ],
  'several tags, one of them ours': [
    head(`<meta name="veramarca-challenge" content="token=${squatter.token} org=org_squatter">${tag}`),
    'proved',
  ],
  'an implied head': [page(`<!doctype html><title>A</title>${tag}<p>Hello`), 'proved'],
  'the tag before an oversized body': [
    page(`<head>${tag}</head><body>${'x'.repeat(2 * megabyte)}`),
    'proved',
  ],
  'an XHTML page': [
    page({ body: `<head>${tag}</head>`, contentType: 'application/xhtml+xml; charset=utf-8' }),
    'proved',
  ],
  'the tag after noscript and template': [
    head(`<noscript>Turn it on</noscript><template>Hi</template>${tag}`),
    'proved',
  ],
  'the tag after the head': [page(`<head></head>${tag}`), 'refused no_meta_tag'],
  'no tag': [head('<title>A</title>'), 'refused no_meta_tag'],
  'an empty page': [page(''), 'refused no_meta_tag'],
  'the tag in the body': [page(`<head></head><body>${tag}</body>`), 'refused no_meta_tag'],
  'the tag after an implied body': [page(`<title>A</title><div></div>${tag}`), 'refused no_meta_tag'],
  'the tag after loose text': [page(`<title>A</title>Hello ${tag}`), 'refused no_meta_tag'],
  'the tag in a second head': [page(`<head></head><body><head>${tag}</head>`), 'refused no_meta_tag'],
  'the tag in a comment': [head(`<!-- ${tag} -->`), 'refused no_meta_tag'],
  'the tag in an open comment': [head(`<!-- ${tag}`), 'refused no_meta_tag'],
  'the tag in a script': [head(`<script>document.write('${tag}')</script>`), 'refused no_meta_tag'],
  'the tag in a style': [head(`<style>${tag}</style>`), 'refused no_meta_tag'],
  'the tag in a title': [head(`<title>${tag}</title>`), 'refused no_meta_tag'],
  'the tag in noscript': [head(`<noscript>${tag}</noscript>`), 'refused no_meta_tag'],
  'the tag in a template': [head(`<template><template></template>${tag}</template>`), 'refused no_meta_tag'],
  'the tag in foreign content': [head(`<svg>${tag}</svg>`), 'refused no_meta_tag'],
  'the tag in an attribute': [head(`<link title='${tag}' rel=x>`), 'refused no_meta_tag'],
  'the tag escaped': [head(tag.replaceAll('<', '&lt;')), 'refused no_meta_tag'],
  'another tag with our value': [
    head(tag.replace('veramarca-challenge', 'description')),
    'refused no_meta_tag',
  ],
  'a property instead of a name': [head(tag.replace('name=', 'property=')), 'refused no_meta_tag'],
  'a plain text page': [
    page({ body: `<head>${tag}</head>`, contentType: 'text/plain' }),
    'refused no_meta_tag',
  ],
  'a wrong token': [head(tag.replace('token=', 'token=x')), 'refused mismatch'],
  'a tag without content': [head('<meta name="veramarca-challenge">'), 'refused mismatch'],
  'another organisation’s': [head(tag.replace('org_acme', 'org_squatter')), 'refused other_organisation'],
  'an older token of ours': [
    head(tag.replace(acme.token, acme.token.replaceAll('k', 'd'))),
    'refused stale_value',
  ],
  'a domain that is not there': [(w) => w.dns.nxdomain('acme.com'), 'refused domain_nxdomain'],
  'a tag cut off by the end of the page': [page(`<head>${tag.slice(0, -1)}`), 'refused no_meta_tag'],
  'a tag cut off by our limit': [
    page(`<head>${' '.repeat(megabyte - 6 - tag.length + 1)}${tag}</head>`),
    'unreachable page_too_large',
  ],
  'a tag that just fits': [page(`<head>${' '.repeat(megabyte - 6 - tag.length)}${tag}</head>`), 'proved'],
  'an oversized head without the tag': [
    page(`<head><script>${'x'.repeat(2 * megabyte)}</script></head>`),
    'unreachable page_too_large',
  ],
  'an oversized body without the tag': [page(`<body>${'x'.repeat(2 * megabyte)}`), 'refused no_meta_tag'],
  'not found': [status(404), 'refused not_found'],
  gone: [status(410), 'refused not_found'],
  'a login wall': [status(401), 'unreachable login_required'],
  'a firewall': [status(403), 'unreachable forbidden'],
  'too many requests': [status(429), 'unreachable rate_limited'],
  'a fault of the server': [status(502), 'unreachable server_error'],
  'the tag on an error page': [page({ status: 500, body: `<head>${tag}` }), 'unreachable server_error'],
  'a redirect to www': [
    (w) => {
      w.web.redirect(url, 'https://www.acme.com/en/')
      w.web.page('https://www.acme.com/en/', `<head>${tag}</head>`)
    },
    'proved',
  ],
  'a redirect to another domain': [
    (w) => w.web.redirect(url, 'https://acme.net/'),
    'unreachable redirect_off_domain',
  ],
  'a redirect to plain http': [
    (w) => {
      w.web.redirect(url, 'http://acme.com/')
      w.web.page('http://acme.com/', `<head>${tag}</head>`)
    },
    'unreachable redirect_not_allowed',
  ],
  'a host without address': [(w) => w.dns.zone('acme.com'), 'refused no_address'],
  'a connection that times out': [(w) => w.web.fail(url, 'timeout'), 'unreachable timeout'],
  'a certificate that does not fit': [(w) => w.web.fail(url, 'tls_failure'), 'unreachable tls_failure'],
  'a name server that fails': [(w) => w.dns.servfail('acme.com'), 'unreachable servfail'],
  'a broken signature': [(w) => w.dns.bogus('acme.com'), 'unreachable dnssec_bogus'],
  'a host whose CNAMEs turn in a circle': [
    (w) => w.dns.fail('acme.com', 'cname_loop'),
    'unreachable cname_loop',
  ],
  'a malformed packet': [(w) => w.dns.fail('acme.com', 'malformed_answer'), 'unreachable malformed_answer'],
}

describe('html-meta', () => {
  test.each(Object.entries(situations))('%s', async (_, [script, expected]) => {
    const world = createWorld()
    script(world)
    expect(await said(world, 'html-meta')).toBe(expected)
  })

  test.each(['<b>', '<noscript><b>', '<template>', '<head>', '<!-- ', '<a b="', '&amp'])(
    'a megabyte of %s is read in time',
    async (nested) => {
      const world = createWorld()
      page(`<head><template>${nested.repeat(megabyte / nested.length)}`)(world)
      const startedAt = performance.now()
      expect(await said(world, 'html-meta')).toMatch(/no_meta_tag|page_too_large/)
      expect(performance.now() - startedAt).toBeLessThan(2_000)
    },
  )

  const typographic = tag.replace('"', '“').replaceAll('"', '”')
  const astrays: Record<string, [(world: World) => void, string]> = {
    'in the body': [page(`<head></head><body>${tag}</body>`), 'not in its head: it is in the body'],
    'behind loose text': [page(`<title>A</title>Hello ${tag}`), 'behind something that ends the head'],
    'in a comment': [head(`<!-- ${tag} -->`), 'inside a comment'],
    'in an open comment': [head(`<!-- <b> ${tag}`), 'inside a comment'],
    'in noscript': [head(`<noscript>${tag}</noscript>`), 'inside another element'],
    'in a script': [head(`<script>document.write('${tag}')</script>`), 'inside another element'],
    'in a textarea': [page(`<head></head><textarea>${tag}</textarea>`), 'inside another element'],
    'with typographic quotes': [head(typographic), 'its quotation marks are typographic'],
    'as JSON writes it': [
      head(JSON.stringify(tag).slice(1, -1)),
      'with backslashes before its quotation marks',
    ],
    'escaped whole': [
      head(tag.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')),
      'its marks are escaped',
    ],
    'with escaped quotes': [head(tag.replaceAll('"', '&#34;')), 'its marks are escaped'],
    'with property for name': [head(tag.replace('name=', 'property=')), 'without the attribute name='],
    'after a comment': [page(`<!-- a --><body>${tag}`), 'not in its head'],
  }

  test.each(Object.entries(astrays))('our tag %s is named, and what to do', async (_, [script, why]) => {
    const world = createWorld()
    script(world)
    expect(await said(world, 'html-meta')).toBe('refused no_meta_tag')
    const detail = await detailOf(world, 'html-meta')
    expect(detail).toContain(`Your veramarca-challenge tag was found in ${url}, but `)
    expect(detail).toContain(why)
    expect(detail).toMatch(
      /Put this tag inside its <head>: <meta name="veramarca-challenge" content="[^"]+">$/,
    )
  })

  test.each([
    ['somebody else’s tag in the body', `<body>${tag.replace(acme.token, squatter.token)}`],
    ['our token in the body’s text', `<body>${acme.token}`],
    ['our tag in an attribute', `<head><link title='${tag}' rel=x>`],
    ['another tag with our token', `<body>${tag.replace('veramarca-challenge', 'description')}`],
  ])('%s is not spoken of', async (_, html) => {
    const world = createWorld()
    page(html)(world)
    expect(await detailOf(world, 'html-meta')).toMatch(/^The head of https:\/\/acme\.com\/ has no /)
  })

  test.each([
    ['typographic quotes', `<meta name="veramarca-challenge" content=“${record}”>`, 'literal_quotes'],
    ['backslashes', `<meta name="veramarca-challenge" content=\\"${record}\\">`, 'literal_quotes'],
    ['an invisible character', tag.replace('token=', 'token=\u200B'), 'invisible_character'],
    ['capital letters', tag.replace(record, record.toUpperCase()), 'wrong_case'],
  ])('%s in the value are told apart from another value', async (_, html, reason) => {
    const world = createWorld()
    head(html)(world)
    expect(await said(world, 'html-meta')).toBe(`refused ${reason}`)
  })

  test('a page that repeats our token all over is read in time', async () => {
    const world = createWorld()
    page(`<body>${`<meta ${acme.token} `.repeat(megabyte / 40)}`)(world)
    const startedAt = performance.now()
    expect(await said(world, 'html-meta')).toBe('refused no_meta_tag')
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })

  test('a refusal never holds what the site said', async () => {
    const world = createWorld()
    head('<meta name="veramarca-challenge" content="token=secret-of-the-intranet">')(world)
    expect(await detailOf(world, 'html-meta')).not.toContain('secret')
  })

  test('the evidence holds redirects and addresses', async () => {
    const world = createWorld()
    head(tag)(world)
    const { perspectives } = await lookIn(world, 'html-meta')
    expect(perspectives[0]?.evidence?.pages).toEqual([
      expect.objectContaining({ url, answer: '200', addresses: ['198.51.100.7'], redirects: [] }),
    ])
  })
})
