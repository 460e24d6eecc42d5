import { createSocket } from 'node:dgram'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import dnsPacket from 'dns-packet'
import { answer } from '#test/support/internet/answer.ts'
import { createZone } from '#test/support/internet/zone.ts'

/** One zone behind four DoH resolvers and one on plain UDP, in a process of its own; PORT tells their addresses. */
const resolverCount = 4

const zone = createZone()
const records: Readonly<Record<string, string>> = JSON.parse(process.env['ZONE'] ?? '')
for (const [name, text] of Object.entries(records)) zone.set(name, { TXT: [text] })

/** The same for both: nobody is served better. */
function reply(bytes: Buffer): Buffer {
  const { id = 0, questions = [] } = dnsPacket.decode(bytes)
  const [question] = questions
  if (question === undefined) throw new Error('A query without a question')
  const { rcode, answers, authorities } = answer(zone, question.name, question.type)
  const flags = dnsPacket.RECURSION_DESIRED | dnsPacket.RECURSION_AVAILABLE | rcode
  return dnsPacket.encode({ type: 'response', id, flags, questions, answers, authorities })
}

const udp = createSocket('udp4')
udp.on('message', (bytes, from) => udp.send(reply(bytes), from.port, from.address))
await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve))

const ports = await Promise.all(Array.from({ length: resolverCount }, async () => await listen(doh())))
const told = JSON.stringify({
  dohUrls: ports.map((port) => `http://127.0.0.1:${port}/dns-query`),
  udp: `127.0.0.1:${udp.address().port}`,
})
createServer((_request, response) => response.end(told)).listen(Number(process.env['PORT']), '127.0.0.1')

function doh(): Server {
  return createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/dns-message' }).end(reply(Buffer.concat(chunks)))
    })
  })
}

async function listen(server: Server): Promise<number> {
  return await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}
