import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDohServer, type DnsRequest } from './doh-server.ts'
import { type Certificate, createOrigins, type PageRequest, type Pages } from './origin.ts'
import { createTestCa } from './test-ca.ts'
import { createZone, type Zone } from './zone.ts'

export type Internet = {
  /** What the unchanged server needs in its environment to live in this world. */
  readonly env: {
    readonly DOH_URLS: string
    readonly OUTBOUND_ALLOW: string
    readonly OUTBOUND_PORTS: string
    readonly NODE_EXTRA_CA_CERTS: string
  }
  /** The same for `createNodeNet` in this process. */
  readonly netOptions: {
    readonly dohUrls: readonly string[]
    readonly outboundAllow: readonly string[]
    readonly outboundPorts: ReadonlyMap<number, number>
    readonly ca: string
  }
  /** What all resolvers see. An unscripted name is NXDOMAIN, with an SOA. */
  readonly zone: Zone
  /** What one resolver sees differently, in the order of DOH_URLS. */
  readonly resolvers: readonly Zone[]
  /** An unscripted page of a known host is 404, of an unknown one 421. */
  readonly page: Pages
  readonly certificate: { set(host: string, certificate: Certificate): void }
  /** Everything that was asked, in order. */
  readonly requests: readonly (DnsRequest | PageRequest)[]
  close(): Promise<void>
}

/** A whole Internet on 127.0.0.1, on free ports: resolvers, a TLS and a plain web server, and a CA. */
export async function startInternet(options: { readonly resolvers?: number } = {}): Promise<Internet> {
  const requests: (DnsRequest | PageRequest)[] = []
  const log = (request: DnsRequest | PageRequest): void => void requests.push(request)
  const ca = createTestCa()
  const zone = createZone()
  const resolvers = Array.from({ length: options.resolvers ?? 3 }, () => createZone(zone))
  const origins = createOrigins(ca, log)
  const dohServers = resolvers.map((view, index) => createDohServer(index, view, log))

  const servers = [...dohServers, origins.tls, origins.plain]
  const ports = await Promise.all(servers.map(listen))
  const dohUrls = ports.slice(0, dohServers.length).map((port) => `http://127.0.0.1:${port}/dns-query`)
  const [tlsPort = 0, plainPort = 0] = ports.slice(dohServers.length)
  const outboundAllow = ['127.0.0.0/8', '::1/128']

  const directory = await mkdtemp(join(tmpdir(), 'veramarca-internet-'))
  const caFile = join(directory, 'test-ca.pem')
  await writeFile(caFile, ca.certificate)

  return {
    env: {
      DOH_URLS: dohUrls.join(','),
      OUTBOUND_ALLOW: outboundAllow.join(','),
      OUTBOUND_PORTS: `443:${tlsPort},80:${plainPort}`,
      NODE_EXTRA_CA_CERTS: caFile,
    },
    netOptions: {
      dohUrls,
      outboundAllow,
      outboundPorts: new Map([
        [443, tlsPort],
        [80, plainPort],
      ]),
      ca: ca.certificate,
    },
    zone,
    resolvers,
    page: {
      set(url, page) {
        origins.pages.set(url, page)
        const host = new URL(url).hostname
        const known = zone.recordsAt(host)
        if (!known?.A && !known?.AAAA && !known?.CNAME) zone.set(host, { A: ['127.0.0.1'] })
      },
      remove: origins.pages.remove,
    },
    certificate: { set: origins.setCertificate },
    requests,
    async close() {
      await Promise.all(servers.map(stop))
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Never anywhere but on loopback. */
function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
