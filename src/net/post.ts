/** What came back for a posted message; no redirect is followed. */
export type Posted = {
  readonly status: number
  readonly contentType: string | null
  /** At most as many as were asked for. */
  readonly bytes: Uint8Array
  readonly truncated: boolean
}

/** Posts one DNS message to its resolver (RFC 8484 §4.1). Throws whatever went wrong; the signal ends it. */
export type Post = (message: Uint8Array<ArrayBuffer>, options: PostOptions) => Promise<Posted>

export type PostOptions = {
  readonly headers: Readonly<Record<string, string>>
  readonly bytesMax: number
  readonly signal: AbortSignal
}
