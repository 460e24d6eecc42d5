import type { Child } from 'hono/jsx'
import { texts } from '#i18n/texts.ts'
import { Layout } from '#web/layout.tsx'
import { usePage, useTexts } from '#web/page.ts'
import { Term } from '#web/parts/text.tsx'
import { ownerStyleHref } from '#web/style/index.ts'

const words = texts({
  en: {
    yours: 'Your pages',
    brands: 'Brands',
    members: 'Members',
    keys: 'API keys',
    account: 'You',
    signOut: 'Sign out',
  },
  es: {
    yours: 'Tus páginas',
    brands: 'Marcas',
    members: 'Miembros',
    keys: 'Claves de API',
    account: 'Tú',
    signOut: 'Cerrar sesión',
  },
  pl: {
    yours: 'Twoje strony',
    brands: 'Marki',
    members: 'Członkowie',
    keys: 'Klucze API',
    account: 'Ty',
    signOut: 'Wyloguj się',
  },
})

const places = [
  ['/dashboard', 'brands'],
  ['/members', 'members'],
  ['/keys', 'keys'],
  ['/account', 'account'],
] as const

type Props = {
  readonly title: string
  /** For whom somebody acts; null before they have an organisation. */
  readonly organisation: string | null
  readonly head?: Child
  readonly children: Child
}

/** A page of somebody who is signed in. No search engine sees it. */
export function OwnerLayout({ title, organisation, head, children }: Props) {
  const say = useTexts(words)
  const { address } = usePage()
  return (
    <Layout
      title={`${title} · Veramarca`}
      description={title}
      indexed={false}
      head={
        <>
          <OwnerSheet />
          {head}
        </>
      }
    >
      <nav class="own" aria-label={say('yours')}>
        {organisation === null ? null : (
          <strong>
            <Term>{organisation}</Term>
          </strong>
        )}
        {places.map(([href, key]) => (
          <a href={href} aria-current={address.split('?')[0] === href ? 'page' : undefined}>
            {say(key)}
          </a>
        ))}
        <form method="post" action="/sign-out">
          <button type="submit" class="plain">
            {say('signOut')}
          </button>
        </form>
      </nav>
      {children}
    </Layout>
  )
}

/** The look of pages that only few people see, kept off everybody else's. */
export function OwnerSheet() {
  return <link rel="stylesheet" href={ownerStyleHref} />
}
