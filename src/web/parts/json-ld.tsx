import { raw } from 'hono/html'
import { jsonLdText, type Lister } from '#listings/publish.ts'

/** For search engines. Nothing is said of a brand whose domain is not controlled today. */
export function JsonLd({ lister }: { readonly lister: Lister }) {
  if (!lister.isControlled) return null
  return <script type="application/ld+json">{raw(jsonLdText(lister))}</script>
}
