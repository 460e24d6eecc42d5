export type TallyKind = 'lookup' | 'badge'

/** Counts what is served of a brand, and nothing of whom. */
export type Tally = {
  count(slug: string, kind: TallyKind): void
  /** Stores what was counted. What a process had not stored when it was killed is lost: these are no promises. */
  store(): Promise<void>
  /** The same, unless that was done a moment ago. */
  storeWhenDue(): Promise<void>
}
