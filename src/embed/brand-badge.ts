import { drawPlaque, type Plaque } from '#badges/plaque/plaque.ts'
import { plaqueStyle } from '#badges/plaque/style.ts'
import { plainVariant, styles, themes, type Variant } from '#badges/variant.ts'
import { languages } from '#i18n/languages.ts'
import { askRegistry } from './ask.ts'
import { elementOf } from './elements.ts'
import { findPlaque } from './verify.ts'

const registry = askRegistry(new URL(import.meta.url).origin)

const sheet = new CSSStyleSheet()
// A plaque's own box is all that it takes; the fallback keeps what the page gives it.
sheet.replaceSync(
  `:host{display:inline-block;max-width:100%}:host([hidden]),slot[hidden]{display:none}${plaqueStyle}`,
)

/** `<brand-badge brand="acme.com">`: what stands inside is shown until the badge was verified, and when it cannot be. */
class BrandBadge extends HTMLElement {
  static readonly observedAttributes = ['brand', 'lang', 'theme', 'variant']

  readonly #fallback = document.createElement('slot')
  /** There from the start, empty, so that what comes into it is announced. */
  readonly #said = document.createElement('div')
  #plaque: Plaque | null = null
  /** Whoever began to look before the last change, or before the tag went, has nothing to say any more. */
  #looks = 0

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    this.#said.setAttribute('role', 'status')
    root.append(this.#fallback, this.#said)
  }

  connectedCallback(): void {
    void this.#look()
  }

  disconnectedCallback(): void {
    this.#looks += 1
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return
    if (name === 'brand') void this.#look()
    else this.#draw()
  }

  async #look(): Promise<void> {
    this.#looks += 1
    const look = this.#looks
    const domain = hostOf(this.getAttribute('brand') ?? '')
    if (domain !== this.#plaque?.domain) this.#plaque = null
    this.#draw()
    if (domain === null) return
    const plaque = await findPlaque(registry, domain, self.origin)
    if (look !== this.#looks) return
    this.#plaque = plaque
    this.#draw()
  }

  #draw(): void {
    const plaque = this.#plaque
    this.#fallback.hidden = plaque !== null && plaque.state !== 'unknown'
    if (plaque === null) this.#said.replaceChildren()
    else
      this.#said.replaceChildren(
        elementOf(drawPlaque(plaque, this.#variant(), { registry: registry.origin })),
      )
    if (plaque === null) this.removeAttribute('state')
    else this.setAttribute('state', plaque.state)
  }

  #variant(): Variant {
    const lang = this.closest('[lang]')?.getAttribute('lang') ?? ''
    const spoken = lang.toLowerCase().split('-')[0]
    return {
      language: languages.find((each) => each === spoken) ?? plainVariant.language,
      style: styles.find((each) => each === this.getAttribute('variant')) ?? plainVariant.style,
      theme: themes.find((each) => each === this.getAttribute('theme')) ?? 'auto',
    }
  }
}

/** As badges name it: lower case, A-labels. Null for what is no bare host, though Chromium takes spaces for a part of one. */
function hostOf(brand: string): string | null {
  const text = brand.trim().toLowerCase()
  const url = URL.parse(`https://${text}`)
  return url?.href === `https://${url?.hostname}/` && /^[\w.-]+$/u.test(url.hostname) ? url.hostname : null
}

if (customElements.get('brand-badge') === undefined) customElements.define('brand-badge', BrandBadge)
