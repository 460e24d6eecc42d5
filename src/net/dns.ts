import type { Answer as Resource } from 'dns-packet'
import { createPlaces } from '#base/places.ts'
import { sameName, tidy } from '#base/dns-name.ts'
import { isAskable, type Message, type Question } from './dns-message.ts'
import { createExchange } from './doh.ts'
import { extendedErrorInWords, isInvented, isStale } from './extended-error.ts'
import type { NetLimits } from './limits.ts'
import { type Dns, type RecordType, Unreachable } from './net.ts'
import type { Post } from './post.ts'
import { registrable } from '#base/registrable.ts'

const rcodeWords: Readonly<Record<number, string>> = {
  1: 'FORMERR',
  4: 'NOTIMP',
  5: 'REFUSED',
  16: 'BADVERS',
}

/** One resolver operator's view of the DNS. */
export function createDns(host: string, limits: NetLimits, post: Post): Dns {
  const exchange = createExchange(host, limits, post)
  const inPlace = createPlaces(limits.dnsAtOnce)
  return {
    async ask(name, type) {
      const chain: string[] = []
      let current = tidy(name)
      let authenticated = true
      for (;;) {
        const message = await look({ name: current, type, checkingDisabled: false })
        authenticated &&= message.authenticated
        const asked = current
        if (type !== 'CNAME') current = walk(message, current, chain)
        const values = valuesOf(message, current, type)
        const { negativeTtl } = message
        const known = { chain, authenticated }
        if (values.length > 0) return { kind: 'found', values, ...known, negativeTtl: null }
        // RFC 6604 §3: the code speaks of the last name of the chain.
        if (message.rcode === 3) return { kind: 'nxdomain', values, ...known, negativeTtl }
        if (current === asked) return { kind: 'nodata', values, ...known, negativeTtl }
      }
    },
  }

  /** Follows the CNAMEs that the message holds and returns where they end. */
  function walk(message: Message, start: string, chain: string[]): string {
    let current = start
    for (;;) {
      const [target] = valuesOf(message, current, 'CNAME')
      if (target === undefined) return current
      if (target === start || target === current || chain.includes(target)) {
        throw new Unreachable(
          'cname_loop',
          `The CNAME records of ${chain[0] ?? start} lead back to ${target}.`,
        )
      }
      chain.push(target)
      if (chain.length > limits.cnameHopsMax) {
        throw new Unreachable('cname_loop', `${start} goes through more than ${limits.cnameHopsMax} CNAMEs.`)
      }
      current = target
    }
  }

  /** A message that says something about the name: NOERROR or NXDOMAIN, neither invented nor stale. */
  async function look(question: Question): Promise<Message> {
    if (!isAskable(question.name)) {
      throw new Unreachable('malformed_answer', `"${question.name.slice(0, 100)}" is not a DNS name.`)
    }
    const message = await inPlace(registrable(question.name), () => exchange(question))
    if (message.rcode === 2) throw await whyServfail(question, message)
    if (message.rcode !== 0 && message.rcode !== 3) {
      const code = rcodeWords[message.rcode] ?? `code ${message.rcode}`
      throw new Unreachable('resolver_failed', `The resolver ${host} answered ${code}${inWords(message)}.`)
    }
    if (message.extendedErrors.some(isInvented)) {
      throw new Unreachable(
        'resolver_failed',
        `The resolver ${host} withholds ${question.name}${inWords(message)}.`,
      )
    }
    if (message.extendedErrors.some(isStale)) {
      const detail = `The resolver ${host} could only give an old answer for ${question.name}${inWords(message)}.`
      throw new Unreachable('servfail', detail)
    }
    return message
  }

  /** RFC 4035 §3.2.2: data that comes only with checking disabled is there, and its signatures are broken. */
  async function whyServfail(question: Question, failed: Message): Promise<Unreachable> {
    const unchecked = await exchange({ ...question, checkingDisabled: true }).catch(() => null)
    if (unchecked?.rcode === 0 || unchecked?.rcode === 3) {
      const detail = `DNSSEC of ${question.name} is broken${inWords(failed)}. The name answers only unchecked.`
      return new Unreachable('dnssec_bogus', detail)
    }
    const detail = `The name servers of ${question.name} fail (SERVFAIL)${inWords(failed)}.`
    return (await loopFrom(question)) ?? new Unreachable('servfail', detail)
  }

  /** Some resolvers answer a loop with SERVFAIL, so its CNAMEs are asked for one by one. */
  async function loopFrom({ name, type }: Question): Promise<Unreachable | null> {
    if (type === 'CNAME') return null
    const seen = [name]
    for (;;) {
      const last = seen.at(-1) ?? name
      const message = await exchange({ name: last, type: 'CNAME', checkingDisabled: false }).catch(() => null)
      const [target] = message === null ? [] : valuesOf(message, last, 'CNAME')
      if (target === undefined) return null
      if (seen.includes(target) || seen.length > limits.cnameHopsMax) {
        return new Unreachable('cname_loop', `The CNAME records of ${name} lead back to ${target}.`)
      }
      seen.push(target)
    }
  }
}

function inWords(message: Message): string {
  const words = message.extendedErrors.map(extendedErrorInWords)
  return words.length === 0 ? '' : `: ${words.join(', ')}`
}

function valuesOf(message: Message, name: string, type: RecordType): string[] {
  return message.answers
    .filter((resource) => resource.type === type && sameName(resource.name, name))
    .flatMap((resource) => valueOf(resource) ?? [])
}

function valueOf(resource: Resource): string | null {
  switch (resource.type) {
    case 'TXT': {
      // RFC 7208 §3.3: the strings of one record are one text, without a space between them.
      const strings = Array.isArray(resource.data) ? resource.data : [resource.data]
      return Buffer.concat(strings.map((string) => Buffer.from(string))).toString('utf8')
    }
    case 'A':
    case 'AAAA':
      return resource.data
    case 'CNAME':
    case 'NS':
      return tidy(resource.data)
    case 'SOA': {
      const { mname, rname, serial = 0, refresh = 0, retry = 0, expire = 0, minimum = 0 } = resource.data
      return [tidy(mname), tidy(rname), serial, refresh, retry, expire, minimum].join(' ')
    }
    default:
      return null
  }
}
