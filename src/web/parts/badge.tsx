import { plainVariant } from '#badges/variant.ts'
import { imageCode, pictureAlt } from '#web/badge-codes.ts'

type Props = { readonly slug: string; readonly publicUrl: string }

/** The badge as a picture, to copy, and as the signed statement itself. */
export function BadgePanel({ slug, publicUrl }: Props) {
  const badge = `/badges/${encodeURIComponent(slug)}`
  return (
    <section class="badge" aria-labelledby="badge">
      <h2 id="badge">Badge</h2>
      <p>
        <img src={`${badge}.svg`} alt={pictureAlt(slug)} />
      </p>
      <label for="embed">HTML for its own website</label>
      <textarea id="embed" readonly rows={4} spellcheck={false}>
        {imageCode(slug, plainVariant, publicUrl)}
      </textarea>
      <p>
        <a href={`/b/${encodeURIComponent(slug)}/badge`}>
          Choose its style, theme and language, or one that verifies itself
        </a>
      </p>
      <p class="fine">
        The signed statement behind it: <a href={`${badge}.jwt`}>JWT</a>, <a href={`${badge}.json`}>JSON</a>.{' '}
        <a href={`/verify?url=${encodeURIComponent(`${publicUrl}${badge}.jwt`)}`}>Verify it</a>.{' '}
        <a href="/what-a-badge-says">What a badge says</a>.
      </p>
    </section>
  )
}
