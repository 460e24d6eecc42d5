import { rfc3339 } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { ok, refuse, type Result } from '#base/result.ts'
import {
  keyInUse,
  makeKey,
  maySign,
  readKeySet,
  retire,
  revoke,
  useFrom,
  writeKeySet,
  type SetKey,
} from './key-set.ts'

export type Rotation = {
  /** The new JWK set, private halves in it. */
  readonly text: string
  /** Who signs from `from` on (null: he does already), and who is published for the turn after that. */
  readonly kid: string
  readonly from: number | null
  readonly nextKid: string
  readonly nextFrom: number
  /** The key in use since now had to be used sooner than everybody can know it. */
  readonly tooSoon: boolean
}

export type RotateReason = 'key_not_known' | 'rotation_under_way'

type Asked = {
  readonly now: number
  /** Thumbprints of compromised keys. */
  readonly revoked?: readonly string[]
  /** How long a key is published before it signs. */
  readonly known: number
}

/**
 * Hands over to the key that has been published for a day, at once or when its day is over, and adds the next one.
 * What is revoked counts no more at once, and then the oldest of the published keys takes over at once.
 */
export async function rotateKeys(
  text: string,
  { now, revoked = [], known }: Asked,
): Promise<Result<Rotation, RotateReason>> {
  const before = await readKeySet(text)
  const stranger = revoked.find((kid) => !before.some((key) => key.kid === kid))
  if (stranger !== undefined) {
    return refuse(
      'key_not_known',
      `There is no key ${stranger.slice(0, 80)}. There are: ${before.map(({ kid }) => kid).join(', ')}.`,
    )
  }
  const kept = before
    .filter((key) => now < Math.min(key.retiredAt, key.revokedAt) + lifetimes.keyRemembered)
    .map((key) => (revoked.includes(key.kid) && key.revokedAt === Infinity ? revoke(key, now) : key))
  const inUse = keyInUse(kept, now)
  if (revoked.length > 0 || inUse === undefined) return ok(await takeOver(before, kept, now, known))

  if (inUse.retiredAt !== Infinity) {
    return refuse(
      'rotation_under_way',
      `A rotation is under way: the next key takes over at ${rfc3339(inUse.retiredAt)}, when it has been known for a day. A compromised key can be revoked at once.`,
    )
  }
  const whole = await withNext(kept, { at: now, inUse, nextFrom: now + known })
  const next = whole.find((key) => key !== inUse && maySign(key, now)) ?? inUse
  const at = Math.max(now, next.useFrom)
  const handed = whole.map((key) => (key === inUse ? retire(key, at, now) : key))
  const after = await withNext(handed, { at, inUse: next, nextFrom: now + known })
  return ok(told(after, { key: next, from: at, tooSoon: false }))
}

/** The same set with a next key published: what an older file or secret may lack. */
export async function withNextKey(text: string, now: number, known: number): Promise<string> {
  const keys = await readKeySet(text)
  const inUse = keyInUse(keys, now)
  if (inUse === undefined) return text
  const after = await withNext(keys, { at: now, inUse, nextFrom: now + known })
  return after === keys ? text : writeKeySet(after)
}

async function takeOver(
  before: readonly SetKey[],
  kept: readonly SetKey[],
  now: number,
  known: number,
): Promise<Rotation> {
  const heir = keyInUse(kept, now)
  // Nobody is helped by a day without badges, so a young key signs at once, and the operator is told.
  const tooSoon = heir === undefined || heir.useFrom > now
  const ready = tooSoon ? useFrom(heir ?? (await makeKey(now)), now) : heir
  const all = heir === undefined ? [...kept, ready] : kept.map((key) => (key === heir ? ready : key))
  const after = await withNext(all, { at: now, inUse: ready, nextFrom: now + known })
  const next = after.find((key) => key !== ready && maySign(key, now)) ?? ready
  // A handover to a key that was revoked waits until the new one is known.
  const waits = ready.retiredAt !== Infinity && ready.retiredAt < next.useFrom
  const keys = waits ? after.map((key) => (key === ready ? retire(key, next.useFrom, now) : key)) : after
  const goesOn = keyInUse(before, now)?.kid === ready.kid
  return told(keys, { key: ready, from: goesOn ? null : now, tooSoon })
}

/** With a key published for the turn after the one in use, which is made when there is none. */
async function withNext(
  keys: readonly SetKey[],
  { at, inUse, nextFrom }: { readonly at: number; readonly inUse: SetKey; readonly nextFrom: number },
): Promise<readonly SetKey[]> {
  const hasNext = keys.some((key) => key.kid !== inUse.kid && maySign(key, at))
  return hasNext ? keys : [...keys, await makeKey(nextFrom)]
}

function told(
  keys: readonly SetKey[],
  { key, from, tooSoon }: { readonly key: SetKey; readonly from: number | null; readonly tooSoon: boolean },
): Rotation {
  const next = keys.findLast((each) => each.kid !== key.kid && each.jwk.d !== undefined) ?? key
  return { text: writeKeySet(keys), kid: key.kid, from, nextKid: next.kid, nextFrom: next.useFrom, tooSoon }
}
