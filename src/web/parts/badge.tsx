import { plainVariant } from '#badges/variant.ts'
import { texts } from '#i18n/texts.ts'
import { imageCode, pictureAlt } from '#web/badge-codes.ts'
import { usePage, useTexts } from '#web/page.ts'
import { Say } from './text.tsx'

const words = texts({
  en: {
    title: 'Badge',
    html: 'HTML for its own website',
    choose: 'Choose its style, theme and language, or one that verifies itself',
    signed:
      'The signed statement behind it: <jwt>JWT</jwt>, <json>JSON</json>. <verify>Verify it</verify>. <says>What a badge says</says>.',
  },
  es: {
    title: 'Distintivo',
    html: 'HTML para su propia web',
    choose: 'Elegir su estilo, tema e idioma, o uno que se comprueba solo',
    signed:
      'La declaración firmada que hay detrás: <jwt>JWT</jwt>, <json>JSON</json>. <verify>Comprobarla</verify>. <says>Qué dice un distintivo</says>.',
  },
  pl: {
    title: 'Odznaka',
    html: 'HTML na własną stronę',
    choose: 'Wybierz styl, motyw i język albo odznakę, która sprawdza się sama',
    signed:
      'Podpisane oświadczenie, które za nią stoi: <jwt>JWT</jwt>, <json>JSON</json>. <verify>Sprawdź je</verify>. <says>Co mówi odznaka</says>.',
  },
})

type Props = { readonly slug: string; readonly publicUrl: string }

/** The badge as a picture, to copy, and as the signed statement itself. */
export function BadgePanel({ slug, publicUrl }: Props) {
  const say = useTexts(words)
  const { language } = usePage()
  const badge = `/badges/${encodeURIComponent(slug)}`
  const jwt = `${badge}.jwt`
  return (
    <section class="badge" aria-labelledby="badge">
      <h2 id="badge">{say('title')}</h2>
      <p>
        <img src={`${badge}.svg`} alt={pictureAlt(slug, language)} />
      </p>
      <label for="embed">{say('html')}</label>
      <textarea id="embed" readonly rows={4} spellcheck={false}>
        {imageCode(slug, plainVariant, publicUrl)}
      </textarea>
      <p>
        <a href={`/b/${encodeURIComponent(slug)}/badge`}>{say('choose')}</a>
      </p>
      <p class="fine">
        <Say
          sentence={say.parts('signed', {
            jwt: { to: jwt },
            json: { to: `${badge}.json` },
            verify: { to: `/verify?url=${encodeURIComponent(`${publicUrl}${jwt}`)}` },
            says: { to: '/what-a-badge-says' },
          })}
        />
      </p>
    </section>
  )
}
