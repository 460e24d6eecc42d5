import { createServer } from 'node:net'
import { expect } from 'vitest'
import { createNodeNet } from '#net/node-net.ts'
import { expectReason, first, it } from './world.ts'

it('a server that accepts and never shakes hands is left after the TLS deadline', async ({ internet }) => {
  const mute = createServer()
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  const address = mute.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  internet.zone.set('acme.example', { A: ['127.0.0.1'] })
  const outboundPorts = new Map([[443, port]])
  const { get } = first(createNodeNet({ ...internet.netOptions, outboundPorts, limits: { tlsMs: 50 } }))
  const look = get('https://acme.example/', { bytesMax: 10, target: 'acme.example' })
  await expect(look).rejects.toMatchObject({
    reason: 'timeout',
    message: expect.stringContaining('TLS handshake'),
  })
  mute.close()
})

it('plain HTTP where TLS is expected is a TLS failure', async ({ internet }) => {
  internet.page.set('http://acme.example/', 'plain')
  const plainPort = internet.netOptions.outboundPorts.get(80) ?? 0
  const { get } = first(createNodeNet({ ...internet.netOptions, outboundPorts: new Map([[443, plainPort]]) }))
  await expectReason(get('https://acme.example/', { bytesMax: 10, target: 'acme.example' }), 'tls_failure')
})

it('the whole look has one deadline, DNS included', async ({ internet }) => {
  internet.zone.trouble('*', 'timeout')
  const { get } = first(createNodeNet({ ...internet.netOptions, limits: { lookMs: 50 } }))
  const look = get('https://acme.example/', { bytesMax: 10, target: 'acme.example' })
  await expect(look).rejects.toMatchObject({
    reason: 'timeout',
    message: expect.stringContaining('0.05 seconds'),
  })
})
