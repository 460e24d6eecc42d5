import { isWithin } from '#base/dns-name.ts'
import { readInstance } from '#proofs/fediverse/nodeinfo.ts'
import { findAccount } from '#proofs/find-account.ts'
import type { AccountFinding } from '#proofs/finding.ts'
import { confirmHandle } from '#proofs/handle-record.ts'
import type { AccountInstruction, AccountMethod, Asked, ProvedName } from '#proofs/method.ts'
import { notCheckable } from '#proofs/not-checkable.ts'
import type { Profile } from '#proofs/profile.ts'
import type { Sight } from '#proofs/reader.ts'
import { readerOf } from '#proofs/readers/index.ts'
import { refusedFinding, seenOf } from '#proofs/refused.ts'
import { anyOf } from '#proofs/shown.ts'

/** A brand's own server has the few who speak for it; where more have accounts, the host speaks for nobody. */
const ownUsersMax = 10

type Rule = {
  /** The proved name that the account's name is, or lies below. */
  readonly domainOf: (handle: string, domains: readonly ProvedName[]) => ProvedName | null
  /** Null when nothing speaks against it. */
  readonly objection: (sight: Sight, profile: Profile) => Promise<AccountFinding | null>
  /** What to do, when it is not so yet; null when nothing can be done. */
  readonly advice: (domain: string) => string | null
}

const rules = {
  bluesky: {
    domainOf: (handle, domains) => domains.find(({ name }) => name === handle) ?? null,
    objection: confirmHandle,
    advice: (domain) =>
      `Open Settings → Account → Handle → I have my own domain on Bluesky, and take ${domain}.`,
  },
  mastodon: {
    domainOf: (handle, domains) => {
      const host = handle.slice(handle.indexOf('@') + 1)
      const speaksFor = ({ name, strength }: ProvedName) =>
        host === name || (strength === 'dns' && isWithin(host, name))
      return domains.find(({ name }) => name === host) ?? domains.find(speaksFor) ?? null
    },
    objection: (sight, profile) => ownServer(sight, profile),
    advice: () => null,
  },
  nostr: {
    // `_` is the domain's own name (NIP-05); another name there may be anybody whom it lets.
    domainOf: (handle, domains) => domains.find(({ name }) => handle === `_@${name}`) ?? null,
    objection: async () => null,
    advice: (domain) =>
      `Claim _@${domain} instead, and give its key in https://${domain}/.well-known/nostr.json.`,
  },
} satisfies Readonly<Record<string, Rule>>

function ruleOf({ platform, handle }: Pick<Asked['account'], 'platform' | 'handle'>): Rule | null {
  switch (platform) {
    case 'bluesky':
    case 'mastodon':
      return rules[platform]
    case 'nostr':
      // A bare key is proved by what it signs.
      return handle.includes('@') ? rules.nostr : null
    default:
      return null
  }
}

/** The account's handle is the domain itself, or on the brand's own server. */
export const handleIsDomain: AccountMethod = { name: 'handle-is-domain', instruct, look }

function instruct({ account, domains }: Omit<Asked, 'postUrl'>): AccountInstruction | null {
  const rule = ruleOf(account)
  const [first] = domains
  if (rule === null || first === undefined) return null
  const domain = rule.domainOf(account.handle, domains)
  const detail =
    domain === null
      ? rule.advice(first.name)
      : `The handle is on ${domain.name} already. There is nothing to type; ask for a check.`
  return detail === null ? null : { method: 'handle-is-domain', detail }
}

async function look(sight: Sight, { account, domains }: Asked): Promise<AccountFinding> {
  const rule = ruleOf(account)
  const reader = readerOf(account.platform)
  if (rule === null || reader?.profile === undefined)
    return notCheckable(account.platform, 'handle-is-domain', sight.credentials)
  const found = await findAccount(sight, { ...reader, profile: reader.profile }, account)
  if (found.kind === 'lost') return found.finding
  const { profile } = found
  const seen = seenOf(profile)
  const domain = rule.domainOf(profile.handle, domains)
  if (domain === null) {
    const names = anyOf(domains.map(({ name }) => name))
    const detail = `The handle ${profile.handle} is not on ${names}. ${rule.advice(domains[0]?.name ?? '') ?? ''}`
    return refusedFinding('handle_is_not_domain', detail.trim(), { seen })
  }
  return (await rule.objection(sight, profile)) ?? { kind: 'proved', domain: domain.name, seen, post: null }
}

/** The actor's own server, which may have another name than the handle's host, must be the brand's alone. */
async function ownServer({ get }: Sight, profile: Profile): Promise<AccountFinding | null> {
  const host = new URL(profile.platformId ?? '').hostname
  const { open, users } = await readInstance(get, host)
  if (!open && users <= ownUsersMax) return null
  const why = open ? 'lets everybody register' : `has ${users} users`
  return refusedFinding(
    'open_instance',
    `${host} ${why}, so an account there does not speak for its domain. Link to the domain from the profile instead; ` +
      `a server counts as a brand's own when registration is closed and it has ${ownUsersMax} users at most.`,
    { seen: profile },
  )
}
