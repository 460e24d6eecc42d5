import http from 'node:http'
import https from 'node:https'
import { candidates } from './addresses.ts'
import { codeOf, decodeBody } from './decode-body.ts'
import type { Connect, Hop, Response } from './guarded-get.ts'
import type { NetLimits } from './limits.ts'
import { Unreachable } from './net.ts'

export type NodeConnectOptions = {
  readonly limits: Pick<NetLimits, 'dialMs' | 'tlsMs'>
  /** The URL's port → where to connect instead. */
  readonly ports: ReadonlyMap<number, number>
  /** PEM of the only CA to trust; the system's and NODE_EXTRA_CA_CERTS when absent. */
  readonly ca?: string | undefined
}

type Opened =
  | { readonly kind: 'answered'; readonly response: Response }
  | { readonly kind: 'not_connected'; readonly why: Unreachable }

/** One hop to the very address that was checked: no second look-up, no kept connection, no agent. */
export function connectNode(options: NodeConnectOptions): Connect {
  return async (hop) => {
    let why = new Unreachable('no_address', `${hop.url.hostname} has no address.`)
    for (const address of candidates(hop.addresses)) {
      const opened = await open(hop, address, options)
      if (opened.kind === 'answered') return opened.response
      why = opened.why
    }
    throw why
  }
}

function open(hop: Hop, address: string, { limits, ports, ca }: NodeConnectOptions): Promise<Opened> {
  const { url, headers, signal, bytesMax } = hop
  const host = url.hostname
  const isSecure = url.protocol === 'https:'
  const port = Number(url.port) || (isSecure ? 443 : 80)
  let phase: 'dial' | 'tls' | 'http' = 'dial'

  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request({
      host: address,
      port: ports.get(port) ?? port,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, host: url.host },
      agent: false,
      signal,
      ...(isSecure && { servername: host, rejectUnauthorized: true, ca }),
    })
    const timer = setTimeout(() => request.destroy(slow('connection', host, limits.dialMs)), limits.dialMs)
    let tlsTimer: ReturnType<typeof setTimeout> | undefined

    request.on('socket', (socket) => {
      socket.once('connect', () => {
        clearTimeout(timer)
        phase = isSecure ? 'tls' : 'http'
        if (!isSecure) return
        tlsTimer = setTimeout(() => request.destroy(slow('TLS handshake', host, limits.tlsMs)), limits.tlsMs)
      })
      socket.once('secureConnect', () => {
        clearTimeout(tlsTimer)
        phase = 'http'
      })
      socket.once('close', () => clearTimeout(tlsTimer))
    })
    request.on('response', (answer) => {
      const response: Response = {
        status: answer.statusCode ?? 0,
        header: (name) => {
          const value = answer.headers[name]
          return typeof value === 'string' ? value : null
        },
        address,
        body: decodeBody(answer, host, bytesMax, signal),
        discard: () => void answer.destroy(),
      }
      resolve({ kind: 'answered', response })
    })
    request.on('error', (error) => {
      clearTimeout(timer)
      clearTimeout(tlsTimer)
      if (signal.aborted) return reject(signal.reason)
      const why = unreachable(error, phase, host)
      if (phase === 'dial') resolve({ kind: 'not_connected', why })
      else reject(why)
    })
    request.end()
  })
}

function unreachable(error: Error, phase: 'dial' | 'tls' | 'http', host: string): Unreachable {
  if (error instanceof Unreachable) return error
  const code = codeOf(error)
  if (phase === 'tls') {
    return new Unreachable('tls_failure', `The TLS handshake with ${host} failed${inWords(code)}.`)
  }
  if (code.startsWith('HPE_')) {
    return new Unreachable('malformed_answer', `What ${host} answered is not HTTP${inWords(code)}.`)
  }
  const what = phase === 'dial' ? `No connection to ${host} could be made` : `${host} closed the connection`
  return new Unreachable('connection_failed', `${what}${inWords(code)}.`)
}

/** Node's own error codes only: an error's message may quote what the other side sent. */
function inWords(code: string): string {
  return /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? ` (${code})` : ''
}

function slow(what: string, host: string, ms: number): Unreachable {
  return new Unreachable('timeout', `The ${what} to ${host} took longer than ${ms / 1_000} seconds.`)
}
