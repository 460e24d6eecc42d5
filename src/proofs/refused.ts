import type { AccountFinding, AccountRefusedReason, SeenAccount } from './finding.ts'

type Circumstances = { readonly seen?: SeenAccount | null; readonly missing?: boolean }

export function refusedFinding(
  reason: AccountRefusedReason,
  detail: string,
  { seen = null, missing = false }: Circumstances = {},
): AccountFinding {
  return { kind: 'refused', reason, detail, seen: seen && seenOf(seen), missing }
}

/** What is told of a profile or an author. */
export function seenOf({ handle, platformId }: SeenAccount): SeenAccount {
  return { handle, platformId }
}
