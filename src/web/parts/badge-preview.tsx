import type { Plaque } from '#badges/plaque/plaque.ts'
import { pictureAlt, picturePath, type Choice } from '#web/badge-codes.ts'
import { PlaqueView } from './plaque.tsx'

type Props = { readonly plaque: Plaque; readonly choice: Choice; readonly publicUrl: string }

/** What a visitor sees on the brand's own site, and what on anybody else's who copies the same code. */
export function BadgePreview({ plaque, choice, publicUrl }: Props) {
  const { variant, origin } = choice
  const { domain } = plaque
  const site = origin.replace('https://', '')
  const picture = <img src={picturePath(domain, variant)} alt={pictureAlt(domain)} />
  return (
    <section class="previews" aria-labelledby="preview">
      <h2 id="preview">What a visitor sees</h2>
      <table>
        <thead>
          <tr>
            <td></td>
            <th scope="col">On {site}</th>
            <th scope="col">Copied to another site</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Component</th>
            <td data-on={`On ${site}`} class={`ground ${variant.theme}`}>
              <PlaqueView plaque={plaque} variant={variant} publicUrl={publicUrl} />
            </td>
            <td data-on="Copied to another site" class={`ground ${variant.theme}`}>
              <PlaqueView plaque={{ state: 'elsewhere', domain }} variant={variant} publicUrl={publicUrl} />
            </td>
          </tr>
          <tr>
            <th scope="row">Frame</th>
            <td data-on={`On ${site}`} class={`ground ${variant.theme}`}>
              <PlaqueView plaque={plaque} variant={variant} publicUrl={publicUrl} newWindow />
            </td>
            <td data-on="Copied to another site">
              No badge: the browser refuses to show it, and puts a notice of its own there.
            </td>
          </tr>
          <tr>
            <th scope="row">Picture</th>
            <td data-on={`On ${site}`} class={`ground ${variant.theme}`}>
              {picture}
            </td>
            <td data-on="Copied to another site">
              The same picture: it cannot know where it stands. It names {domain}, and a click leads to the
              page of {domain}, so a careful visitor notices.
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}
