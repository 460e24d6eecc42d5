import { badgeCodes, type Choice } from '#web/badge-codes.ts'

type Props = { readonly slug: string; readonly choice: Choice; readonly publicUrl: string }

/** The code in each form, for whoever may paste only that one. */
export function BadgeCodes({ slug, choice, publicUrl }: Props) {
  const codes = badgeCodes(slug, choice, publicUrl)
  return (
    <section class="codes" aria-labelledby="codes">
      <h2 id="codes">Code to copy</h2>
      <Code id="component" title="Component" text={codes.component}>
        The best one: the visitor’s own browser checks the signature, the date, whether the badge was taken
        back and whether it stands on the right site. Until then, and without script, it shows the picture
        inside.
      </Code>
      <Code id="frame" title="Frame" text={codes.frame}>
        Without script. The browser shows it on <code>{choice.origin}</code> and nowhere else, so choose the
        site above as it stands in the address bar.
      </Code>
      <Code id="picture" title="Picture" text={codes.image}>
        Works wherever a picture does. It shows the registry’s present word, and is no proof by itself:
        anybody can copy or redraw a picture. The link is what counts.
      </Code>
      <Code id="mail" title="Mail" text={codes.mail}>
        The picture as a PNG, for signatures of mails and wherever an SVG is not taken. Link to it rather than
        attach it, so that it stays true: a saved copy carries the badge of its day and ends within ten.
      </Code>
      <Code id="markdown" title="Markdown" text={codes.markdown}>
        The picture for a README or a forum.
      </Code>
      <Code id="wordpress" title="WordPress" text={codes.image}>
        In the editor choose <b>+</b>, then <b>Custom HTML</b>, and paste. Some plans and roles drop scripts
        and frames when the page is saved, so this is the picture; where yours lets scripts stand, paste the
        component in the same block. In a footer: Appearance, Widgets (or Editor), the same block.
      </Code>
      <Code id="pinned" title="Component, pinned to these very bytes" text={codes.pinned}>
        With its digest a changed script is refused by the browser. The price: when we publish a repaired
        component this address ends, and the picture inside is shown until you paste the new code.
      </Code>
      <h3>If your site sends a Content-Security-Policy</h3>
      <p>
        The component needs <code>script-src {publicUrl}</code> and <code>connect-src {publicUrl}</code>, the
        picture <code>img-src {publicUrl}</code>, the frame <code>frame-src {publicUrl}</code>. None needs a
        style, a cookie or anybody else’s server.
      </p>
    </section>
  )
}

type CodeProps = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly children: unknown
}

function Code({ id, title, text, children }: CodeProps) {
  return (
    <article>
      <h3>
        <label for={id}>{title}</label>
      </h3>
      <p class="fine">{children}</p>
      <textarea
        id={id}
        readonly
        rows={Math.ceil(text.length / 72) + 1}
        spellcheck={false}
        autocapitalize="off"
      >
        {text}
      </textarea>
    </article>
  )
}
