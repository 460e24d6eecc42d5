import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAccount } from '#accounts/parse-account.ts'
import { platforms } from '#accounts/platforms/index.ts'

/** 5,900 accounts as public institutions list them: platform, address, account. */
const rows = readFileSync(new URL('account-urls.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [platform = '', url = '', account = ''] = line.split('\t')
    return { key: platform.toLowerCase(), url, account }
  })

/** Listed addresses which show no account, each with the reason. */
const leftover: Record<string, string> = {
  'https://www.facebook.com//people/Commune-de-Grâce-Hollogne':
    'Facebook resolves /people/<name>/<id> by the id, and it is missing here',
  'https://www.facebook.com/Ministry Of Works And Housing Ghana':
    "a page's title, where its user name belongs",
}

/** The listed account in canonical form. Where the list leaves a kind out, it is taken from the address. */
function expectedHandle({ key, url, account }: (typeof rows)[number]): string {
  const listed = decodeURIComponent(account).normalize('NFC')
  if (key === 'facebook') {
    const id = /[-/](\d{9,})$/.exec(listed)?.[1]
    return id ?? listed.toLowerCase().replaceAll('.', '')
  }
  if (key === 'youtube') return url.includes('/channel/') ? listed : listed.toLowerCase()
  const kind = new URL(url).pathname.split('/')[1]
  if (key === 'linkedin' || key === 'rumble') return `${kind}/${listed.toLowerCase()}`
  if (key === 'reddit') return `${kind === 'user' ? 'u' : kind}/${listed.toLowerCase()}`
  if (key === 'flickr') return listed.includes('@') ? listed : listed.toLowerCase()
  if (key === 'whatsapp') return listed
  if (key === 'spotify') return `user/${listed}`
  return listed.toLowerCase()
}

describe('real account addresses', () => {
  it('are all on platforms that we know', () => {
    expect(rows.length).toBeGreaterThan(5_900)
    expect(rows.filter(({ key }) => !Object.hasOwn(platforms, key))).toEqual([])
  })

  it('come to the listed account, at least 99.5 % of them, and the rest are exactly the ones explained', () => {
    const wrong = rows.filter((row) => {
      const parsed = parseAccount(row.url)
      if (!parsed.ok) return true
      return parsed.value.platform !== row.key || parsed.value.handle !== expectedHandle(row)
    })
    expect(wrong.map(({ url }) => url).toSorted()).toEqual(Object.keys(leftover).toSorted())
    expect(1 - wrong.length / rows.length).toBeGreaterThanOrEqual(0.995)
  })

  it('come to the same account again from the canonical address and from the canonical handle', () => {
    for (const { url } of rows) {
      const parsed = parseAccount(url)
      if (!parsed.ok) continue
      const { platform, handle } = parsed.value
      expect(parseAccount(parsed.value.url)).toEqual(parsed)
      expect(parseAccount(handle, { platform })).toEqual(parsed)
    }
  })

  it('are different accounts unless their platform takes them for the same', () => {
    const owners = new Map<string, string>()
    const merged: string[] = []
    for (const { url, account } of rows) {
      const parsed = parseAccount(url)
      if (!parsed.ok) continue
      const other = owners.get(parsed.value.url)
      if (other !== undefined && other !== account.toLowerCase()) merged.push(`${other} = ${account}`)
      owners.set(parsed.value.url, account.toLowerCase())
    }
    expect(merged).toEqual([])
  })
})
