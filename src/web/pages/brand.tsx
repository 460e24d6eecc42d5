import type { PublicBrand } from '#registry/answer.ts'
import { Layout } from '#web/layout.tsx'
import { listerOf } from '#web/lists.ts'
import { markOf } from '#web/marks.ts'
import { BadgePanel } from '#web/parts/badge.tsx'
import { BrandAccounts } from '#web/parts/brand-accounts.tsx'
import { JsonLd } from '#web/parts/json-ld.tsx'
import { ListLinks } from '#web/parts/list-links.tsx'
import { MarkTag, Seal } from '#web/parts/mark.tsx'
import { NotItsOwn } from '#web/parts/not-its-own.tsx'
import { Seen } from '#web/parts/seen.tsx'
import { Day, Moment, Name, Say, Term } from '#web/parts/text.tsx'
import { WrongLine } from '#web/parts/wrong-line.tsx'
import { harmless, plain } from '#i18n/sentence.ts'
import { brandSentence } from '#web/sentences.ts'
import { countryName, methodName } from '#web/words.ts'

type Props = { readonly brand: PublicBrand; readonly publicUrl: string }

/** A brand's entry. Its heading is the domain: that is what was proved. */
export function BrandPage({ brand, publicUrl }: Props) {
  const sentence = brandSentence(brand, brand.verdict)
  const standing = brand.verdict === 'controlled' || brand.verdict === 'at_risk'
  const address = `${publicUrl}/b/${encodeURIComponent(brand.slug)}`
  return (
    <Layout
      title={`${brand.slug}: accounts and domains · Veramarca`}
      description={plain(sentence)}
      canonical={address}
      head={<JsonLd lister={listerOf(brand, publicUrl)} />}
    >
      <article class="deed">
        <Seal mark={markOf(brand.frozenAt === null ? brand.verdict : 'suspended', null)} />
        <div class="statement">
          <h1>
            <Term>{brand.slug}</Term>
          </h1>
          <p class="second">
            <Name brand={brand} />
          </p>
          <p>
            <Say sentence={sentence} />
          </p>
        </div>
        {brand.frozenAt === null ? null : (
          <p>
            <strong>
              Do not trust any account of <Term>{brand.slug}</Term> for now.
            </strong>{' '}
            Its own people froze them all on <Day at={brand.frozenAt} />, as brands do when they were hacked.
          </p>
        )}
        <About brand={brand} />
        <Domains brand={brand} />
        <BrandAccounts brand={brand} />
        <NotItsOwn brand={brand} />
        <ListLinks slug={brand.slug} />
        {standing ? <BadgePanel slug={brand.slug} publicUrl={publicUrl} /> : null}
        <p class="fine close">
          In the registry since <Day at={brand.since} />. As of <Moment at={brand.asOf} />.
        </p>
      </article>
      <WrongLine />
    </Layout>
  )
}

function About({ brand }: { readonly brand: PublicBrand }) {
  if (brand.aliases.length === 0 && brand.category === null && brand.country === null) return null
  return (
    <dl class="facts">
      {brand.aliases.length === 0 ? null : (
        <div>
          <dt>Also goes by</dt>
          <dd>
            <Term>{brand.aliases.map(harmless).join(', ')}</Term>
          </dd>
        </div>
      )}
      {brand.category === null ? null : (
        <div>
          <dt>Category</dt>
          <dd>
            <a href={`/brands?category=${encodeURIComponent(brand.category)}`}>
              <Term>{brand.category}</Term>
            </a>
          </dd>
        </div>
      )}
      {brand.country === null ? null : (
        <div>
          <dt>Country</dt>
          <dd>
            <a href={`/brands?country=${encodeURIComponent(brand.country)}`}>
              <Term>{countryName(brand.country)}</Term>
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Domains({ brand }: { readonly brand: PublicBrand }) {
  return (
    <section aria-labelledby="domains">
      <h2 id="domains">Domains</h2>
      <ul class="rows">
        {brand.domains.map(({ domain, verdict, method, checkedAt, expiresAt, seenBy, failingSince }) => (
          <li>
            <span>
              <strong class="domain">
                <Term>{domain}</Term>
              </strong>
              {method === null || checkedAt === null || expiresAt === null ? null : (
                <span class="fine">
                  <br />
                  {methodName(method)}
                  <br />
                  <Seen proof={{ method, checkedAt, expiresAt, seenBy, failingSince }} />
                </span>
              )}
            </span>
            <MarkTag mark={markOf(verdict, null)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
