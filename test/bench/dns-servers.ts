import { createSocket } from 'node:dgram'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import dnsPacket from 'dns-packet'
import { answer } from '#test/support/internet/answer.ts'
import { createDohServer } from '#test/support/internet/doh-server.ts'
import { createZone } from '#test/support/internet/zone.ts'

/** One zone behind four DoH resolvers and one on plain UDP, in a process of its own; PORT tells their addresses. */
const resolverCount = 4

const zone = createZone()
const { names, records } = JSON.parse(process.env['ZONE'] ?? '')
for (const [index, name] of names.entries()) zone.set(name, { TXT: [records[index]] })

const udp = createSocket('udp4')
udp.on('message', (bytes, from) => {
  const query = dnsPacket.decode(bytes)
  const [question] = query.questions ?? []
  if (question === undefined) return
  const { rcode, answers, authorities } = answer(zone, question.name, question.type)
  const { RECURSION_DESIRED, RECURSION_AVAILABLE } = dnsPacket
  const flags = RECURSION_DESIRED | RECURSION_AVAILABLE | rcode
  const about = { id: query.id ?? 0, flags, questions: [question] }
  udp.send(dnsPacket.encode({ type: 'response', ...about, answers, authorities }), from.port, from.address)
})
await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve))

const doh = Array.from({ length: resolverCount }, (_each, index) => createDohServer(index, zone, () => {}))
const ports = await Promise.all(doh.map(async (server) => await listen(server)))
const told = JSON.stringify({
  dohUrls: ports.map((port) => `http://127.0.0.1:${port}/dns-query`),
  udp: `127.0.0.1:${udp.address().port}`,
})
createServer((_request, response) => response.end(told)).listen(Number(process.env['PORT']), '127.0.0.1')

async function listen(server: Server): Promise<number> {
  return await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}
