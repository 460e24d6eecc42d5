import { texts } from '#i18n/texts.ts'
import { useTexts } from '#web/page.ts'

const words = texts({
  en: {
    title: 'Names near yours',
    lede: 'Whoever looks up an account or domain that is not proved, and is named much like your proved ones, is told of yours beside it: typos, “support” added, other endings. Letters that merely look the same are always told of. It calls nothing fake.',
    watch: 'Tell people of names near mine',
    needs: 'It takes effect while the main domain is proved by DNS and at least one account is verified.',
    moderator: 'A moderator of this registry has chosen this brand for it.',
    save: 'Save this choice',
  },
  es: {
    title: 'Nombres parecidos al tuyo',
    lede: 'A quien consulte una cuenta o un dominio sin acreditar que se llame casi como los tuyos acreditados le mostramos los tuyos al lado: erratas, «soporte» añadido, otras terminaciones. De las letras que solo se ven igual avisamos siempre. No llama falso a nada.',
    watch: 'Avisar de nombres parecidos al mío',
    needs:
      'Surte efecto mientras el dominio principal esté acreditado por DNS y haya al menos una cuenta verificada.',
    moderator: 'Un moderador de este registro ha elegido esta marca para ello.',
    save: 'Guardar esta elección',
  },
  pl: {
    title: 'Nazwy podobne do twojej',
    lede: 'Kto sprawdza niepotwierdzone konto lub domenę o nazwie bardzo podobnej do twoich potwierdzonych, widzi obok twoje: literówki, dodane „pomoc”, inne końcówki. O literach, które tylko wyglądają tak samo, mówimy zawsze. Niczego nie nazywamy fałszywym.',
    watch: 'Informuj o nazwach podobnych do mojej',
    needs:
      'Działa, dopóki główna domena jest potwierdzona w DNS, a co najmniej jedno konto jest zweryfikowane.',
    moderator: 'Tę markę wybrał do tego moderator rejestru.',
    save: 'Zapisz wybór',
  },
})

type Props = {
  readonly protection: 'owner' | 'moderator' | null
  readonly path: string
  readonly mayWrite: boolean
}

/** Whether lookups tell of names near the brand's. */
export function Watch({ protection, path, mayWrite }: Props) {
  const say = useTexts(words)
  if (!mayWrite) return null
  return (
    <section aria-labelledby="watch">
      <h2 id="watch">{say('title')}</h2>
      <p class="fine">{say('lede')}</p>
      {protection === 'moderator' ? (
        <p class="note good">{say('moderator')}</p>
      ) : (
        <form method="post" action={`${path}/watch`} class="act">
          <label for="watch-names" class="choice">
            <input
              type="checkbox"
              id="watch-names"
              name="watch"
              value="yes"
              checked={protection === 'owner'}
            />
            <span>{say('watch')}</span>
          </label>
          <p class="fine">{say('needs')}</p>
          <button type="submit" class="plain">
            {say('save')}
          </button>
        </form>
      )}
    </section>
  )
}
