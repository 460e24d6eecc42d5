/** An account as its platform shows it, and nothing that a stranger could have written there. */
export type Profile = {
  /** Canonical, as `#accounts` writes it: what the platform itself says now. */
  readonly handle: string
  /** The platform's immutable id; null where it shows none. */
  readonly platformId: string | null
  /** Absolute URLs from the fields that the account's owner fills with his websites. Not links from the bio. */
  readonly websites: readonly string[]
  /** Plain text, at most 5,000 characters; null where there is none. */
  readonly bio: string | null
}

/** A post as its platform shows it: whoever is named by the platform wrote it, whatever its address says. */
export type PostReading = {
  /** The canonical address. */
  readonly url: string
  readonly author: Pick<Profile, 'handle' | 'platformId'>
  /** Plain text; of a video, its title. */
  readonly text: string
  /** When it was posted by the platform's word, in milliseconds; null where the platform does not say. */
  readonly at: number | null
}
