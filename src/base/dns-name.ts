/** Lower case without a final dot. RFC 4343 §3: only ASCII letters have a case, so no Kelvin sign becomes a k. */
export function tidy(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/\.$/, '')
}

/** DNS names compare without regard to case or the final dot. */
export function sameName(one: string, other: string): boolean {
  return tidy(one) === tidy(other)
}

/** The name itself, or one below it. */
export function isWithin(name: string, parent: string): boolean {
  return sameName(name, parent) || tidy(name).endsWith(`.${tidy(parent)}`)
}
