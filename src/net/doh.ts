import { readBody } from './body.ts'
import { within } from './deadline.ts'
import { decodeAnswer, encodeQuestion, type Message, type Question } from './dns-message.ts'
import type { NetLimits } from './limits.ts'
import { Unreachable } from './net.ts'

const mediaType = 'application/dns-message'

/** RFC 1035 §4.2.2: a message's length is two octets. */
const messageBytesMax = 65_535

/**
 * One question to one resolver, RFC 8484 POST. Tries again when nothing came back; an answer is never asked twice.
 * @throws Unreachable: `timeout`, `resolver_failed`, `malformed_answer`
 */
export async function exchange(dohUrl: string, question: Question, limits: NetLimits): Promise<Message> {
  const detail = `The DNS resolver ${new URL(dohUrl).host} did not answer for ${question.name} ${question.type}.`
  let last = new Unreachable('timeout', detail)
  for (let tried = 0; tried < limits.dnsTries; tried += 1) {
    try {
      const bytes = await within(limits.dnsTryMs, detail, (signal) => post(dohUrl, question, signal))
      return decodeAnswer(bytes, question)
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      if (error.reason === 'malformed_answer') throw error
      last = error
    }
  }
  throw last
}

async function post(dohUrl: string, question: Question, signal: AbortSignal): Promise<Uint8Array> {
  const host = new URL(dohUrl).host
  try {
    const response = await fetch(dohUrl, {
      method: 'POST',
      headers: { 'content-type': mediaType, accept: mediaType },
      body: encodeQuestion(question),
      // workerd knows no 'error'; a redirect is then a status that is not 200.
      redirect: 'manual',
      signal,
    })
    const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
    if (response.status !== 200 || type !== mediaType) {
      await response.body?.cancel()
      throw new Unreachable('resolver_failed', `The DNS resolver ${host} answered HTTP ${response.status}.`)
    }
    const { bytes, truncated } = await readBody(response.body ?? [], messageBytesMax)
    if (truncated) throw new Unreachable('malformed_answer', `The DNS resolver ${host} sent too much.`)
    return bytes
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Unreachable) throw error
    throw new Unreachable('resolver_failed', `The DNS resolver ${host} could not be reached.`)
  }
}
