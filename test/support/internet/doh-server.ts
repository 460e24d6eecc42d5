import dnsPacket, { type Answer, type DecodedPacket, type PacketOpt } from 'dns-packet'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { answer } from './answer.ts'
import type { ReadableZone, Trouble } from './zone.ts'

export type DnsRequest = {
  readonly kind: 'dns'
  readonly resolver: number
  readonly name: string
  readonly type: string
  readonly checkingDisabled: boolean
}

/** One resolver operator: RFC 8484 POST over HTTP/1.1. */
export function createDohServer(
  resolver: number,
  zone: ReadableZone,
  log: (request: DnsRequest) => void,
): Server {
  return createServer((request, response) => {
    handle(request, response).catch(() => response.writeHead(400).end())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/dns-message') {
      response.writeHead(415).end()
      return
    }
    const query = dnsPacket.decode(await buffer(request))
    const [question] = query.questions ?? []
    if (question === undefined) throw new Error('a query without a question')
    const { name, type } = question
    log({ kind: 'dns', resolver, name, type, checkingDisabled: query.flag_cd })
    const trouble = zone.troubleAt(name)
    if (trouble === 'timeout') return
    if (trouble === 'http_500') {
      response.writeHead(500).end()
    } else if (trouble === 'redirect') {
      response.writeHead(307, { location: '/elsewhere' }).end()
    } else {
      const contentType = trouble === 'not_dns' ? 'text/html' : 'application/dns-message'
      response.writeHead(200, { 'content-type': contentType }).end(reply(query, name, trouble))
    }
  }

  function reply(query: DecodedPacket, name: string, trouble: Trouble | null): Uint8Array {
    const isFailing = trouble === 'servfail' || (trouble === 'bogus' && !query.flag_cd)
    if (isFailing) return encode(query, { rcode: 2, extendedError: trouble === 'bogus' ? 6 : 22 })
    if (trouble === 'refused') return encode(query, { rcode: 5 })
    if (trouble === 'blocked') return encode(query, { rcode: 3, extendedError: 15 })
    if (trouble === 'malformed') return Buffer.from('this is not a DNS message at all')
    if (trouble === 'other_id') return encode({ ...query, id: 4_711 }, { rcode: 3 })
    if (trouble === 'truncated') return encode(query, { rcode: 0, truncated: true })
    if (trouble === 'other_question') {
      const questions = [{ type: 'TXT' as const, name: `not-${name}` }]
      return encode({ ...query, questions }, { rcode: 3 })
    }
    const found = answer(zone, name, recordType(query))
    const said = { ...found, authenticated: found.authenticated && trouble !== 'bogus' }
    if (trouble === 'stops_at_cname') {
      const [first] = found.answers
      return encode(query, {
        ...said,
        rcode: 0,
        answers: first === undefined ? [] : [first],
        authorities: [],
      })
    }
    if (trouble === 'stale') return encode(query, { ...said, extendedError: 3 })
    const whole = encode(query, said)
    return trouble === 'cut_short' ? whole.subarray(0, -20) : whole
  }
}

function recordType(query: DecodedPacket): NonNullable<DecodedPacket['questions']>[number]['type'] {
  return query.questions?.[0]?.type ?? 'A'
}

type Said = {
  readonly rcode: number
  readonly answers?: Answer[]
  readonly authorities?: Answer[]
  readonly authenticated?: boolean
  readonly truncated?: boolean
  readonly extendedError?: number
}

function encode(query: DecodedPacket, said: Said): Buffer {
  const { RECURSION_DESIRED, RECURSION_AVAILABLE, AUTHENTIC_DATA, TRUNCATED_RESPONSE } = dnsPacket
  const flags = [
    RECURSION_DESIRED,
    RECURSION_AVAILABLE,
    // RFC 6840 §5.8: AD only for who asked with AD or DO.
    said.authenticated === true && query.flag_ad ? AUTHENTIC_DATA : 0,
    said.truncated === true ? TRUNCATED_RESPONSE : 0,
    said.rcode,
  ]
  return dnsPacket.encode({
    type: 'response',
    id: query.id ?? 0,
    flags: flags.reduce((all, flag) => all | flag),
    questions: query.questions ?? [],
    answers: said.answers ?? [],
    authorities: said.authorities ?? [],
    additionals: [
      {
        type: 'OPT',
        name: '.',
        udpPayloadSize: 1232,
        extendedRcode: 0,
        ednsVersion: 0,
        flags: 0,
        flag_do: false,
        options: said.extendedError === undefined ? [] : [extendedError(said.extendedError)],
      },
    ],
  })
}

/** RFC 8914 §2. The library's types know fewer options than the library. */
function extendedError(code: number): PacketOpt {
  const text = Buffer.from('free text that nobody must repeat')
  const option = { code: 15, data: Buffer.concat([Buffer.from([0, code]), text]) }
  return option as unknown as PacketOpt
}
