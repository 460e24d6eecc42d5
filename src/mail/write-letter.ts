import { escapeMarkup } from '#base/markup.ts'
import { plain, type Part, type Sentence } from '#i18n/sentence.ts'
import type { Language } from '#i18n/languages.ts'
import type { Block, Draft } from './letter.ts'

export type Written = { readonly subject: string; readonly text: string; readonly html: string }

const body =
  'margin:0 auto;padding:24px;max-width:520px;font:16px/1.6 system-ui,sans-serif;color:#1c2529;background:#fffdf7'
const button =
  'display:inline-block;padding:12px 22px;border-radius:3px;background:#1d3f72;color:#fffdf7;text-decoration:none;font-weight:600'
const code = 'font:600 28px/1.4 ui-monospace,Menlo,Consolas,monospace;letter-spacing:3px'

/** The same letter as plain text and as HTML; nothing in it is fetched from anywhere. */
export function writeLetter({ subject, blocks }: Draft, language: Language): Written {
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeMarkup(subject)}</title></head><body style="${body}">${blocks.map(asHtml).join('')}</body></html>`
  return { subject, text: `${blocks.map(asText).join('\n\n')}\n`, html }
}

function asText(block: Block): string {
  if ('says' in block) return block.says.map(partAsText).join('')
  return 'code' in block ? `    ${block.code}` : block.href
}

/** Text has no links: the address stands behind the words. */
function partAsText(part: Part): string {
  return typeof part === 'object' && 'link' in part ? `${plain(part.parts)} (${part.link})` : plain([part])
}

function asHtml(block: Block): string {
  if ('says' in block) return `<p>${sentenceAsHtml(block.says)}</p>`
  if ('code' in block) return `<p style="${code}">${escapeMarkup(block.code)}</p>`
  return `<p><a style="${button}" href="${escapeMarkup(block.href)}">${escapeMarkup(block.button)}</a></p>`
}

function sentenceAsHtml(sentence: Sentence): string {
  return sentence.map(partAsHtml).join('')
}

function partAsHtml(part: Part): string {
  if (typeof part === 'string') return escapeMarkup(part)
  if ('term' in part) return `<bdi>${escapeMarkup(plain([part]))}</bdi>`
  if ('strong' in part) return `<strong>${sentenceAsHtml(part.strong)}</strong>`
  if ('at' in part) return escapeMarkup(part.text)
  return `<a href="${escapeMarkup(part.link)}">${sentenceAsHtml(part.parts)}</a>`
}
