import { plaqueStyle } from '#badges/plaque/style.ts'
import { base } from './base.ts'
import { builder } from './builder.ts'
import { forms } from './forms.ts'
import { guide } from './guide.ts'
import { owner } from './owner.ts'
import { pages } from './pages.ts'
import { parts } from './parts.ts'
import { tokens } from './tokens.ts'

/** The one stylesheet, its indentation taken out. */
export const styleSheet = tight([tokens, base, forms, parts, pages, guide])

/** What the badge builder needs beside it. */
export const builderSheet = tight([plaqueStyle, builder])

/** What pages of a brand's own people need beside it. */
export const ownerSheet = tight([owner])

function tight(sheets: readonly string[]): string {
  return sheets.join('').replace(/\n\s*/g, '\n').trimStart()
}

/** FNV-1a: the address changes with the content, which is all that is asked of it. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(36)
}

export const styleVersion = fingerprint(styleSheet)
export const styleHref = `/style.css?v=${styleVersion}`
export const builderStyleVersion = fingerprint(builderSheet)
export const builderStyleHref = `/builder.css?v=${builderStyleVersion}`
export const ownerStyleVersion = fingerprint(ownerSheet)
export const ownerStyleHref = `/owner.css?v=${ownerStyleVersion}`
