/** An owner's page is whole by itself: this copies what must be typed elsewhere, and follows what is awaited. */

const announcedMs = 2_500

function words(element: HTMLElement, name: string): string {
  return element.dataset[name] ?? ''
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(words(button, 'copies'))
  if (source === null) return
  const range = document.createRange()
  range.selectNodeContents(source)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  try {
    await navigator.clipboard.writeText(source.textContent)
  } catch {
    // It is selected: whoever is here copies it by hand.
    return
  }
  const before = button.textContent
  button.textContent = words(button, 'done')
  button.setAttribute('aria-live', 'polite')
  setTimeout(() => (button.textContent = before), announcedMs)
}

function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
    button.hidden = false
    button.addEventListener('click', () => void copy(button))
  }
}

/** What comes is markup of our own server's, in which strangers' words are escaped. */
function follow(region: HTMLElement): void {
  const address = region.dataset['events']
  if (address === undefined) return
  const url = new URL(address, location.href)
  url.searchParams.set('seen', words(region, 'seen'))
  const events = new EventSource(url)
  events.addEventListener('state', ({ data }: MessageEvent<string>) => {
    const arrived = new DOMParser().parseFromString(data, 'text/html')
    region.replaceChildren(...arrived.body.childNodes)
  })
  events.addEventListener('over', () => events.close())
  for (const note of document.querySelectorAll<HTMLElement>('[data-when-live]')) note.hidden = false
}

offerCopies()
const region = document.querySelector<HTMLElement>('#live')
if (region !== null) follow(region)

export {}
