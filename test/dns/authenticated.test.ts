import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Dns } from '#net/net.ts'
import { createNodeNet } from '#net/node-net.ts'
import { startNameServers, type NameServers } from './name-servers.ts'
import { cname, txt } from './zones.ts'

let servers: NameServers
let perspectives: readonly Dns[]
beforeAll(async () => {
  servers = await startNameServers()
  // Before anything is asked: a proof that there is nothing between two names of a signed zone is kept (RFC 8198).
  await servers.named.update(
    `add ${txt('yes.signed.example', 'here')}`,
    `add ${txt('below.empty.signed.example', 'here')}`,
    `add ${cname('inside.signed.example', 'end.signed.example')}`,
    `add ${cname('leaves.signed.example', 'end.unsigned.example')}`,
    `add ${txt('end.signed.example', 'here')}`,
  )
  await servers.named.update(
    `add ${txt('yes.unsigned.example', 'here')}`,
    `add ${txt('end.unsigned.example', 'there')}`,
  )
  const net = createNodeNet({
    dohUrls: servers.resolvers.map(({ bridge }) => bridge.url),
    outboundAllow: [],
    outboundPorts: new Map(),
  })
  perspectives = net.perspectives.map(({ dns }) => dns)
})
afterAll(async () => {
  await servers?.close()
})

const ask = async (name: string) => await Promise.all(perspectives.map((dns) => dns.ask(name, 'TXT')))

test('a signed zone is authenticated through every perspective', async () => {
  for (const answer of await ask('yes.signed.example')) {
    expect(answer).toEqual({
      kind: 'found',
      values: ['here'],
      chain: [],
      authenticated: true,
      negativeTtl: null,
    })
  }
})

test('that a signed zone has no such name, or no such record there, is authenticated too', async () => {
  for (const answer of await ask('no.signed.example')) {
    expect(answer).toMatchObject({ kind: 'nxdomain', authenticated: true })
  }
  for (const answer of await ask('empty.signed.example')) {
    expect(answer).toMatchObject({ kind: 'nodata', authenticated: true })
  }
})

test('an unsigned zone is not authenticated, whether it says yes or no', async () => {
  for (const answer of await ask('yes.unsigned.example')) {
    expect(answer).toMatchObject({ kind: 'found', values: ['here'], authenticated: false })
  }
  for (const answer of await ask('no.unsigned.example')) {
    expect(answer).toMatchObject({ kind: 'nxdomain', authenticated: false })
  }
})

test('a chain is authenticated only when all of its zones are signed', async () => {
  for (const answer of await ask('inside.signed.example')) {
    expect(answer).toMatchObject({ values: ['here'], chain: ['end.signed.example'], authenticated: true })
  }
  for (const answer of await ask('leaves.signed.example')) {
    expect(answer).toMatchObject({ values: ['there'], chain: ['end.unsigned.example'], authenticated: false })
  }
})
