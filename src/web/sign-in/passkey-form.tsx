import { texts } from '#i18n/texts.ts'
import type { Child } from 'hono/jsx'
import { useTexts } from '#web/page.ts'

const words = texts({
  en: { gone: 'The device did not answer, or you stopped it. Nothing was changed.' },
  es: { gone: 'El dispositivo no ha respondido o lo has cancelado. No ha cambiado nada.' },
  pl: { gone: 'Urządzenie nie odpowiedziało albo przerwano. Nic się nie zmieniło.' },
})

type Props = {
  readonly action: string
  readonly use: 'get' | 'create'
  readonly button: string
  /** The field in which a browser offers the passkeys that it knows, before anybody presses anything. */
  readonly fills?: string
  readonly children?: Child
}

/** Hidden until the island finds that the browser knows passkeys: it asks, and sends the form with the answer. */
export function PasskeyForm({ action, use, button, fills, children }: Props) {
  return (
    <form
      method="post"
      action={action}
      class="passkey"
      data-passkey={use}
      data-options={`${action}/options`}
      data-fills={fills}
      hidden
    >
      {children}
      <input type="hidden" name="response" />
      <button type="submit">{button}</button>
      <p role="status" class="fine" data-gone={useTexts(words)('gone')}></p>
    </form>
  )
}
