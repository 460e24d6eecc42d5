import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { startInternet } from './internet.ts'
import { createTestCa } from './test-ca.ts'

it('a certificate of the test CA is one by the book', () => {
  const ca = createTestCa()
  const root = new X509Certificate(ca.certificate)
  const leaf = new X509Certificate(ca.issue('acme.example').cert)
  expect(root.ca).toBe(true)
  expect(root.verify(root.publicKey)).toBe(true)
  expect(leaf.checkIssued(root)).toBe(true)
  expect(leaf.verify(root.publicKey)).toBe(true)
  expect(leaf.checkHost('acme.example')).toBe('acme.example')
  expect(leaf.checkHost('other.example')).toBeUndefined()
  expect(leaf.verify(new X509Certificate(createTestCa().certificate).publicKey)).toBe(false)
})

it('a host name longer than a common name may be still gets its certificate', () => {
  const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.example`
  expect(new X509Certificate(createTestCa().issue(host).cert).checkHost(host)).toBe(host)
})

it('a child process lives in this world by its environment alone', async () => {
  const internet = await startInternet({ resolvers: 2 })
  internet.page.set('https://acme.example/hello', 'hello from a loopback Internet')
  internet.zone.set('acme.example', { TXT: [['in ', 'two']] })
  const script = `
    import { createNodeNet } from '#net/node-net.ts'
    const { DOH_URLS, OUTBOUND_ALLOW, OUTBOUND_PORTS } = process.env
    const outboundPorts = new Map(OUTBOUND_PORTS.split(',').map((pair) => pair.split(':').map(Number)))
    const net = createNodeNet({ dohUrls: DOH_URLS.split(','), outboundAllow: OUTBOUND_ALLOW.split(','), outboundPorts })
    for (const { dns, get } of net.perspectives) {
      const page = await get('https://acme.example/hello', { bytesMax: 100, target: 'acme.example' })
      const answer = await dns.ask('acme.example', 'TXT')
      console.log(page.body, answer.values)
    }`
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '--eval', script], {
    env: { ...process.env, ...internet.env },
  })
  expect(stdout).toBe("hello from a loopback Internet [ 'in two' ]\n".repeat(2))
  await internet.close()
})

it('nothing of it can be reached from outside', async () => {
  const internet = await startInternet()
  const urls = [...internet.netOptions.dohUrls]
  const ports = [
    ...urls.map((url) => Number(new URL(url).port)),
    ...internet.netOptions.outboundPorts.values(),
  ]
  const others = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const addresses = others.filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const { address } of [...addresses, { address: '127.0.0.2' }]) {
    for (const port of ports) expect(await isOpen(address, port)).toBe(false)
  }
  for (const port of ports) expect(await isOpen('127.0.0.1', port)).toBe(true)
  await internet.close()
})

it('leaves nothing behind', async () => {
  const internet = await startInternet()
  expect(readFileSync(internet.env.NODE_EXTRA_CA_CERTS, 'utf8')).toBe(internet.netOptions.ca)
  await internet.close()
  expect(existsSync(internet.env.NODE_EXTRA_CA_CERTS)).toBe(false)
  for (const port of internet.netOptions.outboundPorts.values())
    expect(await isOpen('127.0.0.1', port)).toBe(false)
})

function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
