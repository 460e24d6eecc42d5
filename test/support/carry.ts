import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import type { Internet } from './internet/internet.ts'

export type Carrier = {
  readonly carry: (request: IncomingMessage, response: ServerResponse) => void
  /** Hosts that a Worker should never have asked for. */
  readonly strayed: readonly string[]
  close(): void
}

/**
 * Plays the network under a Worker: servers on loopback are reached as they are, every other host is a TLS origin of
 * the loopback Internet. Bytes and encodings pass untouched.
 */
export function createCarrier(internet: Internet, loopback: readonly string[]): Carrier {
  const direct = new Set([...internet.netOptions.dohUrls, ...loopback].map((url) => new URL(url).host))
  const strayed: string[] = []
  const agent = new http.Agent({ keepAlive: true })

  function carry(request: IncomingMessage, response: ServerResponse): void {
    const { host = '' } = request.headers
    const hostname = host.replace(/:\d+$/, '')
    const asked = {
      method: request.method,
      path: request.url,
      headers: Object.fromEntries(
        Object.entries(request.headers).filter(([name]) => !/^(?:mf|cf)-/.test(name)),
      ),
    }
    const isDirect = direct.has(host)
    if (!isDirect && (isIP(hostname) !== 0 || hostname === 'localhost')) {
      strayed.push(host)
      response.writeHead(530).end()
      return
    }
    const onward = isDirect
      ? http.request(`http://${host}`, { ...asked, agent })
      : https.request({
          ...asked,
          host: '127.0.0.1',
          port: internet.netOptions.outboundPorts.get(443),
          servername: hostname,
          ca: internet.netOptions.ca,
          agent: false,
        })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
      answer.on('error', () => response.destroy())
    })
    // What a Worker is told of an origin whose certificate is not good, and of one that cannot be reached.
    onward.on('error', (error) => {
      if (response.headersSent) response.destroy()
      else response.writeHead('code' in error && /CERT|TLS|SSL/.test(String(error.code)) ? 526 : 521).end()
    })
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  }

  return { carry, strayed, close: () => agent.destroy() }
}
