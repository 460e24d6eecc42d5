import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { platforms } from '#accounts/platforms/index.ts'
import { readTable, writeTable, type TableRow } from '#listings/account-table.ts'
import { readRows, writeRows } from '#listings/csv.ts'
import { accountsIn, type Entry } from '#listings/entry.ts'
import { readHomePage } from '#listings/home-page.ts'
import { readJsonLd } from '#listings/json-ld.ts'
import { jsonLdText, relMeOf, trustTxtOf, type Lister } from '#listings/publish.ts'
import { readTrustTxt } from '#listings/trust-txt.ts'
import { readXpoc } from '#listings/xpoc.ts'

const relations = [
  'official',
  'support',
  'regional',
  'product',
  'person',
  'employee',
  'partner',
  'reseller',
  'fan',
  'parked',
]
const verdicts = ['verified', 'declared', 'at_risk', 'lapsed', 'suspended', 'not_ours', 'unregistered']

/** An account of every platform, by each of its own examples. */
const known = Object.entries(platforms).flatMap(([platform, { name, profile, examples }]) =>
  Object.values(examples.accepts).map((handle) => ({
    platform,
    handle,
    url: profile(handle),
    platformName: name,
  })),
)

const lister = (accounts: Lister['accounts'], more: Partial<Lister> = {}): Lister => ({
  domain: 'acme.com',
  name: 'Acme',
  isControlled: true,
  page: 'https://registry.example/b/acme.com',
  accounts,
  ...more,
})

const forms: Readonly<Record<string, (lister: Lister) => readonly Entry[]>> = {
  'trust.txt': (one) => readTrustTxt(trustTxtOf(one)),
  'rel-me.html': (one) => readHomePage(relMeOf(one)).entries,
  'organization.jsonld': (one) => readJsonLd(jsonLdText(one)),
  'JSON-LD in a page': (one) =>
    readHomePage(`<script type="application/ld+json">${jsonLdText(one)}</script>`).entries,
}

const urlsIn = (entries: readonly Entry[]) => accountsIn(entries).map(({ url }) => url)

describe.each(Object.entries(forms))('%s', (_, writtenAndRead) => {
  test('names every account as our readers, and so others, understand it', () => {
    const accounts = known.map((account) => ({ ...account, verdict: 'verified', relation: 'official' }))
    const entries = writtenAndRead(lister(accounts))
    expect(entries.filter(({ account }) => !account.ok)).toEqual([])
    expect(urlsIn(entries)).toEqual([...new Set(known.map(({ url }) => url))])
  })

  test('names what is verified and the brand’s own voice, and nothing else', () => {
    const accounts = verdicts.flatMap((verdict) =>
      [...relations, null].map((relation) => {
        const handle = `${verdict}_${relation}`
        return {
          verdict,
          relation,
          handle,
          url: `https://github.com/${verdict.replace('_', '-')}-${relation}`,
          platformName: 'GitHub',
        }
      }),
    )
    expect(urlsIn(writtenAndRead(lister(accounts)))).toEqual(
      ['official', 'support', 'regional', 'product', 'person'].map(
        (relation) => `https://github.com/verified-${relation}`,
      ),
    )
    expect(writtenAndRead(lister(accounts, { isControlled: false }))).toEqual([])
  })

  test('says nothing but the accounts, whatever names and addresses hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, url) => {
        const account = { verdict: 'verified', relation: 'official', handle: text, platformName: text }
        const foul = [
          '"><script>',
          '--><a rel=me href=https://x.com/evil>',
          '\nsocial=https://x.com/evil',
          '</script>',
          '"',
        ]
        const accounts = [
          { ...account, url: 'https://x.com/acme' },
          ...foul.map((end) => ({ ...account, handle: end, url: `https://x.com/acme${end}` })),
          { ...account, url },
        ]
        const named = urlsIn(writtenAndRead(lister(accounts, { name: text })))
        expect(named.filter((one) => one !== 'https://x.com/acme')).toEqual([])
        expect(named).toContain('https://x.com/acme')
      }),
    )
  })
})

describe('a CSV table', () => {
  const row = (account: (typeof known)[number], relation = 'official'): TableRow => {
    return {
      ...account,
      relation,
      country: 'ES',
      language: null,
      platformId: '7',
      verdict: 'declared',
      published: null,
    }
  }

  test('is read again with the same accounts and relations', () => {
    const entries = readTable(
      writeTable(known.map((account, at) => row(account, relations[at % relations.length]))),
    )
    expect(entries.map(({ account }) => (account.ok ? account.value.url : account.refusal.detail))).toEqual(
      known.map(({ url }) => url),
    )
    expect(entries.map(({ relation }) => relation)).toEqual(
      known.map((_, at) => relations[at % relations.length]),
    )
  })

  test('holds any text in its cells, and gives it back but for what guards a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 })),
        (texts) => {
          const rows = [['account', 'relation'], ...texts.map((cells) => ['x', ...cells])]
          const said = rows.map((cells) => cells.map((cell) => cell.replaceAll(/\r\n|\r/g, '\n')))
          const back = readRows(writeRows(rows)).map(({ cells }) =>
            cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, '')),
          )
          expect(back).toEqual(
            said.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, ''))),
          )
        },
      ),
    )
  })

  test('has no cell that a spreadsheet takes for a formula', () => {
    const foul = ['=HYPERLINK("https://evil.example")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']
    const written = writeTable(
      foul.map((handle) => ({
        ...row({ platform: 'x', handle, url: handle, platformName: 'X' }),
        relation: handle,
      })),
    )
    for (const { cells } of readRows(written))
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    expect(readRows(written)).toHaveLength(1 + foul.length)
  })
})

describe('every reader', () => {
  const scraps = [
    'social=',
    '<a rel=me href=',
    '<script type="application/ld+json">',
    '{"@type":"Organization","sameAs":',
    '"accounts":[',
    '"',
    ',',
    ';',
    '\n',
    '\r',
    '#',
    '=',
    '<!--',
    '\uD800',
    '\u0000',
    'https://x.com/acme',
    '[',
    '{',
    '}',
    ']',
    '\uFEFF',
    '%',
    '@',
  ]
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.oneof(fc.constantFrom(...scraps), fc.string({ unit: 'binary' })), { maxLength: 40 })
      .map((parts) => parts.join('')),
    fc.json(),
  )
  const readers: Readonly<Record<string, (text: string) => unknown>> = {
    'trust.txt': readTrustTxt,
    'home page': readHomePage,
    'JSON-LD': readJsonLd,
    XPOC: readXpoc,
    CSV: readTable,
  }
  test.each(Object.entries(readers))('of %s takes whatever it is given', (_, read) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(() => read(text)).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })
})
