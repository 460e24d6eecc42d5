import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Remote } from '#net/net.ts'
import { createNodeNet } from '#net/node-net.ts'
import { httpRemote } from '#net/remote-http.ts'
import { objectPlaces, objectRemote } from '#net/remote-object.ts'
import { createWorkersNet } from '#net/workers-net.ts'
import { unreachable } from './world.ts'

const key = `vm_${'k'.repeat(32)}`
const secret = 'FOREIGN-4711'

/** A place on loopback that answers so, and what it was asked. */
async function place(answer: RequestListener, remoteLookMs = 5_000) {
  const asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    asked.push({ method, url, headers, body: (await buffer(request)).toString() })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return { asked, host, remote: httpRemote({ origin: `http://${host}`, key }, { remoteLookMs }) }
}

const json = { 'content-type': 'application/json' }

describe('a remote registry', () => {
  test('is asked by POST with its key, and its JSON comes back as it is', async () => {
    const { remote, asked, host } = await place((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end('{"a": [1]}')
    })
    expect([remote.name, remote.network]).toEqual([host, host])
    expect(await remote.look({ domain: 'acme.com' })).toEqual({ a: [1] })
    expect(asked).toMatchObject([
      {
        method: 'POST',
        url: '/v1/looks',
        body: '{"domain":"acme.com"}',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      },
    ])
  })

  const wrong: Readonly<Record<string, RequestListener>> = {
    'says that our key is none': (_, response) =>
      response.writeHead(401, json).end(`{"detail": "${secret}"}`),
    'has a fault': (_, response) => response.writeHead(500, json).end(`{"detail": "${secret}"}`),
    'is busy': (_, response) => response.writeHead(429, json).end('{}'),
    'says created': (_, response) => response.writeHead(201, json).end('{}'),
    'sends a page': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('{}'),
    'does not say what it sends': (_, response) => response.writeHead(200).end('{}'),
    'sends what is no JSON': (_, response) => response.writeHead(200, json).end(`{"${secret}`),
    'sends nothing': (_, response) => response.writeHead(200, json).end(),
    'sends too much': (_, response) => response.writeHead(200, json).end(`"${'x'.repeat(256 * 1_024)}"`),
    'hangs up': (request) => request.socket.destroy(),
    'breaks off': (request, response) => {
      response.writeHead(200, { ...json, 'content-length': '1000' })
      response.write('{"a":', () => request.socket.destroy())
    },
  }
  test.each(Object.entries(wrong))('that %s has failed, and is not quoted', async (_, answer) => {
    const { remote, host } = await place(answer)
    const { reason, message } = await unreachable(remote.look({}))
    expect(reason).toBe('perspective_failed')
    expect(message).toContain(host)
    expect(message).not.toContain(secret)
    expect(message).not.toContain(key)
  })

  test.each([301, 302, 303, 307, 308])(
    'that redirects with %i has failed, and nobody learns the key',
    async (status) => {
      const elsewhere = await place((_, response) => response.writeHead(200, json).end('{}'))
      const { remote } = await place((_, response) =>
        response.writeHead(status, { location: `http://${elsewhere.host}/v1/looks` }).end(),
      )
      expect((await unreachable(remote.look({}))).reason).toBe('perspective_failed')
      expect(elsewhere.asked).toEqual([])
    },
  )

  test('that takes too long is not waited for, before its answer and within it', async () => {
    const silent = await place(() => undefined, 100)
    expect((await unreachable(silent.remote.look({}))).reason).toBe('timeout')
    const dripping = await place((_, response) => {
      response.writeHead(200, json)
      response.write('{')
    }, 100)
    const { reason, message } = await unreachable(dripping.remote.look({}))
    expect([reason, message]).toEqual([
      'timeout',
      `The perspective ${dripping.host} did not report within 0.1 seconds.`,
    ])
  })

  test('that is not there has failed', async () => {
    const remote = httpRemote({ origin: 'http://127.0.0.1:1', key }, { remoteLookMs: 5_000 })
    expect((await unreachable(remote.look({}))).reason).toBe('perspective_failed')
  })
})

const dohUrls = ['https://a.example/q', 'https://b.example/q', 'https://c.example/q']

/** Stands for the platform: tells where each object was wanted. */
function namespace(answer: (url: string, init: RequestInit) => Promise<Response>) {
  const wanted: unknown[] = []
  const objects = {
    idFromName: (name: string) => ({ name }),
    get: (id: { name: string }, options: unknown) => {
      wanted.push([id.name, options])
      return { fetch: answer }
    },
  }
  type Objects = Parameters<typeof objectRemote>[0]
  return { objects: objects as unknown as Objects, wanted }
}

describe('objects', () => {
  test('there is one for each resolver after the first, each in a region of its own', () => {
    expect(objectPlaces(dohUrls)).toEqual([
      { region: 'enam', dohUrl: dohUrls[1] },
      { region: 'weur', dohUrl: dohUrls[2] },
    ])
    const many = Array.from({ length: 20 }, (_, index) => `https://${index}.example/q`)
    expect(new Set(objectPlaces(many).map(({ region }) => region)).size).toBe(9)
  })

  test('an object is wanted in its region, and what it says comes back', async () => {
    const { objects, wanted } = namespace(async (url, { body }) => Response.json({ url, body }))
    const remote = objectRemote(objects, { region: 'weur', dohUrl: '' }, { remoteLookMs: 5_000 })
    expect([remote.name, remote.network]).toEqual(['weur', null])
    expect(await remote.look({ a: 1 })).toEqual({ url: 'https://perspective.invalid/weur', body: '{"a":1}' })
    expect(wanted).toEqual([['weur', { locationHint: 'weur' }]])
  })

  test.each([
    ['throws', () => Promise.reject(new Error(secret)), 'perspective_failed'],
    ['refuses', async () => Response.json({ detail: secret }, { status: 422 }), 'perspective_failed'],
    ['never answers', () => new Promise<Response>(() => undefined), 'timeout'],
  ] as const)('an object that %s has failed', async (_, answer, expected) => {
    const { objects } = namespace(answer)
    const remote = objectRemote(objects, { region: 'enam', dohUrl: '' }, { remoteLookMs: 100 })
    const { reason, message } = await unreachable(remote.look({}))
    expect(reason).toBe(expected)
    expect(message).not.toContain(secret)
  })
})

describe('which places there are', () => {
  const remotes = [{ origin: 'https://eu.example', key }]
  const named = (all: readonly Pick<Remote, 'name'>[]) => all.map(({ name }) => name)

  test('on Node every resolver is ours, and the registries named are elsewhere', () => {
    const net = createNodeNet({ dohUrls, remotes, outboundAllow: [], outboundPorts: new Map() })
    expect(named(net.perspectives)).toEqual(['a.example', 'b.example', 'c.example'])
    expect(named(net.remotes)).toEqual(['eu.example'])
  })

  test('on Workers the primary alone is here once there are objects', () => {
    const { objects } = namespace(async () => new Response())
    const net = createWorkersNet({ dohUrls, remotes, objects })
    expect([named(net.perspectives), named(net.remotes)]).toEqual([
      ['a.example'],
      ['enam', 'weur', 'eu.example'],
    ])
    const without = createWorkersNet({ dohUrls })
    expect([named(without.perspectives), without.remotes]).toEqual([
      ['a.example', 'b.example', 'c.example'],
      [],
    ])
  })
})
