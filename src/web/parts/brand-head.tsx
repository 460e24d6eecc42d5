import { variantPath } from '#badges/variant.ts'
import { feedPath } from '#web/pages/history.tsx'
import { usePage } from '#web/page.ts'

type Props = { readonly slug: string; readonly hasBadge: boolean; readonly publicUrl: string }

/** What others show of a brand's page: its badge as a picture, which tells its state, and a feed of what changes. */
export function BrandHead({ slug, hasBadge, publicUrl }: Props) {
  const { language } = usePage()
  const card = variantPath({ language, style: 'card', theme: 'light' })
  return (
    <>
      <meta property="og:type" content="profile" />
      <meta property="og:url" content={`${publicUrl}/b/${encodeURIComponent(slug)}`} />
      {hasBadge ? (
        <meta property="og:image" content={`${publicUrl}/badges/${encodeURIComponent(slug)}/${card}.png`} />
      ) : null}
      <meta name="twitter:card" content="summary" />
      <link rel="alternate" type="application/atom+xml" title={slug} href={feedPath(slug)} />
    </>
  )
}
