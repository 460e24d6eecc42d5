import type { Body } from './body.ts'
import type { Connect } from './guarded-get.ts'
import { Unreachable } from './net.ts'

/** workerd decodes these itself and keeps the header; anything else it hands over as it came. */
const decodedByPlatform = new Set(['', 'identity', 'gzip', 'br'])

/**
 * One hop through workerd's own fetch. It picks the address itself, so `global_fetch_strictly_public` must be set;
 * names, schemes, ports and the DNS answers were checked before.
 */
export function connectWorkers(fetchPage: typeof fetch): Connect {
  return async ({ url, headers, signal }) => {
    const host = url.hostname
    const response = await fetchPage(url, { headers, redirect: 'manual', signal }).catch(() => {
      signal.throwIfAborted()
      throw new Unreachable('connection_failed', `No connection to ${host} could be made.`)
    })
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      address: null,
      body: decoded(response, host, signal),
      discard: () => void response.body?.cancel().catch(() => undefined),
    }
  }
}

async function* decoded(response: Response, host: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const coding = response.headers.get('content-encoding')?.trim().toLowerCase() ?? ''
  const undecodable = new Unreachable(
    'malformed_answer',
    `${host} sent a page whose content-encoding cannot be decoded.`,
  )
  const raw: Body = response.body ?? []
  try {
    if (decodedByPlatform.has(coding)) yield* raw
    else if (coding === 'deflate' && response.body !== null) yield* inflated(response.body)
    else throw undecodable
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Unreachable) throw error
    if (coding === 'deflate') throw undecodable
    throw new Unreachable('connection_failed', `${host} broke off in the middle of the page.`)
  }
}

function inflated(body: NonNullable<Response['body']>): Body {
  return body.pipeThrough(new DecompressionStream('deflate'))
}
