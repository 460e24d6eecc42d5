/**
 * A stranger's words, of which no mail program makes a link: "Booking.com" alone would become one. The word joiner is
 * seen by nobody, and stands behind whatever an address is made of.
 */
export function unlinked(text: string): string {
  return text.replaceAll(/[.:/@\\\u3002\uFF0E\uFF61](?=\S)/gu, '$&\u2060')
}
