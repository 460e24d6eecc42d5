import type { IncomingMessage } from 'node:http'
import { pipeline, Transform, Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Unreachable } from './net.ts'

/** Codings nested deeper than this are an attack, not a web server. */
const codingsMax = 2

/** More than what an encoding adds and all the buffers between us and the socket hold. */
const overheadBytes = 1_048_576

const brokenOff = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'])

/**
 * The response's bytes, decoded as they are read (a server may send gzip whatever we accept).
 * Reading throws Unreachable: `malformed_answer`, `connection_failed`, or the signal's `timeout`.
 */
export async function* decodeBody(
  response: IncomingMessage,
  host: string,
  bytesMax: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const codings = (response.headers['content-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
  try {
    if (codings.length > codingsMax) throw malformed(host)
    // RFC 9110 §8.4: listed in the order in which they were applied.
    const decoders = codings.toReversed().map((coding) => decoder(coding, host))
    const decoded = decoders.length === 0 ? response : chain([response, rawCap(bytesMax, host), ...decoders])
    yield* decoded
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Unreachable) throw error
    if (codings.length > 0 && !brokenOff.has(codeOf(error))) throw malformed(host)
    throw new Unreachable('connection_failed', `${host} broke off in the middle of the page.`)
  } finally {
    response.destroy()
  }
}

/** An error anywhere comes out where the last stream is read. */
function chain(streams: readonly (Readable | Transform)[]): Readable {
  pipeline(streams, () => undefined)
  return streams.at(-1) ?? Readable.from([])
}

function decoder(coding: string, host: string): Transform {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'br':
      return createBrotliDecompress()
    case 'deflate':
      return createInflate()
    default:
      throw malformed(host)
  }
}

function rawCap(bytesMax: number, host: string): Transform {
  let left = bytesMax + overheadBytes
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      left -= chunk.length
      if (left < 0) done(malformed(host))
      else done(null, chunk)
    },
  })
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function malformed(host: string): Unreachable {
  return new Unreachable('malformed_answer', `${host} sent a page whose content-encoding cannot be decoded.`)
}
