/** The three parts of `#rgb` or `#rrggbb`, from 0 to 1. */
export function partsOf(colour: string): readonly [number, number, number] {
  const long = colour.length === 4 ? colour.replace(/[\da-f]/g, '$&$&') : colour
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(long.slice(at, at + 2), 16) / 255,
  )
  return [red, green, blue]
}

function luminance(colour: string): number {
  const [red, green, blue] = partsOf(colour)
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** WCAG 2.2: the contrast ratio of two colours. */
export function contrast(one: string, other: string): number {
  const [lower = 0, higher = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (higher + 0.05) / (lower + 0.05)
}

/** More green than anything else, to the eye. */
export function isGreen(colour: string): boolean {
  const [red, green, blue] = partsOf(colour)
  return green > red * 1.2 && green > blue * 1.2
}
