import dnsPacket from 'dns-packet'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeAnswer, encodeQuestion } from '#net/dns-message.ts'
import { Unreachable } from '#net/net.ts'

const question = { name: '_veramarca-challenge.acme.example', type: 'TXT', checkingDisabled: false } as const

function answer(): Buffer {
  return dnsPacket.encode({
    type: 'response',
    id: 0,
    flags: dnsPacket.RECURSION_AVAILABLE,
    questions: [{ type: 'TXT', name: question.name }],
    answers: [{ type: 'TXT', name: question.name, ttl: 60, data: ['token=', 'abc'] }],
  })
}

it('asks with AD, DO, EDNS0 and, when told, CD', () => {
  const plain = dnsPacket.decode(Buffer.from(encodeQuestion(question)))
  expect(plain).toMatchObject({ id: 0, flag_rd: true, flag_ad: true, flag_cd: false, flag_qr: false })
  expect(plain.questions).toMatchObject([{ name: question.name, type: 'TXT', class: 'IN' }])
  expect(plain.additionals).toMatchObject([{ type: 'OPT', flag_do: true }])
  const unchecked = dnsPacket.decode(Buffer.from(encodeQuestion({ ...question, checkingDisabled: true })))
  expect(unchecked.flag_cd).toBe(true)
})

it('takes no part of an answer for the whole', () => {
  const whole = answer()
  expect(decodeAnswer(whole, question).answers).toHaveLength(1)
  for (let length = 0; length < whole.length; length += 1) {
    expect(() => decodeAnswer(whole.subarray(0, length), question)).toThrow(Unreachable)
  }
  expect(() => decodeAnswer(Buffer.concat([whole, Buffer.from([0])]), question)).toThrow(Unreachable)
})

it('throws nothing but Unreachable, whatever a resolver sends', () => {
  const bytes = answer()
  const spoilt = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })).map(([at, value]) => {
    const copy = Buffer.from(bytes)
    copy[at] = value
    return copy
  })
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 600 }), spoilt), (sent) => {
      try {
        decodeAnswer(sent, question)
      } catch (error) {
        expect(error).toBeInstanceOf(Unreachable)
      }
    }),
    { numRuns: 500 },
  )
})
