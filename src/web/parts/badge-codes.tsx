import { badgeCodes, type Choice } from '#web/badge-codes.ts'
import { useTexts } from '#web/page.ts'
import { words } from './badge-codes-words.ts'
import { Say } from './text.tsx'

type Props = { readonly slug: string; readonly choice: Choice; readonly publicUrl: string }

const forms = [
  ['component', 'component', 'componentText'],
  ['frame', 'frame', 'frameText'],
  ['picture', 'picture', 'pictureText'],
  ['mail', 'mail', 'mailText'],
  ['markdown', 'markdown', 'markdownText'],
  ['wordpress', 'wordpress', 'wordpressText'],
  ['pinned', 'pinned', 'pinnedText'],
] as const

/** The code in each form, for whoever may paste only that one. */
export function BadgeCodes({ slug, choice, publicUrl }: Props) {
  const say = useTexts(words)
  const { image, ...codes } = badgeCodes(slug, choice, publicUrl)
  const pasted = { ...codes, picture: image, wordpress: image }
  return (
    <section class="codes" aria-labelledby="codes">
      <h2 id="codes">{say('title')}</h2>
      {forms.map(([id, title, text]) => (
        <article>
          <h3>
            <label for={id}>{say(title)}</label>
          </h3>
          <p class="fine">
            <Say sentence={say.parts(text, { site: choice.origin })} />
          </p>
          <textarea
            id={id}
            readonly
            rows={Math.ceil(pasted[id].length / 72) + 1}
            spellcheck={false}
            autocapitalize="off"
          >
            {pasted[id]}
          </textarea>
        </article>
      ))}
      <h3>{say('policy')}</h3>
      <p>
        <Say
          sentence={say.parts('policyText', {
            script: `script-src ${publicUrl}`,
            connect: `connect-src ${publicUrl}`,
            img: `img-src ${publicUrl}`,
            frame: `frame-src ${publicUrl}`,
          })}
        />
      </p>
    </section>
  )
}
