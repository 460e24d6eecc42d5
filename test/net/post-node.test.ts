import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { expect, onTestFinished, test } from 'vitest'
import { postNode } from '#net/post-node.ts'
import type { Post } from '#net/post.ts'
import { createTestCa } from '#test/support/internet/test-ca.ts'

const message = new Uint8Array([1, 2, 3])

/** A resolver that answers so, and what speaks to it. */
async function resolver(
  answer: RequestListener,
  make: (listener: RequestListener) => Server = (listener) => createServer(listener),
): Promise<{ readonly post: Post; readonly connections: () => number; readonly server: Server }> {
  let connections = 0
  const server = make(answer)
  server.on('connection', () => void (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const scheme = make === tls ? 'https' : 'http'
  const post = postNode(new URL(`${scheme}://localhost:${port}/dns-query?a=b`))
  return { post, connections: () => connections, server }
}

function tls(listener: RequestListener): Server {
  return createTlsServer(createTestCa().issue('localhost'), listener)
}

const send = async (post: Post, signal = new AbortController().signal) =>
  await post(message, { headers: { accept: 'a/b' }, bytesMax: 10, signal })

test('a message goes whole to the path and query of the resolver, and one kept connection carries many', async () => {
  const { post, connections } = await resolver((request, response) => {
    const { method, url, headers } = request
    expect({ method, url, headers }).toMatchObject({
      method: 'POST',
      url: '/dns-query?a=b',
      headers: { accept: 'a/b', 'content-length': '3' },
    })
    response.setHeader('content-type', 'x/y')
    request.pipe(response)
  })
  for (let each = 0; each < 5; each += 1) {
    expect(await send(post)).toEqual({
      status: 200,
      contentType: 'x/y',
      bytes: Buffer.from(message),
      truncated: false,
    })
  }
  expect(connections()).toBe(1)
})

test('a body without end is left at the limit, and the connection with it', async () => {
  const closed: Promise<void>[] = []
  const { post } = await resolver((_request, response) => {
    closed.push(new Promise((resolve) => response.once('close', resolve)))
    const more = () => void (response.destroyed || response.write('abcdefgh', () => setImmediate(more)))
    more()
  })
  const { bytes, truncated } = await send(post)
  expect([Buffer.from(bytes).toString(), truncated]).toEqual(['abcdefghab', true])
  await Promise.all(closed)
})

test('a redirect is told, not followed', async () => {
  let asked = 0
  const { post } = await resolver((_request, response) => {
    asked += 1
    response.writeHead(307, { location: '/elsewhere' }).end()
  })
  expect(await send(post)).toMatchObject({ status: 307, contentType: null })
  expect(asked).toBe(1)
})

test('a body that breaks off is an error, not an answer', async () => {
  const { post } = await resolver((_request, response) => {
    response.writeHead(200, { 'content-length': 9 })
    response.write('abc', () => response.destroy())
  })
  await expect(send(post)).rejects.toThrow('aborted')
})

test('the signal ends a message that nobody answers, and its connection', async () => {
  const aborting = new AbortController()
  const closed: Promise<void>[] = []
  const { post } = await resolver((request) => {
    closed.push(new Promise((resolve) => request.socket.once('close', () => resolve())))
    aborting.abort()
  })
  await expect(send(post, aborting.signal)).rejects.toThrow('socket hang up')
  await Promise.all(closed)
})

test('an idle connection is closed before the other side may have forgotten it', async () => {
  const { post, server } = await resolver((_request, response) => void response.end())
  server.keepAliveTimeout = 60_000
  const closed = new Promise<number>((resolve) => {
    server.once('connection', (socket) => {
      const opened = performance.now()
      socket.once('close', () => resolve(performance.now() - opened))
    })
  })
  await send(post)
  expect(await closed).toBeLessThan(60_000)
}, 10_000)

test('a certificate that no known authority signed is refused', async () => {
  const { post } = await resolver((_request, response) => void response.end(), tls)
  await expect(send(post)).rejects.toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
})
