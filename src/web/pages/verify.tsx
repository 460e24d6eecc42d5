import type { Verification } from '#badges/verify/ladder.ts'
import { Layout } from '#web/layout.tsx'
import { VerificationResult } from '#web/parts/verification.tsx'
import { plain } from '#i18n/sentence.ts'
import { verdictSentence, verdictTitle } from '#web/verdicts.ts'

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
  const found = verification === undefined ? null : plain(verdictSentence(verification))
  return (
    <Layout
      title={`${verification === undefined ? 'Verify a badge' : verdictTitle(verification)} · Veramarca`}
      description={
        found ??
        'Is a badge genuine, current, and for the site that shows it? Each step of the answer is shown.'
      }
      {...(found === null && problem === undefined
        ? { canonical: `${publicUrl}/verify` }
        : { indexed: false })}
    >
      {verification === undefined ? (
        <>
          <h1>Verify a badge</h1>
          <p class="lede">
            Is it genuine, is it current, and is it for the site that shows it? Each step of the answer is
            shown.
          </p>
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
  return (
    <form class="verify" action="/verify" method="post" enctype="multipart/form-data">
      {again ? <h2>Verify another</h2> : null}
      <div>
        <label for="badge">An address, or the signed text of a badge</label>
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
          The page that shows the badge, the badge’s own address, or a text that begins with “eyJ”.
        </p>
      </div>
      <div>
        <label for="file">or a file</label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".svg,.png,.jwt,.json,image/svg+xml,image/png"
          aria-describedby="file-help"
        />
        <p class="fine" id="file-help">
          A badge as SVG, PNG or JWT, up to 64 KB. You can drop it on the field.
        </p>
      </div>
      <div>
        <label for="site">For which site? You may leave this empty</label>
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
      <button type="submit">Verify</button>
    </form>
  )
}
