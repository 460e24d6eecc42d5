import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import { type Page, send } from './page.ts'
import { createTestCa, type TestCa } from './test-ca.ts'

export type PageRequest = {
  readonly kind: 'page'
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
}

export type Pages = {
  /**
   * What a URL answers. A path that ends in `*` answers for everything below it; a URL without a query for every
   * query. The host gets the address 127.0.0.1 unless the zone already has an address or an alias for it.
   */
  set(url: string, page: Page): void
  remove(url: string): void
}

/** `wrong`: of another host; `untrusted`: from a CA that nobody knows; `none`: the handshake fails. */
export type Certificate = 'good' | 'wrong' | 'untrusted' | 'none'

export type Origins = {
  readonly pages: Pages
  readonly tls: Server
  readonly plain: Server
  setCertificate(host: string, certificate: Certificate): void
}

/** All web sites there are: one TLS server that goes by SNI and one plain server, both by Host. */
export function createOrigins(ca: TestCa, log: (request: PageRequest) => void): Origins {
  const pages = new Map<string, Page>()
  const certificates = new Map<string, Certificate>()
  const stranger = createTestCa('Unknown CA')

  const respond = (scheme: 'https' | 'http') => (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(`${scheme}://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`)
    log({ kind: 'page', method: request.method ?? '', url: url.href, headers: request.headers })
    const page = find(url)
    if (page !== undefined) send(page, request, response)
    else send({ status: isKnown(url) ? 404 : 421, body: 'There is no such page here' }, request, response)
  }

  function find(url: URL): Page | undefined {
    const exact = pages.get(url.href) ?? pages.get(`${url.origin}${url.pathname}`)
    if (exact !== undefined) return exact
    const below = [...pages.keys()].filter(
      (key) => key.endsWith('*') && url.href.startsWith(key.slice(0, -1)),
    )
    const [closest] = below.toSorted((left, right) => right.length - left.length)
    return closest === undefined ? undefined : pages.get(closest)
  }

  function isKnown(url: URL): boolean {
    return [...pages.keys()].some((key) => new URL(key).hostname === url.hostname)
  }

  const tls = createHttpsServer(
    {
      ...ca.issue('unnamed.invalid'),
      SNICallback(host, done) {
        const certificate = certificates.get(host) ?? 'good'
        if (certificate === 'none') return done(new Error('no certificate for this host'))
        const issuer = certificate === 'untrusted' ? stranger : ca
        done(
          null,
          createSecureContext(issuer.issue(certificate === 'wrong' ? 'somebody-else.example' : host)),
        )
      },
    },
    respond('https'),
  )
  return {
    pages: {
      set: (url, page) => void pages.set(new URL(url).href, page),
      remove: (url) => void pages.delete(new URL(url).href),
    },
    tls,
    plain: createHttpServer(respond('http')),
    setCertificate: (host, certificate) => void certificates.set(host, certificate),
  }
}
