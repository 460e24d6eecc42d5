/**
 * A value without the marks around it: straight and typographic ones, with or without a backslash, as panels and word
 * processors leave them. 64 KiB of quotation marks would make the pattern slow; what we look for is far shorter.
 */
export function unquoted(value: string): string {
  return value.length > 1_000 ? value : value.replace(/^[\s\\"'“”„‘’`]+|[\s\\"'“”„‘’`]+$/g, '')
}
