import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'

/** A whole answer, a body with status 200, or something that plays with the connection itself. */
export type Page = string | PlainPage | Behaviour
export type PlainPage = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void

export function send(page: Page, request: IncomingMessage, response: ServerResponse): void {
  if (typeof page === 'function') return page(request, response)
  const { status = 200, headers = {}, body = '' } = typeof page === 'string' ? { body: page } : page
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}

export function redirect(to: string, status = 302): PlainPage {
  return { status, headers: { location: to }, body: 'moved' }
}

/** Encoded whatever Accept-Encoding said. */
export function compressed(coding: 'gzip' | 'deflate' | 'br', body: string | Uint8Array): PlainPage {
  const encode = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[coding]
  return { headers: { 'content-encoding': coding }, body: encode(body) }
}

/** 64 MB of zeros in 64 kB. */
export function gzipBomb(): PlainPage {
  return compressed('gzip', Buffer.alloc(64 * 1024 * 1024))
}

/** Writes for as long as somebody reads. */
export const endlessBody: Behaviour = (_request, response) => {
  const chunk = Buffer.alloc(65_536, 'x')
  const write = (): void => {
    while (!response.destroyed && response.write(chunk));
  }
  response.writeHead(200, { 'content-type': 'text/plain' })
  response.on('drain', write)
  write()
}

/** A site that repeats in its body whatever was asked. */
export const reflecting: Behaviour = (request, response) => {
  send(`You asked for ${request.url ?? ''}`, request, response)
}

/** Takes the request and never says a word. */
export const silent: Behaviour = () => undefined

/** Begins, and never comes to an end. */
export const slowLoris: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '1000' })
  response.write('b')
}

/** Closes the connection instead of answering. */
export const hangsUp: Behaviour = (request) => void request.socket.destroy()

/** Closes the connection in the middle of the body. */
export const breaksOff: Behaviour = (request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '1000' })
  response.write('the beginning', () => request.socket.destroy())
}

/** Answers with what is not HTTP. */
export const notHttp: Behaviour = (request) => void request.socket.end('SSH-2.0-OpenSSH_9.9 secret\r\n')
