import { Hono, type Context } from 'hono'
import { flawOf } from '#base/plain-words.ts'
import type { Deps } from '#base/deps.ts'
import { ownDomainNamed, registerBrand } from '#brands/register-brand.ts'
import { parseDomainName } from '#challenges/domain-name.ts'
import { texts } from '#i18n/texts.ts'
import { useTexts } from '#web/page.ts'
import { Say } from '#web/parts/text.tsx'
import { faultOf, see, show, statusOf } from './answer.tsx'
import { FurtherFields, NameField, readBrandText } from './brand-form.tsx'
import { formOf, type Fault } from './form.ts'
import { OwnerLayout } from './layout.tsx'
import { Field, Steps } from './parts.tsx'

const words = texts({
  en: {
    title: 'Register a brand',
    lede: 'Five minutes: a name and a domain now, a text to publish next, then your accounts. Leave whenever you like; it waits on your page.',
    domain: 'Its domain',
    domainHint: 'The main one, as people type it. You will show that you control it.',
    further: 'Country, category and other names',
    go: 'Go on: prove the domain',
    goOn: '<to>Go on where you left off with {domain}</to>',
  },
  es: {
    title: 'Registrar una marca',
    lede: 'Cinco minutos: ahora un nombre y un dominio, luego un texto que publicar y después tus cuentas. Déjalo cuando quieras; te espera en tu página.',
    domain: 'Su dominio',
    domainHint: 'El principal, como lo escribe la gente. Tendrás que mostrar que lo controlas.',
    further: 'País, categoría y otros nombres',
    go: 'Continuar: acreditar el dominio',
    goOn: '<to>Sigue donde lo dejaste con {domain}</to>',
  },
  pl: {
    title: 'Zarejestruj markę',
    lede: 'Pięć minut: teraz nazwa i domena, potem tekst do opublikowania, a na koniec konta. Możesz przerwać w każdej chwili; wszystko czeka na twojej stronie.',
    domain: 'Jej domena',
    domainHint: 'Główna, tak jak się ją wpisuje. Trzeba będzie wykazać, że ją kontrolujesz.',
    further: 'Kraj, kategoria i inne nazwy',
    go: 'Dalej: potwierdź domenę',
    goOn: '<to>Wróć do domeny {domain} tam, gdzie przerwano</to>',
  },
})

/** `/register`: a brand and its first domain, in one page. */
export function registerRoutes(deps: Deps): Hono {
  const web = new Hono()
  const page = (c: Context, fault: Fault | null, known: Known | null, status: ReturnType<typeof statusOf>) =>
    show(c, <RegisterPage organisation={c.get('acting').organisation} fault={fault} known={known} />, status)

  web.get('/register', async (c) => await page(c, null, null, 200))

  web.post('/register', async (c) => {
    const form = await formOf(c)
    const { principal } = c.get('acting')
    const text = readBrandText(c.get('language'), form)
    if (!text.ok) return await page(c, text.fault, null, 422)
    const registered = await registerBrand(deps, principal, text.value, domainIn(form.text('domain')))
    if (registered.ok) return see(c, `/dashboard/domains/${registered.value.domain.id}`)
    const fault = faultOf(c, 'domain', registered.refusal, form)
    const named = parseDomainName(domainIn(form.text('domain')), { acceptReserved: deps.site.atHome })
    const id = named.ok ? await ownDomainNamed(deps, principal, named.value.name) : null
    const known = named.ok && id !== null ? { id, domain: named.value.name } : null
    return await page(c, fault, known, statusOf(registered.refusal))
  })
  return web
}

const domainMax = 4_096

/** Whoever copies the address of their site has the domain in it: without the `www` that browsers hide. */
export function domainIn(text: string): string {
  const link = /^https?:\/\//i.test(text) ? URL.parse(text) : null
  return link === null ? text.slice(0, domainMax) : link.hostname.replace(/^www\./, '')
}

type Known = { readonly id: string; readonly domain: string }

type Props = {
  readonly organisation: string
  readonly fault: Fault | null
  /** The organisation has the domain already: the place to go on. */
  readonly known: Known | null
}

function RegisterPage({ organisation, fault, known }: Props) {
  const say = useTexts(words)
  const isFurther =
    fault !== null && (['category', 'country', 'aliases'].includes(fault.at) || hasFurther(fault))
  return (
    <OwnerLayout title={say('title')} organisation={organisation}>
      <Steps now="name" />
      <h1>{say('title')}</h1>
      <p class="lede">{say('lede')}</p>
      <form method="post" action="/register" class="form sheet">
        <NameField fault={fault} />
        <Field
          name="domain"
          label={say('domain')}
          hint={say('domainHint')}
          fault={fault}
          required
          placeholder="acme.com"
          inputmode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
        />
        {known === null ? null : (
          <p>
            <Say
              sentence={say.parts('goOn', {
                domain: known.domain,
                to: { to: `/dashboard/domains/${known.id}` },
              })}
            />
          </p>
        )}
        <details open={isFurther}>
          <summary>{say('further')}</summary>
          <FurtherFields fault={fault} />
        </details>
        <button type="submit">{say('go')}</button>
      </form>
    </OwnerLayout>
  )
}

function hasFurther({ typed }: Fault): boolean {
  return ['category', 'country', 'aliases'].some((name) => flawOf(typed.text(name), Infinity) !== 'empty')
}
