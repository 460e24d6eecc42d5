/** Sheets in one, their indentation taken out. */
export function tight(sheets: readonly string[]): string {
  return sheets.join('').replace(/\n\s*/g, '\n').trimStart()
}

/** FNV-1a: the address changes with the content, which is all that is asked of it. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(36)
}
