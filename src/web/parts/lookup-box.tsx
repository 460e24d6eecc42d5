import { texts } from '#i18n/texts.ts'
import { useTexts } from '#web/page.ts'
import { lookupScript } from '#web/scripts/lookup.ts'

const words = texts({
  en: {
    label: 'An account, a link, a domain or a name',
    help: 'Or paste a whole text: every account in it is looked up.',
    button: 'Look up',
  },
  es: {
    label: 'Una cuenta, un enlace, un dominio o un nombre',
    help: 'O pega un texto entero: se busca cada cuenta que haya en él.',
    button: 'Buscar',
  },
  pl: {
    label: 'Konto, link, domena albo nazwa',
    help: 'Możesz też wkleić cały tekst: sprawdzimy każde konto, które w nim jest.',
    button: 'Sprawdź',
  },
})

type Props = { readonly value?: string }

/**
 * The one question. It posts, since a pasted text may be longer than an address; whatever fits is led on to
 * `/?q=`, so that every answer can be shared.
 */
export function LookupBox({ value = '' }: Props) {
  const say = useTexts(words)
  return (
    <form class="lookup" role="search" action="/" method="post">
      <label for="q">{say('label')}</label>
      <div class="ask">
        <textarea
          id="q"
          name="q"
          rows={1}
          required
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="search"
          aria-describedby="q-help"
          placeholder="instagram.com/acme"
        >
          {value}
        </textarea>
        <button type="submit">{say('button')}</button>
      </div>
      <p class="fine" id="q-help">
        {say('help')}
      </p>
      <script type="module" src={`/lookup.js?v=${lookupScript.version}`} />
    </form>
  )
}
