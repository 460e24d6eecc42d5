import type { Clock } from '#base/clock.ts'
import type { Dns, GuardedGet } from '#net/net.ts'
import type { PostReading, Profile } from './profile.ts'

/** What a reader may touch. `credentials` are the operator's, and empty unless he gave some. */
export type Sight = {
  readonly get: GuardedGet
  readonly dns: Dns
  /** A post proof ends, whatever is seen. */
  readonly clock: Clock
  readonly credentials: Credentials
}

export type Credentials = {
  /** Raises the hourly allowance; what is read is the same. */
  readonly githubToken?: string
  readonly xBearerToken?: string
  readonly metaAccessToken?: string
  /** The Instagram business account that asks about others. */
  readonly metaInstagramId?: string
  readonly linkedinAccessToken?: string
}

/**
 * `missing`: the platform positively says that there is no such account or post (404, 410). `alias`: what is there is
 * another's own, or a copy of it, under a name that its own server does not confirm; the detail is for its owner.
 */
export type Read<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'missing' }
  | { readonly kind: 'alias'; readonly detail: string }

/**
 * How one platform shows its accounts without asking who we are. Reading throws `PlatformSilent` for all that is not
 * positively known: outages, login walls, 403, 429, and answers that have not the expected shape.
 */
export type Reader = {
  /** The host that a look at this account is sent to first: one look at a time goes there. */
  readonly host: (handle: string) => string
  /** False where profiles are read with credentials that the operator has not given; posts never need any. */
  readonly can?: (credentials: Credentials) => boolean
  readonly profile?: (sight: Sight, handle: string) => Promise<Read<Profile>>
  /** The account with this immutable id, whatever its handle is now. */
  readonly profileById?: (sight: Sight, platformId: string) => Promise<Read<Profile>>
  /** The post at this pasted address; null when it is no post's address on this platform. */
  readonly post?: (sight: Sight, url: string) => Promise<Read<PostReading>> | null
  /** Where a person finds the website field and the bio, and what he posts where: sentences that end at "and". */
  readonly help: { readonly website?: string; readonly bio?: string; readonly post?: string }
}
