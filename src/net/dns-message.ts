import { sameName } from '#base/dns-name.ts'
import dnsPacket, { type Answer as Resource, type DecodedPacket } from 'dns-packet'
import { type RecordType, Unreachable } from './net.ts'

export type Question = {
  /** A-labels, lower case, no final dot. */
  readonly name: string
  readonly type: RecordType
  /** CD=1 asks for the data even when DNSSEC validation fails (RFC 4035 §3.2.2). */
  readonly checkingDisabled: boolean
}

export type Message = {
  /** With the extended bits of RFC 6891 §6.1.3. */
  readonly rcode: number
  readonly authenticated: boolean
  readonly answers: readonly Resource[]
  /** RFC 2308 §5: min of the SOA's TTL and minimum, in seconds. */
  readonly negativeTtl: number | null
  /** RFC 8914 info codes. */
  readonly extendedErrors: readonly number[]
}

/** RFC 1035 §2.3.4 in printable ASCII. `dns-packet` would write a longer label as another message. */
export function isAskable(name: string): boolean {
  return name.length <= 253 && name.split('.').every((label) => /^[!-~]{1,63}$/.test(label))
}

export function encodeQuestion(question: Question): Uint8Array<ArrayBuffer> {
  const { RECURSION_DESIRED, AUTHENTIC_DATA, CHECKING_DISABLED, DNSSEC_OK } = dnsPacket
  const encoded = dnsPacket.encode({
    type: 'query',
    // RFC 8484 §4.1: id 0 lets HTTP caches recognise a question.
    id: 0,
    flags: RECURSION_DESIRED | AUTHENTIC_DATA | (question.checkingDisabled ? CHECKING_DISABLED : 0),
    questions: [{ type: question.type, name: question.name, class: 'IN' }],
    additionals: [
      {
        type: 'OPT',
        name: '.',
        udpPayloadSize: 4096,
        extendedRcode: 0,
        ednsVersion: 0,
        flags: DNSSEC_OK,
        flag_do: true,
        options: [],
      },
    ],
  })
  return new Uint8Array(encoded)
}

/** @throws Unreachable: `malformed_answer` when it is not a whole answer to this very question. */
export function decodeAnswer(bytes: Uint8Array, question: Question): Message {
  const packet = decodeWhole(bytes)
  const asked = packet?.questions?.[0]
  if (packet === null || !packet.flag_qr || packet.id !== 0 || packet.questions?.length !== 1) {
    throw malformed('is no DNS answer')
  }
  if (asked?.type !== question.type || asked.class !== 'IN' || !sameName(asked.name, question.name)) {
    throw malformed('answers another question')
  }
  if (packet.flag_tc) throw malformed('is truncated')

  const options = (packet.additionals ?? []).filter((resource) => resource.type === 'OPT')
  const soa = (packet.authorities ?? []).find((resource) => resource.type === 'SOA')
  return {
    rcode: ((packet.flags ?? 0) & 0xf) | ((options[0]?.extendedRcode ?? 0) << 4),
    authenticated: packet.flag_ad,
    answers: (packet.answers ?? []).filter((resource) => 'class' in resource && resource.class === 'IN'),
    negativeTtl: soa === undefined ? null : Math.min(soa.ttl ?? 0, soa.data.minimum ?? 0),
    extendedErrors: options.flatMap((resource) => resource.options.flatMap(extendedError)),
  }
}

/** `dns-packet` slices beyond the end without a word, so the bytes that it used must be the bytes there are. */
function decodeWhole(bytes: Uint8Array): DecodedPacket | null {
  try {
    const packet = dnsPacket.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    return dnsPacket.decode.bytes === bytes.length ? packet : null
  } catch {
    return null
  }
}

/** RFC 8914 §2: option 15, two octets of info code, then free text, which we do not repeat. */
function extendedError(option: { readonly code: number; readonly data?: Buffer | undefined }): number[] {
  return option.code === 15 && option.data !== undefined && option.data.length >= 2
    ? [option.data.readUInt16BE(0)]
    : []
}

function malformed(what: string): Unreachable {
  return new Unreachable('malformed_answer', `What the DNS resolver sent ${what}.`)
}
