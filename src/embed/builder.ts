/** The builder page by itself is a form: this shows each choice at once, and copies for whoever likes a button. */
const form = document.querySelector<HTMLFormElement>('#choices')
/** Its data hold what to say, in the page's language. */
const announced = document.querySelector<HTMLElement>('#announced')

function phrase(name: 'copy' | 'copied' | 'notCopied' | 'shown'): string {
  return announced?.dataset[name] ?? ''
}

function announce(text: string): void {
  if (announced !== null) announced.textContent = text
}

async function copy(code: HTMLTextAreaElement, title: string): Promise<void> {
  code.select()
  try {
    await navigator.clipboard.writeText(code.value)
    announce(`${phrase('copied')}${title}.`)
  } catch {
    announce(phrase('notCopied'))
  }
}

function addCopyButtons(): void {
  for (const code of document.querySelectorAll<HTMLTextAreaElement>('#result textarea')) {
    const title = code.labels[0]?.textContent ?? ''
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = phrase('copy')
    button.setAttribute('aria-label', `${phrase('copy')}: ${title}`)
    button.addEventListener('click', () => void copy(code, title))
    code.after(button)
  }
}

let asked = new AbortController()

/** The page itself says what the choice looks like; only its result is taken over. */
async function show(choices: HTMLFormElement): Promise<void> {
  asked.abort()
  asked = new AbortController()
  const { signal } = asked
  const url = new URL(choices.action)
  for (const [name, value] of new FormData(choices)) {
    if (typeof value === 'string') url.searchParams.set(name, value)
  }
  try {
    const response = await fetch(url, { signal })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const result = page.querySelector('#result')
    if (!response.ok || result === null) throw new Error('The page did not come')
    document.querySelector('#result')?.replaceWith(result)
    history.replaceState(null, '', url)
    addCopyButtons()
    announce(phrase('shown'))
  } catch {
    if (!signal.aborted) choices.submit()
  }
}

form?.addEventListener('change', () => void show(form))
addCopyButtons()

export {}
