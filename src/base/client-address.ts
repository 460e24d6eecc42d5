/** From which address a request came, as far as the door can tell; null when it cannot. */
export type ClientAddress = (request: Request, door: unknown) => string | null

/**
 * The last entry of a header that the server in front of us wrote: whatever stands before it may be the client's own.
 * For Cloudflare (`cf-connecting-ip`), and a proxy of one's own (`x-forwarded-for`).
 */
export function addressInHeader(name: string): ClientAddress {
  return (request) => request.headers.get(name)?.split(',').at(-1)?.trim() ?? null
}
