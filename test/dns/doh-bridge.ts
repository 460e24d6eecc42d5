import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { relay, Silent } from './relay.ts'

export type DohBridge = {
  readonly url: string
  /** How many answers were too large for UDP. */
  overTcp(): number
  close(): Promise<void>
}

/**
 * RFC 8484 POST in front of a resolver's UDP port. What BIND and unbound offer themselves is HTTP/2 only, which Node's
 * fetch does not speak. The bytes pass as they are.
 */
export async function startDohBridge(resolverPort: number): Promise<DohBridge> {
  let overTcp = 0
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/dns-message') {
      response.writeHead(415).end()
      return
    }
    const answer = await relay(resolverPort, await buffer(request))
    if (answer.overTcp) overTcp += 1
    response.writeHead(200, { 'content-type': 'application/dns-message' }).end(answer.bytes)
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) =>
      response.writeHead(error instanceof Silent ? 502 : 400).end(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The bridge has no port')
  return {
    url: `http://127.0.0.1:${address.port}/dns-query`,
    overTcp: () => overTcp,
    async close() {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}
