import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Post, Posted } from './post.ts'

/** A resolver, or a box on the way, may forget an idle connection without a word; ours are then closed already. */
const idleMs = 4_000

/** Over kept connections, without what fetch puts around a small message: it costs a third of it. */
export function postNode(): Post {
  const kept = { keepAlive: true, timeout: idleMs }
  const agents = { http: new http.Agent(kept), https: new https.Agent(kept) }
  return (url, message, { headers, bytesMax, signal }) =>
    new Promise((resolve, reject) => {
      const isSecure = url.protocol === 'https:'
      const request = (isSecure ? https : http).request(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': message.length },
        agent: isSecure ? agents.https : agents.http,
        signal,
      })
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
