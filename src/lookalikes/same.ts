import type { Alike, AskedName, Reason, RegisteredName, Tier } from './alike.ts'
import { lettersOf } from './letters.ts'
import { nameOfDomain } from './name-of.ts'

/** Below this a name is too short to be told by its look alone. */
const tellingMin = 5

/** How much a name gives away whose skeleton is the registered one's. Watched over means on the protected list. */
export function alikeBySkeleton(asked: AskedName, like: RegisteredName, isWatched: boolean): Alike {
  const theirs = like.kind === 'domain' ? (nameOfDomain(like.name) ?? like.name) : like.name
  const reason = reasonOf(asked, like, theirs)
  return { like, reason, tier: tierOf(asked, like, reason, isWatched) }
}

function reasonOf(asked: AskedName, like: RegisteredName, theirs: string): Reason {
  const [one, other] = [asked.name, theirs].map((name) => name.normalize('NFC').toLowerCase())
  if (one === other) return asked.kind === 'domain' && like.kind === 'domain' ? 'other_suffix' : 'same_name'
  return lettersOf(asked.name) === lettersOf(theirs) ? 'same_letters' : 'same_look'
}

function tierOf(asked: AskedName, like: RegisteredName, reason: Reason, isWatched: boolean): Tier {
  const isShort = Array.from(like.key).length < tellingMin
  // A brand's name is its own word only, and homonyms are legitimate.
  if (like.kind === 'name') return isWatched && !isShort ? 'high' : 'low'
  if (isWatched) return isShort && reason === 'same_look' ? 'medium' : 'high'
  const isSamePlace =
    asked.kind === like.kind && (asked.kind !== 'account' || asked.platform === like.platform)
  if (isSamePlace && reason !== 'other_suffix') return isShort && reason === 'same_look' ? 'medium' : 'high'
  return isShort ? 'low' : 'medium'
}
