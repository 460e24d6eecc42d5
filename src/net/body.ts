export type Body = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Reads at most `bytesMax` bytes; leaving the loop closes the stream, so an endless body ends here. */
export async function readBody(
  body: Body,
  bytesMax: number,
): Promise<{ readonly bytes: Uint8Array; readonly truncated: boolean }> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk.subarray(0, bytesMax - length))
    length += chunk.length
    if (length > bytesMax) break
  }
  const bytes = new Uint8Array(Math.min(length, bytesMax))
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return { bytes, truncated: length > bytesMax }
}

/** UTF-8 whatever the page claims; a character cut in two by truncation is dropped, not replaced. */
export function asText(bytes: Uint8Array, truncated: boolean): string {
  return new TextDecoder().decode(bytes, { stream: truncated })
}
