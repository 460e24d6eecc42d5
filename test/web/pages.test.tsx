import { describe, expect, test } from 'vitest'
import { day } from '#base/clock.ts'
import type { AccountVerdict } from '#registry/verdict.ts'
import type { PublicAccount } from '#registry/answer.ts'
import { AnswerPage } from '#web/pages/answer.tsx'
import { BrandPage } from '#web/pages/brand.tsx'
import { DirectoryPage } from '#web/pages/directory.tsx'
import { english, render } from './english.ts'
import { HomePage } from '#web/pages/home.tsx'
import { notFoundPage, problemPage } from '#web/pages/problem.tsx'
import { aboutAccount, aboutDomain, aboutName, account, acme, other, publicBrand } from './answers.ts'
import { publicUrl } from './registry.ts'

const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)></textarea>\u202E`
const anything = { search: '', category: '', country: '', platform: '', language: '', order: '', cursor: '' }

function held(handle: string, verdict: AccountVerdict, more: Partial<PublicAccount> = {}): PublicAccount {
  return { ...account, handle, url: `https://x.com/${handle}`, verdict, disputed: false, ...more }
}

const everyState = publicBrand({
  aliases: ['Anvils'],
  category: 'manufacturing',
  country: 'ES',
  accounts: [
    held('own', 'verified'),
    held('fan', 'verified', { relation: 'fan' }),
    held('kept', 'verified', { relation: 'parked' }),
    held('said', 'declared'),
    held('risk', 'at_risk'),
    held('gone', 'lapsed'),
    held('ice', 'suspended'),
  ],
  notOurs: [
    { platform: 'x', handle: 'no', url: 'https://x.com/no', decidedBy: 'brand', since: 0 },
    { platform: 'x', handle: 'lost', url: 'https://x.com/lost', decidedBy: 'dispute', since: 0 },
  ],
  absentFrom: ['tiktok', 'vk'],
})
const brandPage = render(<BrandPage brand={everyState} publicUrl={publicUrl} />)

const foul = { ...acme, slug: evil, name: evil }
const foulAccount = { ...account, platform: evil, handle: evil, platformId: evil, url: `javascript:${evil}` }
const foulBrand = publicBrand({
  ...foul,
  aliases: [evil],
  category: evil,
  country: evil,
  accounts: [{ ...foulAccount, verdict: 'verified', disputed: true }],
  notOurs: [{ ...foulAccount, decidedBy: 'brand', since: 0 }],
  absentFrom: [evil],
})
const foulQuery = {
  input: evil,
  kind: 'account',
  platform: evil,
  handle: evil,
  url: `javascript:${evil}`,
} as const

const clean: Readonly<Record<string, string>> = {
  home: render(<HomePage publicUrl={publicUrl} />),
  account: render(<AnswerPage answer={aboutAccount({ disputed: true, claimedBy: [other] })} />),
  domain: render(<AnswerPage answer={aboutDomain('shop.acme.com')} />),
  name: render(
    <AnswerPage answer={aboutName([{ brand: acme, account, verdict: 'verified', absentFrom: [] }])} />,
  ),
  brand: brandPage,
  directory: render(
    <DirectoryPage
      listing={{
        items: [{ ...acme, aliases: [], category: null, country: null, languages: [], verdict: 'lapsed' }],
        isNear: false,
        next: 'acme.com',
      }}
      facets={{
        categories: [{ value: 'Food', count: 2 }],
        countries: [{ value: 'ES', count: 1 }],
        languages: [{ value: 'es', count: 1 }],
      }}
      filter={anything}
      publicUrl={publicUrl}
    />,
  ),
  problem: problemPage({ status: 503, title: 'Out', detail: 'Later' }, english),
  'not found': notFoundPage(english),
}
const fouled: Readonly<Record<string, string>> = {
  account: render(
    <AnswerPage
      answer={aboutAccount({ query: foulQuery, brand: foul, account: foulAccount, claimedBy: [foul] })}
    />,
  ),
  domain: render(<AnswerPage answer={aboutDomain(evil, { brand: foul, matchedDomain: evil })} />),
  name: render(
    <AnswerPage
      answer={aboutName([{ brand: foul, account: foulAccount, verdict: 'verified', absentFrom: [] }], evil)}
    />,
  ),
  brand: render(<BrandPage brand={foulBrand} publicUrl={publicUrl} />),
  directory: render(
    <DirectoryPage
      listing={{ items: [foulBrand], isNear: true, next: evil }}
      facets={{
        categories: [{ value: evil, count: 1 }],
        countries: [{ value: evil, count: 1 }],
        languages: [{ value: evil, count: 1 }],
      }}
      filter={{
        search: evil,
        category: evil,
        country: evil,
        platform: evil,
        language: evil,
        order: evil,
        cursor: evil,
      }}
      publicUrl={publicUrl}
    />,
  ),
  problem: problemPage({ status: 422, title: evil, detail: evil, query: evil }, english),
}

describe.each(Object.entries({ ...clean, ...fouled }))('every page: %s', (_, html) => {
  test('has a language, a title, a description, one heading, one main and a skip link', () => {
    expect(html).toContain('<html lang="en">')
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    expect(html).toMatch(/<meta name="description" content="[^"]+"/)
    expect(html).toContain('name="viewport"')
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html.match(/<main /g)).toHaveLength(1)
    expect(html).toContain('class="skip" href="#main"')
  })

  test('needs neither inline styles nor inline scripts, and labels each field', () => {
    expect(html).not.toMatch(/<[^>]+ style=/)
    expect(html).not.toMatch(/<script(?! type="(?:application\/ld\+json"|module" src="\/[\w.]+\?v=\w+"><))/)
    for (const [, id] of html.matchAll(/<(?:input|select|textarea) id="([^"]+)"/g)) {
      expect(html).toContain(`<label for="${id}">`)
    }
  })

  test('has no two elements of one id', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe.each(Object.entries(fouled))('foul text in every field: %s', (_, html) => {
  test('stays text', () => {
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('<img src=x')
    expect(html).not.toMatch(/href="javascript:/)
    expect(html.match(/<\/textarea>/g) ?? []).toHaveLength(html.includes('<textarea') ? 1 : 0)
  })
})

test('direction marks in names and domains never reach the page as text', () => {
  for (const page of Object.values(fouled)) {
    const shown = page.replace(/<(?:script|textarea)[^]*?<\/(?:script|textarea)>|<[^>]+>/g, '')
    expect(shown).not.toContain('\u202E')
  }
})

describe('an answer', () => {
  test('says who vouches by the domain first, and marks a self-given name', () => {
    expect(clean['account']).toMatch(
      /href="\/b\/acme\.com"><bdi>acme\.com<\/bdi>.*<bdi>Acme<\/bdi>.*self-given name/s,
    )
  })

  test('dates each proof and itself in RFC 3339, and cites its log entry', () => {
    expect(clean['account']).toContain('<time datetime="2026-05-02T12:00:00Z">2 May 2026</time>')
    expect(clean['account']).toContain('<time datetime="2026-05-03T12:00:00Z">3 May 2026 at 12:00 UTC</time>')
    expect(clean['account']).toContain('Public log, entry 42.')
  })

  test('has a mark with a word beside its drawing', () => {
    expect(clean['account']).toMatch(/<svg[^>]*aria-hidden="true".*<p>Verified<\/p>/s)
  })

  test('ranks nobody among those who only say so', () => {
    const html = render(
      <AnswerPage answer={aboutAccount({ verdict: 'declared', brand: null, claimedBy: [acme, other] })} />,
    )
    expect(html.match(/>says so</g)).toHaveLength(2)
    expect(html).not.toContain('Who vouches')
    expect(html).not.toContain('tone-proved')
  })

  test.each(['suspended', 'not_ours'] as const)('%s sends nobody to the account', (verdict) => {
    expect(render(<AnswerPage answer={aboutAccount({ verdict })} />)).not.toContain(
      'href="https://x.com/acme"',
    )
  })

  test.each(['employee', 'partner', 'reseller', 'fan'] as const)(
    'about a %s has nothing of a proved mark',
    (relation) => {
      const html = render(<AnswerPage answer={aboutAccount({ account: { ...account, relation } })} />)
      expect(html).not.toContain('tone-proved')
      expect(html).not.toContain('Verified')
      expect(html).not.toContain('Who vouches')
    },
  )

  test.each(['lapsed', 'suspended', 'not_ours'] as const)('%s has nobody vouching now', (verdict) => {
    expect(render(<AnswerPage answer={aboutAccount({ verdict })} />)).not.toContain('Who vouches')
  })

  const declared = { verdict: 'declared', brand: null, account: { ...account, published: null } } as const
  const ofDomain = account.proofs.filter(({ direction }) => direction === 'domain')
  const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

  test('about an account shows both ends, how and when each was seen and how long it is good', () => {
    const shown = text(render(<AnswerPage answer={aboutAccount()} />))
    expect(shown).toContain(
      'acme.com names the account Control shown by: TXT record in its DNS Last seen 2 May 2026 Good until 12 May 2026',
    )
    expect(shown).toContain(
      'The account names acme.com Post with our code Last seen 30 April 2026 Good until 30 May 2026',
    )
  })

  test('about a declared account shows the one proof, and that the other end is missing', () => {
    const answer = aboutAccount({
      ...declared,
      account: { ...declared.account, proofs: ofDomain },
      claimedBy: [acme],
    })
    const shown = text(render(<AnswerPage answer={answer} />))
    expect(shown).toContain(
      'acme.com names the account Control shown by: TXT record in its DNS Last seen 2 May 2026',
    )
    expect(shown).toContain('The account has not confirmed it')
    expect(shown).toContain('Purpose Said to be: Official')
    expect(shown).toContain('Anybody may say so of any account.')
    expect(shown).not.toContain('None of them is more right')
    expect(shown).not.toContain('does not')
  })

  test('about an account that several declare leans on nobody’s proof', () => {
    const answer = aboutAccount({
      ...declared,
      account: { ...declared.account, proofs: ofDomain },
      claimedBy: [acme, other],
    })
    const shown = text(render(<AnswerPage answer={answer} />))
    expect(shown).not.toContain('What it rests on')
    expect(shown).toContain('None of them is more right than another')
  })

  test('about a domain shows its proof', () => {
    const shown = text(clean['domain'] ?? '')
    expect(shown).toContain(
      'What it rests on Control of acme.com Control shown by: TXT record in its DNS Last seen 2 May 2026 Good until 12 May 2026',
    )
  })

  test('at risk says since when the proof is missing', () => {
    const [proof] = ofDomain
    if (proof === undefined) throw new Error('The fixture has a domain proof')
    const proofs = [{ ...proof, failingSince: proof.checkedAt + day }]
    const shown = text(
      render(<AnswerPage answer={aboutDomain('acme.com', { verdict: 'at_risk', proofs })} />),
    )
    expect(shown).toContain('Last seen 2 May 2026 Missing since 3 May 2026 Good until')
  })

  test.each([
    ['dns-txt', 1, 'by 3 of 4 resolvers, from 1 network'],
    ['http-file', 1, 'by 3 of 4 looks, from 1 network'],
    ['html-meta', 1, 'by 3 of 4 looks, from 1 network'],
    ['html-meta', 3, 'by 3 of 4 places, in 3 networks'],
  ])('a proof by %s from %i networks was seen %s', (method, networks, words) => {
    const seenBy = { agreeing: 3, perspectives: 4, resolvers: 4, networks }
    const proofs = ofDomain.map((proof) => ({ ...proof, method, seenBy }))
    expect(text(render(<AnswerPage answer={aboutDomain('acme.com', { proofs })} />))).toContain(
      `Last seen 2 May 2026 ${words} Good until`,
    )
  })

  test('is not for search engines to keep', () => {
    expect(clean['account']).toContain('<meta name="robots" content="noindex"')
  })
})

describe('the home page', () => {
  test('explains each mark that an answer can have', () => {
    for (const word of [
      'Verified',
      'Controlled',
      'Only said',
      'At risk',
      'Not its own',
      'Lapsed',
      'Suspended',
      'Not registered',
    ]) {
      expect(clean['home']).toContain(`</svg>${word}</span></dt>`)
    }
    expect(clean['home']).toContain('the account has not confirmed it')
    expect(clean['home']).not.toContain('does not say so')
  })
})

describe('a brand page', () => {
  test('says of a failing domain since when its proof is missing', () => {
    const domains = publicBrand().domains.map((domain) => {
      return { ...domain, verdict: 'at_risk', failingSince: (domain.checkedAt ?? 0) + day } as const
    })
    const html = render(
      <BrandPage brand={publicBrand({ verdict: 'at_risk', domains })} publicUrl={publicUrl} />,
    )
    expect(html).toContain('Missing since <time datetime="2026-05-03T12:00:00Z">3 May 2026</time>')
  })

  test('is headed by the domain, the name second', () => {
    expect(brandPage).toContain('<h1><bdi>acme.com</bdi></h1>')
    expect(brandPage.indexOf('<h1>')).toBeLessThan(brandPage.indexOf('self-given name'))
  })

  test('tells what is not its own by whose word, and sends nobody there', () => {
    const words = brandPage.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(words).toContain('Not its own The domain says that these are not its accounts. X no Not its own')
    expect(words).toContain(
      'Not its own Disputes decided that these are not its accounts. X lost Not its own',
    )
    expect(words).toContain('acme.com says that it has no account on TikTok or VK.')
    for (const handle of ['no', 'lost']) {
      expect(brandPage).not.toContain(`href="https://x.com/${handle}"`)
      expect(brandPage).toContain(`href="/?q=${encodeURIComponent(`https://x.com/${handle}`)}"`)
    }
  })

  test('says nothing of what is not its own where nothing was said', () => {
    const html = render(<BrandPage brand={publicBrand()} publicUrl={publicUrl} />)
    expect(html).not.toMatch(/Not its own|Where it is not/)
  })

  test('gives rel=me to nothing but its own verified accounts', () => {
    const mine = [...brandPage.matchAll(/href="([^"]+)" rel="me noopener"/g)].map(([, href]) => href)
    expect(mine).toEqual(['https://x.com/own'])
  })

  test('keeps what is held in reserve among its own, with no weight from our link', () => {
    const own = brandPage.slice(brandPage.indexOf('id="own"'), brandPage.indexOf('id="others"'))
    expect(own).toContain('href="https://x.com/kept" rel="noopener"')
  })

  test('leads to the lists that it can publish', () => {
    for (const file of ['trust.txt', 'rel-me.html', 'organization.jsonld']) {
      expect(brandPage).toContain(`href="/b/acme.com/${file}"`)
    }
  })

  test('tells search engines of nothing but its own verified accounts', () => {
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(brandPage)?.[1] ?? ''
    expect(JSON.parse(json)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Organization',
      name: 'Acme',
      url: 'https://acme.com/',
      sameAs: ['https://x.com/own'],
      mainEntityOfPage: 'https://registry.example/b/acme.com',
    })
  })

  test.each(['at_risk', 'lapsed', 'suspended'] as const)(
    'tells search engines nothing while the domain is %s',
    (verdict) => {
      const html = render(<BrandPage brand={publicBrand({ verdict })} publicUrl={publicUrl} />)
      expect(html).not.toContain('application/ld+json')
    },
  )

  test('offers the badge, its code and the signed statement, and no badge once the domain has lapsed', () => {
    for (const address of [
      'src="/badges/acme.com.svg"',
      'href="/badges/acme.com.jwt"',
      'href="/badges/acme.com.json"',
    ]) {
      expect(brandPage).toContain(address)
    }
    expect(brandPage).toContain(
      '&lt;a href=&quot;https://registry.example/b/acme.com&quot; rel=&quot;noopener&quot;&gt;',
    )
    const lapsed = render(<BrandPage brand={publicBrand({ verdict: 'lapsed' })} publicUrl={publicUrl} />)
    expect(lapsed).not.toContain('/badges/')
  })
})
