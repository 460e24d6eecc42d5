import { plaqueStyle } from '#badges/plaque/style.ts'
import { base } from './base.ts'
import { builder } from './builder.ts'
import { pages } from './pages.ts'
import { parts } from './parts.ts'
import { fingerprint, tight } from './sheet.ts'
import { tokens } from './tokens.ts'

/** The one stylesheet, its indentation taken out. */
export const styleSheet = tight([tokens, base, parts, pages])

/** What the badge builder needs beside it. */
export const builderSheet = tight([plaqueStyle, builder])

export const styleVersion = fingerprint(styleSheet)
export const styleHref = `/style.css?v=${styleVersion}`
export const builderStyleVersion = fingerprint(builderSheet)
export const builderStyleHref = `/builder.css?v=${builderStyleVersion}`
