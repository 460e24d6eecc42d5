import { Hono, type Context } from 'hono'
import { issueBadge } from '#badges/issue-badge.ts'
import type { Deps } from '#base/deps.ts'
import type { Result } from '#base/result.ts'
import { ownedBrand, ownedDomain } from '#brands/owned.ts'
import { releaseDomain } from '#brands/release-domain.ts'
import { ownedClaim } from '#claims/claim.ts'
import { closeBrand } from '#claims/close-brand.ts'
import { freezeBrand } from '#claims/freeze-brand.ts'
import { withdrawClaim } from '#claims/withdraw-claim.ts'
import { texts } from '#i18n/texts.ts'
import { profileOf } from '#registry/judge.ts'
import { useTexts } from '#web/page.ts'
import { proposeFor } from '#web/proposals/propose-for.ts'
import { Say } from '#web/parts/text.tsx'
import { faultOf, missing, see, show, statusOf } from './answer.tsx'
import { empty, type Fault } from './form.ts'
import { OwnerLayout } from './layout.tsx'
import { Refused } from './parts.tsx'
import type { FormReason } from './refusal.ts'

/** Every act that asks once more: whoever wants a fresh sign-in before them puts it in front of this one path. */
export const dangerousPath = '/dashboard/:room/:id/:act{freeze|delete|release|withdraw}'

const words = texts({
  en: {
    sure: 'Are you sure?',
    freeze: 'Freeze all accounts of {what}?',
    freezeWhy:
      'For when you were hacked. Whoever looks one of its accounts up is told at once not to trust it, and the badge says so too. You cannot undo it here: prove the main domain by a fresh text, and then the operator of this registry lifts it.',
    freezeDo: 'Freeze them now',
    delete: 'Delete {what}?',
    deleteWhy:
      'Its accounts are withdrawn, its domains released and its badge taken back, for good. The public log keeps that this happened, without your words.',
    deleteDo: 'Delete the brand',
    release: 'Give {what} up?',
    releaseWhy:
      'Its proof ends at once, the public no longer sees it, and its texts prove nothing any more. Whoever else has proved it gets it.',
    releaseDo: 'Give the domain up',
    withdraw: 'Withdraw the claim on {what}?',
    withdrawWhy:
      'The account is no longer said to be yours, and the badge no longer names it. You can claim it anew, and then it has to agree anew.',
    withdrawDo: 'Withdraw the claim',
    keep: 'No, leave it as it is',
  },
  es: {
    sure: '¿Seguro?',
    freeze: '¿Congelar todas las cuentas de {what}?',
    freezeWhy:
      'Para cuando te han hackeado. A quien busque una de sus cuentas se le dice al momento que no se fíe, y el distintivo también lo dice. Aquí no se puede deshacer: acredita el dominio principal con un texto nuevo y después el operador de este registro lo levanta.',
    freezeDo: 'Congelarlas ahora',
    delete: '¿Borrar {what}?',
    deleteWhy:
      'Se retiran sus cuentas, se liberan sus dominios y se anula su distintivo, para siempre. El registro público conserva que ocurrió, sin tus palabras.',
    deleteDo: 'Borrar la marca',
    release: '¿Renunciar a {what}?',
    releaseWhy:
      'Su prueba acaba al momento, el público deja de verlo y sus textos ya no prueban nada. Si otra organización lo ha acreditado, pasa a ella.',
    releaseDo: 'Renunciar al dominio',
    withdraw: '¿Retirar la reclamación sobre {what}?',
    withdrawWhy:
      'Ya no se dirá que la cuenta es tuya y el distintivo dejará de nombrarla. Puedes reclamarla otra vez, y entonces tendrá que confirmarlo otra vez.',
    withdrawDo: 'Retirar la reclamación',
    keep: 'No, dejarlo como está',
  },
  pl: {
    sure: 'Czy na pewno?',
    freeze: 'Zamrozić wszystkie konta marki {what}?',
    freezeWhy:
      'Na wypadek włamania. Każdy, kto sprawdzi któreś z jej kont, od razu usłyszy, żeby mu nie ufać; mówi to też odznaka. Nie da się tego tu cofnąć: potwierdź główną domenę nowym tekstem, a wtedy zdejmie to operator tego rejestru.',
    freezeDo: 'Zamroź je teraz',
    delete: 'Usunąć {what}?',
    deleteWhy:
      'Jej konta zostaną wycofane, domeny zwolnione, a odznaka unieważniona, na zawsze. Publiczny dziennik zachowa, że to się stało, bez twoich słów.',
    deleteDo: 'Usuń markę',
    release: 'Zrezygnować z {what}?',
    releaseWhy:
      'Dowód kończy się od razu, publicznie już go nie widać, a teksty niczego więcej nie dowodzą. Jeśli domenę potwierdził ktoś inny, przejdzie na niego.',
    releaseDo: 'Zrezygnuj z domeny',
    withdraw: 'Wycofać zgłoszenie konta {what}?',
    withdrawWhy:
      'Nie będziemy już mówić, że konto jest twoje, a odznaka przestanie je wymieniać. Można je zgłosić na nowo i wtedy musi potwierdzić na nowo.',
    withdrawDo: 'Wycofaj zgłoszenie',
    keep: 'Nie, zostaw jak jest',
  },
})

type Name = 'freeze' | 'delete' | 'release' | 'withdraw'

/** What these are called when a second owner must confirm them; nobody waits to freeze what was hacked. */
const proposedAs = {
  freeze: null,
  delete: 'delete_brand',
  release: 'release_domain',
  withdraw: 'withdraw_claim',
} as const

type Act = {
  readonly name: Name
  readonly room: 'brands' | 'domains' | 'claims'
  /** What it is about, as its owner knows it; null where it is not theirs. */
  readonly whatOf: (c: Context, id: string) => Promise<string | null>
  /** Gives where to go on. */
  readonly perform: (c: Context, id: string) => Promise<Result<string, FormReason>>
}

/** What cannot simply be taken back stands on a page of its own, which says what follows. */
export function confirmRoutes(deps: Deps): Hono {
  const web = new Hono()
  for (const { name, room, whatOf, perform } of actsOf(deps)) {
    const at = `/dashboard/${room}/:id/${name}`
    const ask = async (c: Context, id: string, fault: Fault | null, status: ReturnType<typeof statusOf>) => {
      const what = await whatOf(c, id)
      if (what === null) return await missing(c)
      const { organisation, principal } = c.get('acting')
      const back = `/dashboard/${room}/${id}`
      if (!principal.scopes.includes('write')) return see(c, back)
      return await show(c, <ConfirmPage {...{ name, what, back, organisation, fault }} />, status)
    }
    web.get(at, async (c) => await ask(c, c.req.param('id') ?? '', null, 200))
    web.post(at, async (c) => {
      const id = c.req.param('id') ?? ''
      const done = await perform(c, id)
      if (done.ok) return see(c, done.value)
      const proposed = proposedAs[name]
      const isOwner = c.get('acting').role === 'owner'
      if (done.refusal.reason === 'second_person_needed' && isOwner && proposed !== null) {
        const what = (await whatOf(c, id)) ?? id
        return await proposeFor(c, deps, { act: proposed, subject: id, what })
      }
      return await ask(c, id, faultOf(c, name, done.refusal, empty), statusOf(done.refusal))
    })
  }
  return web
}

function actsOf(deps: Deps): readonly Act[] {
  const brandName = async (c: Context, id: string) => {
    const brand = await ownedBrand(deps, c.get('acting').principal, id)
    return brand.ok ? brand.value.name : null
  }
  return [
    {
      name: 'freeze',
      room: 'brands',
      whatOf: brandName,
      perform: async (c, id) => {
        const frozen = await freezeBrand(deps, c.get('acting').principal, id)
        if (!frozen.ok) return frozen
        await issueBadge(deps, id)
        return { ok: true, value: `/dashboard/brands/${id}?done=frozen` }
      },
    },
    {
      name: 'delete',
      room: 'brands',
      whatOf: brandName,
      perform: async (c, id) => {
        const closed = await closeBrand(deps, c.get('acting').principal, id)
        if (!closed.ok) return closed
        await issueBadge(deps, id)
        return { ok: true, value: '/dashboard?done=deleted' }
      },
    },
    {
      name: 'release',
      room: 'domains',
      whatOf: async (c, id) => {
        const domain = await ownedDomain(deps, c.get('acting').principal, id)
        return domain.ok ? domain.value.name : null
      },
      perform: async (c, id) => {
        const released = await releaseDomain(deps, c.get('acting').principal, id)
        if (!released.ok) return released
        await issueBadge(deps, released.value.brandId)
        return { ok: true, value: `/dashboard/brands/${released.value.brandId}?done=released` }
      },
    },
    {
      name: 'withdraw',
      room: 'claims',
      whatOf: async (c, id) => {
        const claim = await ownedClaim(deps, c.get('acting').principal, id)
        return claim.ok ? profileOf(claim.value.platform, claim.value.handle) : null
      },
      perform: async (c, id) => {
        const withdrawn = await withdrawClaim(deps, c.get('acting').principal, id)
        if (!withdrawn.ok) return withdrawn
        await issueBadge(deps, withdrawn.value.brandId)
        return { ok: true, value: `/dashboard/brands/${withdrawn.value.brandId}?done=withdrawn` }
      },
    },
  ]
}

type Props = {
  readonly name: Name
  readonly what: string
  readonly back: string
  readonly organisation: string
  readonly fault: Fault | null
}

const spoken = {
  freeze: { why: 'freezeWhy', act: 'freezeDo' },
  delete: { why: 'deleteWhy', act: 'deleteDo' },
  release: { why: 'releaseWhy', act: 'releaseDo' },
  withdraw: { why: 'withdrawWhy', act: 'withdrawDo' },
} as const

function ConfirmPage({ name, what, back, organisation, fault }: Props) {
  const say = useTexts(words)
  return (
    <OwnerLayout title={say('sure')} organisation={organisation}>
      <h1>
        <Say sentence={say.parts(name, { what })} />
      </h1>
      <p class="lede">{say(spoken[name].why)}</p>
      <form method="post" class="act actions">
        <button type="submit" class="danger">
          {say(spoken[name].act)}
        </button>{' '}
        <a class="button plain" href={back}>
          {say('keep')}
        </a>
        <Refused fault={fault} at={name} />
      </form>
    </OwnerLayout>
  )
}
