import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Asks the device for a passkey where a form wants one, and sends the form with its answer. */
async function optionsFor(form: HTMLFormElement): Promise<unknown> {
  try {
    const response = await fetch(form.dataset['options'] ?? '', { method: 'POST', redirect: 'error' })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

async function ask(form: HTMLFormElement): Promise<void> {
  const said = form.querySelector('[data-gone]')
  const answer = form.elements.namedItem('response')
  if (said !== null) said.textContent = ''
  const options = await optionsFor(form)
  // Sent without an answer the form comes back with the reason.
  if (options === null || !(answer instanceof HTMLInputElement)) return form.submit()
  // The library's own types describe what our server gave.
  const asked = { optionsJSON: options as never }
  try {
    const shown =
      form.dataset['passkey'] === 'create' ? await startRegistration(asked) : await startAuthentication(asked)
    answer.value = JSON.stringify(shown)
    form.submit()
  } catch {
    if (said !== null) said.textContent = said.getAttribute('data-gone')
  }
}

if (browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void ask(form)
    })
  }
}
