import { plaqueStyle } from '#badges/plaque/style.ts'
import { base } from './base.ts'
import { builder } from './builder.ts'
import { forms } from './forms.ts'
import { guide } from './guide.ts'
import { owner } from './owner.ts'
import { pages } from './pages.ts'
import { parts } from './parts.ts'
import { fingerprint, tight } from './sheet.ts'
import { tokens } from './tokens.ts'

/** The one stylesheet, its indentation taken out. */
export const styleSheet = tight([tokens, base, forms, parts, pages, guide])

/** What the badge builder needs beside it. */
export const builderSheet = tight([plaqueStyle, builder])

/** What pages of a brand's own people need beside it. */
export const ownerSheet = tight([owner])

export const styleVersion = fingerprint(styleSheet)
export const styleHref = `/style.css?v=${styleVersion}`
export const builderStyleVersion = fingerprint(builderSheet)
export const builderStyleHref = `/builder.css?v=${builderStyleVersion}`
export const ownerStyleVersion = fingerprint(ownerSheet)
export const ownerStyleHref = `/owner.css?v=${ownerStyleVersion}`
