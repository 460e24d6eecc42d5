import { harmless, plain } from '#i18n/sentence.ts'
import { texts } from '#i18n/texts.ts'
import type { PublicBrand } from '#registry/answer.ts'
import { Layout } from '#web/layout.tsx'
import { listerOf } from '#web/lists.ts'
import { markOf } from '#web/marks.ts'
import { usePage, useTexts } from '#web/page.ts'
import { BadgePanel } from '#web/parts/badge.tsx'
import { historyPath } from '#web/parts/trail.tsx'
import { BrandHead } from '#web/parts/brand-head.tsx'
import { BrandAccounts } from '#web/parts/brand-accounts.tsx'
import { JsonLd } from '#web/parts/json-ld.tsx'
import { ListLinks } from '#web/parts/list-links.tsx'
import { MarkTag, Seal } from '#web/parts/mark.tsx'
import { NotItsOwn } from '#web/parts/not-its-own.tsx'
import { Seen } from '#web/parts/seen.tsx'
import { Name, Say, Term } from '#web/parts/text.tsx'
import { WrongLine } from '#web/parts/wrong-line.tsx'
import { brandSentence } from '#web/sentences.ts'
import { countryName, dayIn, methodName, momentIn } from '#web/words.ts'

const words = texts({
  en: {
    title: '{domain}: accounts and domains',
    frozen:
      '<strong>Do not trust any account of {domain} for now.</strong> Its own people froze them all on {day}, as brands do when they were hacked.',
    history: 'Its history.',
    since: 'In the registry since {day}. As of {moment}.',
    aliases: 'Also goes by',
    category: 'Category',
    country: 'Country',
    domains: 'Domains',
  },
  es: {
    title: '{domain}: cuentas y dominios',
    frozen:
      '<strong>No confíes por ahora en ninguna cuenta de {domain}.</strong> Su propio equipo las congeló todas el {day}, como hacen las marcas cuando sufren un ataque.',
    history: 'Su historial.',
    since: 'En el registro desde el {day}. A fecha de {moment}.',
    aliases: 'También se llama',
    category: 'Categoría',
    country: 'País',
    domains: 'Dominios',
  },
  pl: {
    title: '{domain}: konta i domeny',
    frozen:
      '<strong>Na razie nie ufaj żadnemu kontu {domain}.</strong> Jej właśni ludzie zamrozili je wszystkie {day}, jak robią marki po włamaniu.',
    history: 'Historia.',
    since: 'W rejestrze od {day}. Stan na {moment}.',
    aliases: 'Inne nazwy',
    category: 'Kategoria',
    country: 'Kraj',
    domains: 'Domeny',
  },
})

type Props = { readonly brand: PublicBrand; readonly publicUrl: string }

/** A brand's entry. Its heading is the domain: that is what was proved. */
export function BrandPage({ brand, publicUrl }: Props) {
  const { language } = usePage()
  const say = useTexts(words)
  const { slug: domain, verdict, frozenAt } = brand
  const sentence = brandSentence(brand, verdict, language)
  const standing = verdict === 'controlled' || verdict === 'at_risk'
  const dates = { day: dayIn(brand.since, language), moment: momentIn(brand.asOf, language) }
  const mark = markOf(frozenAt === null ? verdict : 'suspended', null, language)
  return (
    <Layout
      title={`${say('title', { domain })} · Veramarca`}
      description={plain(sentence)}
      canonical={`${publicUrl}/b/${encodeURIComponent(domain)}`}
      head={
        <>
          <BrandHead slug={domain} hasBadge={standing} publicUrl={publicUrl} />
          <JsonLd lister={listerOf(brand, publicUrl)} />
        </>
      }
    >
      <article class={`deed tone-${mark.tone}`}>
        <Seal mark={mark} />
        <div class="statement">
          <h1>
            <Term>{domain}</Term>
          </h1>
          <p class="second">
            <Name brand={brand} />
          </p>
          <p>
            <Say sentence={sentence} />
          </p>
        </div>
        {frozenAt === null ? null : (
          <p class="note bad">
            <Say sentence={say.parts('frozen', { domain, day: dayIn(frozenAt, language) })} />
          </p>
        )}
        <About brand={brand} />
        <BrandAccounts brand={brand} />
        <NotItsOwn brand={brand} />
        <Domains brand={brand} />
        {standing ? <BadgePanel slug={domain} publicUrl={publicUrl} /> : null}
        <ListLinks slug={domain} />
        <p class="fine close">
          <Say sentence={say.parts('since', dates)} /> <a href={historyPath(domain)}>{say('history')}</a>
        </p>
      </article>
      <WrongLine about={domain} />
    </Layout>
  )
}

function About({ brand }: { readonly brand: PublicBrand }) {
  const say = useTexts(words)
  const { language } = usePage()
  const { aliases, category, country } = brand
  if (aliases.length === 0 && category === null && country === null) return null
  return (
    <dl class="facts">
      {aliases.length === 0 ? null : (
        <div>
          <dt>{say('aliases')}</dt>
          <dd>
            <Term>{aliases.map(harmless).join(', ')}</Term>
          </dd>
        </div>
      )}
      {category === null ? null : (
        <div>
          <dt>{say('category')}</dt>
          <dd>
            <a href={`/brands?category=${encodeURIComponent(category)}`}>
              <Term>{category}</Term>
            </a>
          </dd>
        </div>
      )}
      {country === null ? null : (
        <div>
          <dt>{say('country')}</dt>
          <dd>
            <a href={`/brands?country=${encodeURIComponent(country)}`}>
              <Term>{countryName(country, language)}</Term>
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Domains({ brand }: { readonly brand: PublicBrand }) {
  const say = useTexts(words)
  const { language } = usePage()
  return (
    <section aria-labelledby="domains">
      <h2 id="domains">{say('domains')}</h2>
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
                  {methodName(method, language)}
                  <br />
                  <Seen proof={{ method, checkedAt, expiresAt, seenBy, failingSince }} />
                </span>
              )}
            </span>
            <MarkTag mark={markOf(verdict, null, language)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
