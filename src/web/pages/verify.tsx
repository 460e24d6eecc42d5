import type { Verification } from '#badges/verify/ladder.ts'
import { Layout } from '#web/layout.tsx'
import { VerificationResult } from '#web/parts/verification.tsx'
import { plain } from '#i18n/sentence.ts'
import { texts } from '#i18n/texts.ts'
import { usePage, useTexts } from '#web/page.ts'
import { verdictSentence, verdictTitle } from '#web/verdicts.ts'

const words = texts({
  en: {
    title: 'Verify a badge',
    lede: 'Is it genuine, is it current, and is it for the site that shows it? Each step of the answer is shown.',
    another: 'Verify another',
    badge: 'An address, or the signed text of a badge',
    badgeHelp: 'The page that shows the badge, the badge’s own address, or a text that begins with “eyJ”.',
    file: 'or a file',
    fileHelp: 'A badge as SVG, PNG or JWT, up to 64 KB. You can drop it on the field.',
    site: 'For which site? You may leave this empty',
    button: 'Verify',
  },
  es: {
    title: 'Comprobar un distintivo',
    lede: '¿Es auténtico, está vigente y es para el sitio que lo muestra? Se enseña cada paso de la respuesta.',
    another: 'Comprobar otro',
    badge: 'Una dirección o el texto firmado de un distintivo',
    badgeHelp:
      'La página que muestra el distintivo, la dirección del propio distintivo o un texto que empieza por «eyJ».',
    file: 'o un archivo',
    fileHelp: 'Un distintivo en SVG, PNG o JWT, de hasta 64 KB. Puedes soltarlo sobre el campo.',
    site: '¿Para qué sitio? Puedes dejarlo vacío',
    button: 'Comprobar',
  },
  pl: {
    title: 'Sprawdź odznakę',
    lede: 'Czy jest autentyczna, czy jest aktualna i czy jest dla strony, która ją pokazuje? Widać każdy krok odpowiedzi.',
    another: 'Sprawdź następną',
    badge: 'Adres albo podpisany tekst odznaki',
    badgeHelp: 'Strona, która pokazuje odznakę, adres samej odznaki albo tekst zaczynający się od „eyJ”.',
    file: 'albo plik',
    fileHelp: 'Odznaka jako SVG, PNG lub JWT, do 64 KB. Możesz upuścić plik na pole.',
    site: 'Dla której strony? Możesz zostawić puste',
    button: 'Sprawdź',
  },
})

export type Asked = { readonly text: string; readonly site: string }

type Props = {
  readonly publicUrl: string
  readonly asked?: Asked
  readonly verification?: Verification
  /** Why nothing was checked. */
  readonly problem?: string
}

const nothingAsked: Asked = { text: '', site: '' }

/** A form that works without script, and what was found. */
export function VerifyPage({ publicUrl, asked = nothingAsked, verification, problem }: Props) {
  const say = useTexts(words)
  const { language } = usePage()
  const found = verification === undefined ? null : plain(verdictSentence(verification, language))
  return (
    <Layout
      title={`${verification === undefined ? say('title') : verdictTitle(verification, language)} · Veramarca`}
      description={found ?? say('lede')}
      {...(found === null && problem === undefined
        ? { canonical: `${publicUrl}/verify` }
        : { indexed: false })}
    >
      {verification === undefined ? (
        <>
          <h1>{say('title')}</h1>
          <p class="lede">{say('lede')}</p>
        </>
      ) : (
        <VerificationResult verification={verification} />
      )}
      {problem === undefined ? null : (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      <VerifyForm asked={asked} again={verification !== undefined} publicUrl={publicUrl} />
    </Layout>
  )
}

type FormProps = { readonly asked: Asked; readonly again: boolean; readonly publicUrl: string }

function VerifyForm({ asked, again, publicUrl }: FormProps) {
  const say = useTexts(words)
  return (
    <form class="verify" action="/verify" method="post" enctype="multipart/form-data">
      {again ? <h2>{say('another')}</h2> : null}
      <div>
        <label for="badge">{say('badge')}</label>
        <textarea
          id="badge"
          name="badge"
          rows={4}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby="badge-help"
          placeholder={`${publicUrl}/badges/acme.com.svg`}
        >
          {asked.text}
        </textarea>
        <p class="fine" id="badge-help">
          {say('badgeHelp')}
        </p>
      </div>
      <div>
        <label for="file">{say('file')}</label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".svg,.png,.jwt,.json,image/svg+xml,image/png"
          aria-describedby="file-help"
        />
        <p class="fine" id="file-help">
          {say('fileHelp')}
        </p>
      </div>
      <div>
        <label for="site">{say('site')}</label>
        <input
          id="site"
          name="site"
          type="text"
          value={asked.site}
          maxlength={300}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          inputmode="url"
          placeholder="https://acme.com"
        />
      </div>
      <button type="submit">{say('button')}</button>
    </form>
  )
}
