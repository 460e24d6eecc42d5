import { escapeMarkup } from '#base/markup.ts'
import { isOwnVoice, type Standing } from './own.ts'

/** A brand as its lists speak of it. Lists name those of its accounts that `isOwnVoice` allows, whichever are given. */
export type Lister = {
  /** Its main domain. */
  readonly domain: string
  readonly name: string
  /** Whether the domain is controlled today; else nothing is said of it. */
  readonly isControlled: boolean
  /** Its entry in the registry. */
  readonly page: string
  readonly accounts: readonly (Standing & {
    readonly url: string
    readonly handle: string
    readonly platformName: string
  })[]
}

function listed({ isControlled, accounts }: Lister) {
  return isControlled ? accounts.filter((account) => isOwnVoice(account) && isPlainLink(account.url)) : []
}

/** An address that no format takes for more than one. */
function isPlainLink(url: string): boolean {
  return /^https:\/\/[^\s"<>\\^`{|}\p{Cc}]+$/u.test(url)
}

/** trust.txt (JournalList): one `social=` line an account. */
export function trustTxtOf(lister: Lister): string {
  const { domain, page } = lister
  return [
    `# Accounts of ${domain} that agree, by ${page}`,
    `# Publish this at https://${domain}/.well-known/trust.txt`,
    ...listed(lister).map(({ url }) => `social=${url}`),
    '',
  ].join('\n')
}

/** Links to copy into the domain's home page. */
export function relMeOf(lister: Lister): string {
  const { domain, page } = lister
  return [
    `<!-- Accounts of ${escaped(domain)} that agree, by ${escaped(page)}. Put these links on https://${escaped(domain)}/ -->`,
    '<ul>',
    ...listed(lister).map(({ url, handle, platformName }) => {
      return `  <li><a rel="me" href="${escaped(url)}">${escaped(handle)} (${escaped(platformName)})</a></li>`
    }),
    '</ul>',
    '',
  ].join('\n')
}

/** schema.org's Organization with its `sameAs`; an empty graph while nothing can be said. */
export function organisationOf(lister: Lister): object {
  const context = 'https://schema.org'
  if (!lister.isControlled) return { '@context': context, '@graph': [] }
  return {
    '@context': context,
    '@type': 'Organization',
    name: lister.name,
    url: `https://${lister.domain}/`,
    sameAs: listed(lister).map(({ url }) => url),
    mainEntityOfPage: lister.page,
  }
}

/** In a script element only "<" could begin something else (HTML §13.2.5.4). */
export function jsonLdText(lister: Lister): string {
  return JSON.stringify(organisationOf(lister)).replaceAll('<', String.raw`\u003c`)
}

function escaped(text: string): string {
  return escapeMarkup(text).replaceAll('--', '&#45;&#45;')
}
