/** What one platform's file says. Patterns are anchored and match a parsed, canonical handle, never a URL. */
export type Platform = {
  readonly name: string
  /** Compared whole, lower case. The first is the canonical one. Empty when accounts live on any host. */
  readonly hosts: readonly string[]
  /** Labels that may stand before a host, matched whole; default `www`, `m`, `mobile`. Pages under other
   *  subdomains belong to the platform, and are no accounts. */
  readonly subdomains?: RegExp
  /** The platform's short-link and service hosts: nothing on them is an account. */
  readonly otherHosts?: readonly string[]
  /** The canonical handle. */
  readonly handle: RegExp
  /** Reads the handle from a URL's decoded, NFC path segments on one of `hosts`; null when it is no account
   *  page. Default: the first segment, alone or followed by one of `tabs`. */
  readonly read?: (segments: readonly string[], url: URL) => string | null
  /** For a platform without hosts of its own: is this address, on a host that no platform has, one of its pages? */
  readonly anyHost?: (segments: readonly string[], url: URL) => boolean
  /** Reads written forms that are no web address: `@user@host`, `at://…`. Null when it is not one. */
  readonly readText?: (text: string) => string | null
  /** Schemes that are this platform's own: what `readText` does not know under them is no account. */
  readonly schemes?: readonly string[]
  /** Default: lower case. Given where case matters or more must be folded. */
  readonly canonical?: (handle: string) => string
  /** What has a handle's form and is a page of the platform's own, lower case. */
  readonly reserved?: readonly string[]
  /** What may follow an account's own path and still shows that account: `about`, `videos`. Lower case. */
  readonly tabs?: readonly string[]
  /** What may be pasted in a handle's place and is the immutable id itself. */
  readonly idForm?: RegExp
  /** The account's public address. */
  readonly profile: (handle: string) => string
  /** `YYYY-MM-DD`: the service ended then, so its accounts can only be recorded for history. */
  readonly closedOn?: string
  readonly proofs: Proofs
  readonly examples: {
    /** Pasted text → canonical handle. */
    readonly accepts: Readonly<Record<string, string>>
    readonly rejects: readonly string[]
  }
}

/** What can honestly be proved on a platform, and how: short phrases in plain English, as the README lists them. */
export type Proofs = {
  /** Which field of the profile is read without signing in. */
  readonly website?: string
  /** What kind of post can carry our code. */
  readonly post?: string
  /** How the handle itself can be the domain. */
  readonly domain?: string
  /** "cannot be checked automatically: …", with what is left to do. */
  readonly none?: string
  /** What the immutable id is called, where the platform has one. */
  readonly id?: string
}

export type Account = {
  /** Key in the platform index: `x`, `instagram` … */
  readonly platform: string
  readonly handle: string
  readonly url: string
}
