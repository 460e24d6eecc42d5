type Asked = { readonly site: string | undefined; readonly origin: string | undefined }

/**
 * Whether a request that is not safe comes from a page of our own. Browsers say so (Fetch §3.2, Fetch Metadata §2.2);
 * what another site's page sends in our visitor's name says otherwise, and what says nothing is refused.
 */
export function comesFromHere({ site, origin }: Asked, publicUrl: string): boolean {
  // A page without referrers has its forms say `Origin: null` (Fetch, "append a request Origin header").
  if (site !== undefined) return site === 'same-origin' && (origin === publicUrl || origin === 'null')
  return origin === publicUrl
}
