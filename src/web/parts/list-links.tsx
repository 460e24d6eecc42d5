import { texts } from '#i18n/texts.ts'
import { lists } from '#web/lists.ts'
import { useTexts } from '#web/page.ts'

const words = texts({
  en: {
    title: 'Lists to publish',
    note: 'Its verified accounts, ready to be put on the domain’s own site.',
    'trust.txt': 'for the domain itself',
    'rel-me.html': 'links for its home page',
    'organization.jsonld': 'for search engines',
  },
  es: {
    title: 'Listas para publicar',
    note: 'Sus cuentas verificadas, listas para ponerlas en la web del dominio.',
    'trust.txt': 'para el propio dominio',
    'rel-me.html': 'enlaces para su página de inicio',
    'organization.jsonld': 'para los buscadores',
  },
  pl: {
    title: 'Listy do opublikowania',
    note: 'Jej zweryfikowane konta, gotowe do umieszczenia na stronie domeny.',
    'trust.txt': 'dla samej domeny',
    'rel-me.html': 'odnośniki na stronę główną',
    'organization.jsonld': 'dla wyszukiwarek',
  },
})

/** Where a brand's verified accounts can be had in the formats that others read. */
export function ListLinks({ slug }: { readonly slug: string }) {
  const say = useTexts(words)
  return (
    <section class="lists" aria-labelledby="lists">
      <h2 id="lists">{say('title')}</h2>
      <p class="fine">{say('note')}</p>
      <ul class="rows">
        {lists.map(({ file }) => (
          <li>
            <a href={`/b/${encodeURIComponent(slug)}/${file}`}>{file}</a>
            <span class="fine">{say(file)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
