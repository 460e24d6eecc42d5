import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

/** Asks the device for a passkey where a form wants one, and sends the form with its answer. */
async function optionsFor(form: HTMLFormElement): Promise<unknown> {
  try {
    const response = await fetch(form.dataset['options'] ?? '', { method: 'POST', redirect: 'error' })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

/** Shows what the device is asked, and sends the form with its answer; a question that was put aside says nothing. */
async function ask(form: HTMLFormElement, useBrowserAutofill = false): Promise<void> {
  const said = form.querySelector('[data-gone]')
  const answer = form.elements.namedItem('response')
  if (said !== null) said.textContent = ''
  const options = await optionsFor(form)
  // Sent without an answer the form comes back with the reason.
  if (options === null || !(answer instanceof HTMLInputElement))
    return useBrowserAutofill ? undefined : form.submit()
  // The library's own types describe what our server gave.
  const optionsJSON = options as never
  try {
    const shown =
      form.dataset['passkey'] === 'create'
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON, useBrowserAutofill })
    answer.value = JSON.stringify(shown)
    form.submit()
  } catch {
    if (said !== null && !useBrowserAutofill) said.textContent = said.getAttribute('data-gone')
  }
}

/** Once somebody turns to the field: who only comes by costs no question, and none grows old meanwhile. */
async function fill(form: HTMLFormElement): Promise<void> {
  const field = document.querySelector(form.dataset['fills'] ?? '')
  if (field === null || !(await browserSupportsWebAuthnAutofill())) return
  const turned = new AbortController()
  const offer = () => {
    turned.abort()
    void ask(form, true)
  }
  if (document.activeElement === field) return offer()
  for (const event of ['focus', 'pointerenter'])
    field.addEventListener(event, offer, { signal: turned.signal })
}

if (browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void ask(form)
    })
    if (form.dataset['fills'] !== undefined) void fill(form)
  }
}
