import { contexts } from '@digitalbazaar/credentials-context'
import jsonld from 'jsonld'
import type { JsonLd } from 'jsonld/jsonld-spec.js'

/** `ownContext`: what the registry serves at `/ns/brand/v1`, which is `url`. Nothing is fetched. */
export function loaderOf(ownContext: { readonly url: string; readonly document: JsonLd }) {
  const known = new Map([...contexts, [ownContext.url, ownContext.document]])
  return async (url: string) => {
    const document = known.get(url)
    if (document === undefined) throw new Error(`${url} is not one of the contexts of a badge`)
    return { documentUrl: url, document }
  }
}

/** Safe mode throws where a term would be dropped. */
export async function expand(payload: object, documentLoader: ReturnType<typeof loaderOf>) {
  const options = { safe: true, documentLoader }
  return await jsonld.expand({ ...payload }, options)
}
