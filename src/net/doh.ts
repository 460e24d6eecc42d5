import { within } from './deadline.ts'
import { decodeAnswer, encodeQuestion, type Message, type Question } from './dns-message.ts'
import type { NetLimits } from './limits.ts'
import { Unreachable } from './net.ts'
import type { Post } from './post.ts'

const mediaType = 'application/dns-message'

/** RFC 1035 §4.2.2: a message's length is two octets. */
const messageBytesMax = 65_535

/** Puts one question to the resolver. */
export type Exchange = (question: Question) => Promise<Message>

/**
 * One resolver, RFC 8484 POST. Tries again when nothing came back; an answer is never asked twice.
 * @throws Unreachable: `timeout`, `resolver_failed`, `malformed_answer`
 */
export function createExchange(host: string, limits: NetLimits, post: Post): Exchange {
  const headers = { 'content-type': mediaType, accept: mediaType }

  return async (question) => {
    const message = encodeQuestion(question)
    const silence = `The DNS resolver ${host} did not answer for ${question.name} ${question.type}.`
    for (let tried = 1; ; tried += 1) {
      try {
        const bytes = await within(limits.dnsTryMs, silence, (signal) => send(message, signal))
        return decodeAnswer(bytes, question)
      } catch (error) {
        const isFinal = !(error instanceof Unreachable) || error.reason === 'malformed_answer'
        if (isFinal || tried >= limits.dnsTries) throw error
      }
    }
  }

  async function send(message: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<Uint8Array> {
    const posted = await post(message, { headers, bytesMax: messageBytesMax, signal }).catch(() => {
      signal.throwIfAborted()
      throw new Unreachable('resolver_failed', `The DNS resolver ${host} could not be reached.`)
    })
    const { status, contentType, bytes, truncated } = posted
    if (status !== 200 || contentType?.split(';')[0]?.trim().toLowerCase() !== mediaType) {
      throw new Unreachable('resolver_failed', `The DNS resolver ${host} answered HTTP ${status}.`)
    }
    if (truncated) throw new Unreachable('malformed_answer', `The DNS resolver ${host} sent too much.`)
    return bytes
  }
}
