import { createHash } from 'node:crypto'
import type { Clock } from '#base/clock.ts'
import type { Evidence, PageSeen, QuestionAsked } from '#base/evidence.ts'
import { type DnsAnswer, type Page, type Perspective, Unreachable } from '#net/net.ts'

/** The same perspective, whose every question is written down with its answer. */
export function witness(clock: Clock, { dns, get, ...place }: Perspective) {
  const startedAt = clock.now()
  const questions: QuestionAsked[] = []
  const pages: PageSeen[] = []
  const perspective: Perspective = {
    ...place,
    dns: {
      ask: async (name, type) => {
        const known = { name, type }
        try {
          const answer = await dns.ask(name, type)
          questions.push({ ...known, ...inShort(answer, type) })
          return answer
        } catch (error) {
          if (error instanceof Unreachable) questions.push({ ...known, ...nothing, answer: error.reason })
          throw error
        }
      },
    },
    get: async (url, options) => {
      try {
        const page = await get(url, options)
        pages.push(pageInShort(url, page))
        return page
      } catch (error) {
        if (error instanceof Unreachable) {
          pages.push({ url, answer: error.reason, addresses: [], redirects: [], digest: null })
        }
        throw error
      }
    },
  }
  const evidence = (): Evidence => ({ startedAt, endedAt: clock.now(), questions, pages })
  return { perspective, evidence }
}

const nothing = { authenticated: false, chain: [], digest: null } as const

function inShort({ kind, values, authenticated, chain }: DnsAnswer, type: string) {
  return {
    answer: kind,
    authenticated,
    chain: type === 'CNAME' ? values.slice(0, targetsMax) : chain,
    digest: values.length === 0 ? null : digestOf(JSON.stringify(values.toSorted())),
  }
}

/** A name has one CNAME; a hostile server may say thousands. */
const targetsMax = 10

/** Whoever is looked at chooses where he redirects to, and what he chooses is kept. */
const urlCharactersMax = 200

function pageInShort(url: string, { status, addresses, redirects: all, body }: Page): PageSeen {
  const redirects = all.map((to) => to.slice(0, urlCharactersMax))
  return { url, answer: String(status), addresses, redirects, digest: digestOf(body) }
}

/** SHA-256 in hexadecimal: of a page's text, or of the JSON array of an answer's values in code unit order. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
