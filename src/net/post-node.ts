import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { urlToHttpOptions } from 'node:url'
import type { Post, Posted } from './post.ts'

/** A resolver, or a box on the way, may forget an idle connection without a word; ours are then closed already. */
const idleMs = 4_000

/** Over kept connections, without what fetch puts around a small message: it costs a third of it. */
export function postNode(url: URL): Post {
  const isSecure = url.protocol === 'https:'
  const { request: open, Agent } = isSecure ? https : http
  const where = {
    ...urlToHttpOptions(url),
    method: 'POST',
    agent: new Agent({ keepAlive: true, timeout: idleMs }),
  }
  return (message, { headers, bytesMax, signal }) =>
    new Promise((resolve, reject) => {
      const request = open({ ...where, headers: { ...headers, 'content-length': message.length } })
      // As an option, the signal would be watched by three listeners of every message.
      signal.addEventListener('abort', () => void request.destroy())
      request.on('error', reject)
      request.on('response', (response) => read(response, bytesMax, resolve, reject))
      request.end(message)
    })
}

function read(
  response: IncomingMessage,
  bytesMax: number,
  resolve: (posted: Posted) => void,
  reject: (error: Error) => void,
): void {
  const status = response.statusCode ?? 0
  const contentType = response.headers['content-type'] ?? null
  const chunks: Uint8Array[] = []
  let length = 0
  const told = (truncated: boolean) => {
    resolve({ status, contentType, bytes: Buffer.concat(chunks).subarray(0, bytesMax), truncated })
  }
  response.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk)
    length += chunk.length
    if (length <= bytesMax) return
    told(true)
    response.destroy()
  })
  response.on('end', () => told(false))
  response.on('error', reject)
}
