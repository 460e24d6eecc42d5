import { lists } from '#web/lists.ts'

/** Where a brand's verified accounts can be had in the formats that others read. */
export function ListLinks({ slug }: { readonly slug: string }) {
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">Lists to publish</h2>
      <p class="fine">Its verified accounts, ready to be put on the domain's own site.</p>
      <ul class="rows">
        {lists.map(({ file, what }) => (
          <li>
            <a href={`/b/${encodeURIComponent(slug)}/${file}`}>{file}</a>
            <span class="fine">{what}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
