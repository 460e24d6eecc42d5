import type { Part } from '#badges/plaque/plaque.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'

/** Made piece by piece: no markup is parsed, so a page that demands Trusted Types has nothing against it. */
export function elementOf({ tag, attributes, children }: Part): Element {
  const isSvg = tag === 'svg' || tag === 'path'
  const element = isSvg ? document.createElementNS(svgNamespace, tag) : document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.map((child) => (typeof child === 'string' ? child : elementOf(child))))
  return element
}
