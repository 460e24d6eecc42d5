import { type Dns, Unreachable } from '#net/net.ts'
import { askText } from './ask.ts'
import type { AccountFinding } from './finding.ts'
import type { Profile } from './profile.ts'
import type { Sight } from './reader.ts'
import { refusedFinding } from './refused.ts'

/**
 * Asks ourselves whether a Bluesky handle's domain names the account (AT Protocol, "Handle Resolution"): the TXT
 * record first, else the file. Null when it does.
 */
export async function confirmHandle(
  { get, dns }: Pick<Sight, 'get' | 'dns'>,
  { handle, platformId }: Profile,
): Promise<AccountFinding | null> {
  const recorded = await didsInDns(dns, `_atproto.${handle}`)
  const [did, other] = recorded.length > 0 ? recorded : await didInFile(get, handle)
  if (did === platformId && other === undefined) return null
  const found =
    did === undefined
      ? 'names no account'
      : other === undefined
        ? 'names another account'
        : 'names several accounts'
  const detail =
    `${handle} ${found}. Expected is the TXT record did=${platformId} at _atproto.${handle}, alone, ` +
    `or ${platformId} as the whole text of https://${handle}/.well-known/atproto-did.`
  return refusedFinding('handle_is_not_domain', detail, { seen: { handle, platformId } })
}

async function didsInDns(dns: Dns, name: string): Promise<readonly string[]> {
  const { values } = await dns.ask(name, 'TXT')
  return [...new Set(values.flatMap((value) => /^did=(did:\S+)$/.exec(value.trim())?.[1] ?? []))]
}

async function didInFile(get: Sight['get'], handle: string): Promise<readonly string[]> {
  try {
    const answer = await askText(get, { url: `https://${handle}/.well-known/atproto-did` })
    return answer.kind === 'read' ? [answer.value.trim()] : []
  } catch (error) {
    // That a domain has no web server is positively known.
    if (error instanceof Unreachable && error.reason === 'no_address') return []
    throw error
  }
}
