import { languages, type Language } from '#i18n/languages.ts'

export const styles = ['flat', 'card', 'mark'] as const
export type Style = (typeof styles)[number]

/** `auto` follows the page it is shown on; a PNG cannot, and has the other two. */
export const themes = ['light', 'dark', 'auto'] as const
export type Theme = (typeof themes)[number]

/** How one badge may be drawn. */
export type Variant = { readonly language: Language; readonly style: Style; readonly theme: Theme }

export const plainVariant: Variant = { language: 'en', style: 'flat', theme: 'light' }

/** As pictures' addresses spell it: `es/card-dark`. */
export function variantPath({ language, style, theme }: Variant): string {
  return `${language}/${style}-${theme}`
}

/** Reads what `variantPath` wrote; null for anything else. */
export function readVariant(path: string): Variant | null {
  const [, ...parts] = /^(\w+)\/(\w+)-(\w+)$/.exec(path) ?? []
  const language = languages.find((each) => each === parts[0])
  const style = styles.find((each) => each === parts[1])
  const theme = themes.find((each) => each === parts[2])
  if (language === undefined || style === undefined || theme === undefined) return null
  return { language, style, theme }
}
