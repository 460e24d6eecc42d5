import dnsPacket, { type DecodedPacket, type RecordType } from 'dns-packet'
import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** The name server on this port is not there or says nothing. */
export class Silent extends Error {}

const waitMs = 5_000

export type Relayed = { readonly bytes: Buffer; readonly overTcp: boolean }

/** One message to a name server on loopback: over UDP, and again over TCP when it was truncated (RFC 7766 §5). */
export async function relay(port: number, message: Uint8Array): Promise<Relayed> {
  const bytes = await overUdp(port, message)
  if (!dnsPacket.decode(bytes).flag_tc) return { bytes, overTcp: false }
  return { bytes: await overTcp(port, message), overTcp: true }
}

/** A question of our own, as any stub resolver's; null while nobody answers. */
export async function askServer(port: number, name: string, type: RecordType): Promise<DecodedPacket | null> {
  const flags = dnsPacket.RECURSION_DESIRED
  const question = dnsPacket.encode({ type: 'query', id: 1, flags, questions: [{ name, type }] })
  try {
    return dnsPacket.decode((await relay(port, question)).bytes)
  } catch (error) {
    if (error instanceof Silent) return null
    throw error
  }
}

function overUdp(port: number, message: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4')
    const timer = setTimeout(() => end(new Silent('timeout')), waitMs)
    const end = (error: Error | null, bytes = Buffer.alloc(0)) => {
      clearTimeout(timer)
      socket.close()
      if (error === null) resolve(bytes)
      else reject(error)
    }
    socket.once('message', (bytes) => end(null, bytes))
    // A connected socket hears only this server, and hears of its absence.
    socket.once('error', (cause) => end(new Silent('nobody there', { cause })))
    socket.connect(port, '127.0.0.1', () => socket.send(message))
  })
}

/** RFC 1035 §4.2.2: two octets of length before each message. */
async function overTcp(port: number, message: Uint8Array): Promise<Buffer> {
  const socket = connect({ port, host: '127.0.0.1', timeout: waitMs, allowHalfOpen: true })
  socket.once('timeout', () => socket.destroy(new Error('timeout')))
  const length = Buffer.alloc(2)
  length.writeUInt16BE(message.length)
  socket.end(Buffer.concat([length, message]))
  try {
    return (await buffer(socket)).subarray(2)
  } catch (cause) {
    throw new Silent('no answer over TCP', { cause })
  }
}
