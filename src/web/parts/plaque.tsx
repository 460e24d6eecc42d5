import { createElement } from 'hono/jsx'
import { drawPlaque, type Part, type Plaque } from '#badges/plaque/plaque.ts'
import type { Variant } from '#badges/variant.ts'

type Props = {
  readonly plaque: Plaque
  readonly variant: Variant
  readonly publicUrl: string
  readonly newWindow?: boolean
}

/** The live badge, of the very pieces that the component makes it of. */
export function PlaqueView({ plaque, variant, publicUrl, newWindow = false }: Props) {
  return elementOf(drawPlaque(plaque, variant, { registry: publicUrl, newWindow }))
}

function elementOf({ tag, attributes, children }: Part): ReturnType<typeof createElement> {
  const inner = children.map((child) => (typeof child === 'string' ? child : elementOf(child)))
  return createElement(tag, attributes, ...inner)
}
