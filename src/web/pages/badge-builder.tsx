import { originsOf } from '#badges/credential.ts'
import { plaqueOf } from '#badges/plaque/brand-plaque.ts'
import { styles, themes } from '#badges/variant.ts'
import { languages } from '#i18n/languages.ts'
import type { PublicBrand } from '#registry/answer.ts'
import type { Choice } from '#web/badge-codes.ts'
import { Layout } from '#web/layout.tsx'
import { BadgeCodes } from '#web/parts/badge-codes.tsx'
import { BadgePreview } from '#web/parts/badge-preview.tsx'
import { Term } from '#web/parts/text.tsx'
import { builderScript } from '#web/scripts/builder.ts'
import { builderStyleHref } from '#web/style/index.ts'

type Props = { readonly brand: PublicBrand; readonly choice: Choice; readonly publicUrl: string }

const styleNames = { flat: 'Flat', card: 'Card', mark: 'Mark' }
const themeNames = { light: 'Light', dark: 'Dark', auto: 'As the visitor’s' }
const languageNames = { en: 'English', es: 'Español', pl: 'Polski' }

/** Where a brand chooses its badge, sees it as visitors will, and takes the code. */
export function BadgeBuilderPage({ brand, choice, publicUrl }: Props) {
  const { slug } = brand
  const address = `/b/${encodeURIComponent(slug)}`
  const { variant, origin } = choice
  return (
    <Layout
      title={`The badge of ${slug} · Veramarca`}
      description={`Choose how the badge of ${slug} looks, and copy it to its website.`}
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
        The badge of <Term>{slug}</Term>
      </h1>
      <p class="lede">
        Choose, copy, paste, forget: wherever it stands it shows what the registry says at that moment. Back
        to{' '}
        <a href={address}>
          the page of <Term>{slug}</Term>
        </a>
        .
      </p>
      <WhyNotGreen brand={brand} />
      <form class="choices" method="get" action={`${address}/badge`} id="choices">
        <Choose name="style" label="Style" names={styleNames} values={styles} chosen={variant.style} />
        <Choose name="theme" label="Theme" names={themeNames} values={themes} chosen={variant.theme} />
        <Choose
          name="lang"
          label="Language"
          names={languageNames}
          values={languages}
          chosen={variant.language}
        />
        <Choose name="site" label="Site" names={{}} values={originsOf(brand)} chosen={origin} />
        <button>Show</button>
      </form>
      <p role="status" class="announced" id="announced"></p>
      <div id="result">
        <BadgePreview plaque={plaqueOf(brand)} choice={choice} publicUrl={publicUrl} />
        <BadgeCodes slug={slug} choice={choice} publicUrl={publicUrl} />
      </div>
      <section class="about" aria-labelledby="about">
        <h2 id="about">What it says</h2>
        <p>
          That whoever holds <Term>{slug}</Term> proved it here.{' '}
          <a href="/what-a-badge-says">What a badge says and does not say</a> ·{' '}
          <a href="/verify">Check any badge</a> · The signed statement:{' '}
          <a href={`/badges/${encodeURIComponent(slug)}.jwt`}>JWT</a>,{' '}
          <a href={`/badges/${encodeURIComponent(slug)}.json`}>JSON</a>
        </p>
        <p>It is for these sites. Anywhere else the component says so, and browsers refuse the frame:</p>
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
  const { state } = plaqueOf(brand)
  if (state === 'controlled') return null
  const why =
    brand.frozenAt !== null
      ? 'its own people froze it. The registry’s operator lifts that once a fresh challenge of the domain was proved; the badge is green within a minute then.'
      : state === 'at_risk'
        ? 'the last look did not find the proof of its domain. Put it back, and the badge is green after the next look.'
        : state === 'lapsed'
          ? 'the proof of its domain has ended. Prove the domain anew, and the badge is green again.'
          : 'its entry is suspended. Its notices in the registry say why.'
  return (
    <p class="why">
      <strong>The badge is not green now:</strong> {why} The codes below stay the same.
    </p>
  )
}

type ChooseProps = {
  readonly name: string
  readonly label: string
  readonly values: readonly string[]
  readonly names: Readonly<Record<string, string>>
  readonly chosen: string
}

function Choose({ name, label, values, names, chosen }: ChooseProps) {
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {values.map((value) => (
          <option value={value} selected={value === chosen}>
            {names[value] ?? value.replace('https://', '')}
          </option>
        ))}
      </select>
    </div>
  )
}
