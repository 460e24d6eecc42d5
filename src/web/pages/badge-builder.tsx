import { originsOf } from '#badges/credential.ts'
import { plaqueOf } from '#badges/plaque/brand-plaque.ts'
import { styles, themes } from '#badges/variant.ts'
import { languageNames, languages } from '#i18n/languages.ts'
import type { PublicBrand } from '#registry/answer.ts'
import type { Choice } from '#web/badge-codes.ts'
import { Layout } from '#web/layout.tsx'
import { useTexts } from '#web/page.ts'
import { BadgeCodes } from '#web/parts/badge-codes.tsx'
import { BadgePreview } from '#web/parts/badge-preview.tsx'
import { Say } from '#web/parts/text.tsx'
import { builderScript } from '#web/scripts/builder.ts'
import { builderStyleHref } from '#web/style/index.ts'
import { words } from './badge-builder-words.ts'

type Props = { readonly brand: PublicBrand; readonly choice: Choice; readonly publicUrl: string }

/** Where a brand chooses its badge, sees it as visitors will, and takes the code. */
export function BadgeBuilderPage({ brand, choice, publicUrl }: Props) {
  const say = useTexts(words)
  const { slug } = brand
  const address = `/b/${encodeURIComponent(slug)}`
  const badge = `/badges/${encodeURIComponent(slug)}`
  const { variant, origin } = choice
  return (
    <Layout
      title={`${say('title', { slug })} · Veramarca`}
      description={say('description', { slug })}
      canonical={`${publicUrl}${address}/badge`}
      indexed={false}
      head={
        <>
          <link rel="stylesheet" href={builderStyleHref} />
          <script type="module" src={`/builder.js?v=${builderScript.version}`} />
        </>
      }
    >
      <h1>
        <Say sentence={say.parts('title', { slug })} />
      </h1>
      <p class="lede">
        <Say sentence={say.parts('lede', { slug, page: { to: address } })} />
      </p>
      <WhyNotGreen brand={brand} />
      <form class="choices" method="get" action={`${address}/badge`} id="choices">
        <Choose name="style" label={say('style')} named={say} values={styles} chosen={variant.style} />
        <Choose name="theme" label={say('theme')} named={say} values={themes} chosen={variant.theme} />
        <Choose
          name="language"
          label={say('language')}
          named={(language) => languageNames[language]}
          values={languages}
          chosen={variant.language}
        />
        <Choose
          name="site"
          label={say('site')}
          named={(site) => site.replace('https://', '')}
          values={originsOf(brand)}
          chosen={origin}
        />
        <button>{say('show')}</button>
      </form>
      <p
        role="status"
        class="announced"
        id="announced"
        data-copy={say('copy')}
        data-copied={say('copied')}
        data-not-copied={say('notCopied')}
        data-shown={say('shown')}
      ></p>
      <div id="result">
        <BadgePreview plaque={plaqueOf(brand)} choice={choice} publicUrl={publicUrl} />
        <BadgeCodes slug={slug} choice={choice} publicUrl={publicUrl} />
      </div>
      <section class="about" aria-labelledby="about">
        <h2 id="about">{say('about')}</h2>
        <p>
          <Say
            sentence={say.parts('aboutText', {
              slug,
              says: { to: '/what-a-badge-says' },
              verify: { to: '/verify' },
              jwt: { to: `${badge}.jwt` },
              json: { to: `${badge}.json` },
            })}
          />
        </p>
        <p>{say('sites')}</p>
        <ul class="sites">
          {originsOf(brand).map((each) => (
            <li>
              <code>{each}</code>
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  )
}

/** Someone who pastes a badge that is not green should know so before his visitors do. */
function WhyNotGreen({ brand }: { readonly brand: PublicBrand }) {
  const { parts } = useTexts(words)
  const { state } = plaqueOf(brand)
  if (state === 'controlled') return null
  const known = state === 'at_risk' || state === 'lapsed' ? state : 'suspended'
  const why = parts(brand.frozenAt === null ? known : 'frozen')
  return (
    <p class="why">
      <Say sentence={parts('notGreen', { why })} />
    </p>
  )
}

type ChooseProps<Value extends string> = {
  readonly name: string
  readonly label: string
  readonly values: readonly Value[]
  readonly named: (value: Value) => string
  readonly chosen: string
}

function Choose<Value extends string>({ name, label, values, named, chosen }: ChooseProps<Value>) {
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {values.map((value) => (
          <option value={value} selected={value === chosen}>
            {named(value)}
          </option>
        ))}
      </select>
    </div>
  )
}
