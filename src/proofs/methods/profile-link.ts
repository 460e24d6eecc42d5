import { namingIn, type Naming } from '#proofs/domain-link.ts'
import { findAccount } from '#proofs/find-account.ts'
import type { AccountFinding, AccountRefusedReason, SeenAccount } from '#proofs/finding.ts'
import type { AccountInstruction, AccountMethod, Asked } from '#proofs/method.ts'
import type { Reader, Sight } from '#proofs/reader.ts'
import { readerOf } from '#proofs/readers/index.ts'
import { refusedFinding, seenOf } from '#proofs/refused.ts'
import { anyOf, shownHost } from '#proofs/shown.ts'
import { needsCredentials, notCheckable } from '#proofs/not-checkable.ts'

/** The account's own profile links to the domain, in its website field or by a Trust URI in its bio. */
export const profileLink: AccountMethod = { name: 'profile-link', instruct, look }

function instruct(
  { account, domains }: Omit<Asked, 'postUrl'>,
  credentials: Sight['credentials'],
): AccountInstruction | null {
  const reader = readerOf(account.platform)
  const [domain] = domains
  if (reader?.profile === undefined || domain === undefined || reader.can?.(credentials) === false)
    return null
  const { website, bio } = reader.help
  if (!hasLink(reader)) return null
  const url = `https://${domain.name}/`
  const uri = trustUri(domain.name)
  const inBio = bio === undefined ? '' : `${bio} add ${uri} to it, with the exclamation mark.`
  if (website === undefined) return { method: 'profile-link', detail: inBio, value: uri }
  const detail = `${website} put ${url} there.${inBio === '' ? '' : ` Or: ${inBio}`}`
  return { method: 'profile-link', detail, value: url }
}

async function look(sight: Sight, { account, domains }: Asked): Promise<AccountFinding> {
  const reader = readerOf(account.platform)
  if (reader?.profile === undefined || !hasLink(reader))
    return notCheckable(account.platform, 'profile-link', sight.credentials)
  if (reader.can?.(sight.credentials) === false) {
    throw needsCredentials(account.platform, 'profile-link')
  }
  const found = await findAccount(sight, { ...reader, profile: reader.profile }, account)
  if (found.kind === 'lost') return found.finding
  const seen = seenOf(found.profile)
  const naming = namingIn(found.profile, domains)
  if (naming.kind === 'named') return { kind: 'proved', domain: naming.domain, seen, post: null }
  return unnamed(
    naming,
    domains.map(({ name }) => name),
    seen,
  )
}

function hasLink({ help: { website, bio } }: Reader): boolean {
  return website !== undefined || bio !== undefined
}

function unnamed(
  naming: Exclude<Naming, { readonly kind: 'named' }>,
  names: readonly string[],
  seen: SeenAccount,
): AccountFinding {
  const [first = 'your domain'] = names
  const advice = `Put https://${first}/ into the profile's website field, or ${trustUri(first)} into its bio.`
  const refuse = (reason: AccountRefusedReason, detail: string) => refusedFinding(reason, detail, { seen })
  const whose = `The profile of ${seen.handle}`
  switch (naming.kind) {
    case 'not_root':
      return refuse(
        'link_not_root',
        `${whose} links to a page on ${naming.domain}, where strangers may have pages too: there only the root ` +
          `counts. Link to https://${naming.domain}/ itself.`,
      )
    case 'mention':
      return refuse(
        'mention_only',
        `The bio of ${seen.handle} mentions ${naming.domain}, which anybody may do. ` +
          `Put https://${naming.domain}/ into the website field, or write ${trustUri(naming.domain)} into the bio, ` +
          'with the exclamation mark and white space around it.',
      )
    case 'elsewhere':
      return refuse(
        'link_elsewhere',
        `${whose} links to ${shownHost(naming.host)}; expected is ${anyOf(names)}. ${advice}`,
      )
    case 'nothing':
      return refuse('no_link', `${whose} has no link to ${anyOf(names)}. ${advice}`)
  }
}

function trustUri(domain: string): string {
  return `trust://${domain}!`
}
