import type { AccountFinding } from './finding.ts'
import type { Asked } from './method.ts'
import { unexpected } from './platform-silent.ts'
import type { Profile } from './profile.ts'
import type { Read, Reader, Sight } from './reader.ts'
import { refusedFinding } from './refused.ts'

export type Found =
  | { readonly kind: 'found'; readonly profile: Profile }
  | { readonly kind: 'lost'; readonly finding: AccountFinding }

/**
 * The profile of the account that was asked about, and of no other: under its handle, or else by its bound id under
 * whatever handle it has now.
 * @throws PlatformSilent, Unreachable
 */
export async function findAccount(
  sight: Sight,
  reader: Reader & Required<Pick<Reader, 'profile'>>,
  { handle, platformId }: Asked['account'],
): Promise<Found> {
  const named = await reader.profile(sight, handle)
  switch (named.kind) {
    case 'read':
      return judged(named.value, handle, platformId, reader.host(handle))
    case 'alias':
      return lost(refusedFinding('alias_elsewhere', named.detail))
    case 'missing': {
      const moved = await byId(sight, reader, platformId)
      if (moved?.kind === 'read' && moved.value.platformId === platformId) {
        return { kind: 'found', profile: moved.value }
      }
      const detail =
        platformId === null
          ? `There is no account ${handle}. Check the spelling, and that the account is public.`
          : `There is no account ${handle} any more, nor one with its id ${platformId} under another name.`
      return lost(refusedFinding('account_not_found', detail, { missing: true }))
    }
  }
}

async function byId(sight: Sight, reader: Reader, platformId: string | null): Promise<Read<Profile> | null> {
  if (platformId === null || reader.profileById === undefined) return null
  return await reader.profileById(sight, platformId)
}

function judged(profile: Profile, handle: string, bound: string | null, host: string): Found {
  if (bound === null || profile.platformId === bound) return { kind: 'found', profile }
  if (profile.platformId === null) throw unexpected(host, 'it no longer shows the id of the account')
  const detail =
    `${handle} is another account now: its id is ${profile.platformId}, and was ${bound}. ` +
    'Whoever had the name before has it no longer. If it is yours, withdraw this claim and claim the account anew.'
  return lost(refusedFinding('handle_reassigned', detail, { seen: profile }))
}

function lost(finding: AccountFinding): Found {
  return { kind: 'lost', finding }
}
