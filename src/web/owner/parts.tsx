import type { Child } from 'hono/jsx'
import { texts } from '#i18n/texts.ts'
import { useTexts } from '#web/page.ts'
import { Term } from '#web/parts/text.tsx'
import type { Fault } from './form.ts'

const words = texts({
  en: {
    steps: 'Registering a brand',
    name: 'Name and domain',
    domain: 'Prove the domain',
    accounts: 'Accounts',
    badge: 'Badge',
    past: '(done)',
    copy: 'Copy',
    copied: 'Copied',
    copyWhat: 'Copy: {what}',
  },
  es: {
    steps: 'Registrar una marca',
    name: 'Nombre y dominio',
    domain: 'Acreditar el dominio',
    accounts: 'Cuentas',
    badge: 'Distintivo',
    past: '(hecho)',
    copy: 'Copiar',
    copied: 'Copiado',
    copyWhat: 'Copiar: {what}',
  },
  pl: {
    steps: 'Rejestracja marki',
    name: 'Nazwa i domena',
    domain: 'Potwierdzenie domeny',
    accounts: 'Konta',
    badge: 'Odznaka',
    past: '(gotowe)',
    copy: 'Kopiuj',
    copied: 'Skopiowano',
    copyWhat: 'Kopiuj: {what}',
  },
})

const steps = ['name', 'domain', 'accounts', 'badge'] as const
export type Step = (typeof steps)[number]

/** Where somebody is on the way from a name to a badge, and the way back to what is done. */
export function Steps({
  now,
  links = {},
}: {
  readonly now: Step
  readonly links?: Partial<Record<Step, string>>
}) {
  const say = useTexts(words)
  return (
    <nav aria-label={say('steps')}>
      <ol class="steps">
        {steps.map((step) => {
          const isPast = steps.indexOf(step) < steps.indexOf(now)
          const href = step === now ? undefined : links[step]
          return (
            <li class={isPast ? 'done' : undefined} aria-current={step === now ? 'step' : undefined}>
              {href === undefined ? say(step) : <a href={href}>{say(step)}</a>}
              {isPast ? <span class="unseen"> {say('past')}</span> : null}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** What has to be typed elsewhere exactly so. One click selects all of it; with script a button copies it. */
export function Copy({
  id,
  label,
  value,
}: {
  readonly id: string
  readonly label: string
  readonly value: string
}) {
  const say = useTexts(words)
  return (
    <div>
      <dt>{label}</dt>
      <dd class="copy">
        <code id={id}>{value}</code>
        <button
          type="button"
          class="plain"
          hidden
          data-copies={id}
          data-done={say('copied')}
          aria-label={say('copyWhat', { what: label })}
        >
          {say('copy')}
        </button>
      </dd>
    </div>
  )
}

type FieldProps = {
  readonly name: string
  /** Of several of one name on a page: what tells them apart. */
  readonly id?: string
  readonly label: string
  readonly hint?: Child
  readonly value?: string
  readonly fault?: Fault | null | undefined
  readonly rows?: number
  readonly required?: boolean
  readonly [attribute: string]: unknown
}

/** One field with its label, and beside it what was wrong with what was typed. */
export function Field({
  name,
  id = name,
  label,
  hint,
  value = '',
  fault = null,
  rows,
  ...attributes
}: FieldProps) {
  const isWrong = fault?.at === id
  const described = [hint === undefined ? '' : `${id}-hint`, isWrong ? `${id}-fault` : ''].filter(
    (one) => one !== '',
  )
  const common = {
    id,
    name,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': isWrong ? 'true' : undefined,
    autofocus: isWrong ? true : undefined,
    ...attributes,
  }
  const isTyped = fault !== null && (isWrong || id === name) && fault.typed.all(name).length > 0
  const shown = isTyped ? fault.typed.text(name) : value
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows === undefined ? (
        <input type="text" value={shown} {...common} />
      ) : (
        <textarea rows={rows} {...common}>
          {shown}
        </textarea>
      )}
      {isWrong ? (
        <p class="error" id={`${id}-fault`}>
          {fault.text}
        </p>
      ) : null}
      {hint === undefined ? null : (
        <p class="fine" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Why an act without fields was refused. */
export function Refused({ fault, at }: { readonly fault: Fault | null; readonly at: string }) {
  return fault?.at === at ? (
    <p class="error" role="alert">
      {fault.text}
    </p>
  ) : null
}

/** What a strangers’ service or a verb says in English, whatever the page’s language. */
export function InEnglish({ children }: { readonly children: string }) {
  return (
    <span lang="en">
      <Term>{children}</Term>
    </span>
  )
}

export function Fact({ label, children }: { readonly label: string; readonly children: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
