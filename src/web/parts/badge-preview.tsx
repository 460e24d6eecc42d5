import type { Plaque } from '#badges/plaque/plaque.ts'
import { texts } from '#i18n/texts.ts'
import { pictureAlt, picturePath, type Choice } from '#web/badge-codes.ts'
import { useTexts } from '#web/page.ts'
import { PlaqueView } from './plaque.tsx'
import { Say } from './text.tsx'

const words = texts({
  en: {
    title: 'What a visitor sees',
    here: 'On {site}',
    elsewhere: 'Copied to another site',
    component: 'Component',
    frame: 'Frame',
    picture: 'Picture',
    refused: 'No badge: the browser refuses to show it, and puts a notice of its own there.',
    same: 'The same picture: it cannot know where it stands. It names {domain}, and a click leads to the page of {domain}, so a careful visitor notices.',
  },
  es: {
    title: 'Qué ve quien te visita',
    here: 'En {site}',
    elsewhere: 'Copiado en otro sitio',
    component: 'Componente',
    frame: 'Marco',
    picture: 'Imagen',
    refused: 'Ningún distintivo: el navegador se niega a mostrarlo y pone un aviso suyo en su lugar.',
    same: 'La misma imagen: no puede saber dónde está. Nombra {domain}, y un clic lleva a la página de {domain}, así que un visitante atento se da cuenta.',
  },
  pl: {
    title: 'Co widzi odwiedzający',
    here: 'Na {site}',
    elsewhere: 'Skopiowana na inną stronę',
    component: 'Komponent',
    frame: 'Ramka',
    picture: 'Obraz',
    refused: 'Żadna odznaka: przeglądarka odmawia jej pokazania i wstawia tam własną informację.',
    same: 'Ten sam obraz: nie może wiedzieć, gdzie jest. Podaje {domain}, a kliknięcie prowadzi na stronę {domain}, więc uważny odwiedzający to zauważy.',
  },
})

type Props = { readonly plaque: Plaque; readonly choice: Choice; readonly publicUrl: string }

/** What a visitor sees on the brand's own site, and what on anybody else's who copies the same code. */
export function BadgePreview({ plaque, choice, publicUrl }: Props) {
  const say = useTexts(words)
  const { variant, origin } = choice
  const { domain } = plaque
  const here = say('here', { site: origin.replace('https://', '') })
  const elsewhere = say('elsewhere')
  const ground = `ground ${variant.theme}`
  const picture = <img src={picturePath(domain, variant)} alt={pictureAlt(domain, variant.language)} />
  return (
    <section class="previews" aria-labelledby="preview">
      <h2 id="preview">{say('title')}</h2>
      <table>
        <thead>
          <tr>
            <td></td>
            <th scope="col">{here}</th>
            <th scope="col">{elsewhere}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('component')}</th>
            <td data-on={here} class={ground}>
              <PlaqueView plaque={plaque} variant={variant} publicUrl={publicUrl} />
            </td>
            <td data-on={elsewhere} class={ground}>
              <PlaqueView plaque={{ state: 'elsewhere', domain }} variant={variant} publicUrl={publicUrl} />
            </td>
          </tr>
          <tr>
            <th scope="row">{say('frame')}</th>
            <td data-on={here} class={ground}>
              <PlaqueView plaque={plaque} variant={variant} publicUrl={publicUrl} newWindow />
            </td>
            <td data-on={elsewhere}>{say('refused')}</td>
          </tr>
          <tr>
            <th scope="row">{say('picture')}</th>
            <td data-on={here} class={ground}>
              {picture}
            </td>
            <td data-on={elsewhere}>
              <Say sentence={say.parts('same', { domain })} />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}
