/** What the registry answered; null when it could not be reached or had trouble of its own. */
export type Answer = { readonly status: 200 | 404; readonly text: string } | null

/** The registry as a page sees it. */
export type Registry = {
  readonly origin: string
  readonly now: () => number
  /** `anew`: past whatever caches are on the way. */
  readonly get: (path: string, anew: boolean) => Promise<Answer>
}
