import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '#test/support/free-port.ts'
import { startDaemon, type Daemon } from './daemon.ts'
import type { Named } from './named.ts'
import { pathOf } from './programs.ts'
import { askServer } from './relay.ts'
import { children, lame, parent } from './zones.ts'

export type Unbound = Daemon & { readonly port: number }

/** Of the service that answers with nothing: "tcpmux", which no machine runs any more. */
const nobodysPort = 1

/** A validating resolver with a cache of its own, which knows no other name server than this one. */
export async function startUnbound(folder: string, authority: Named): Promise<Unbound> {
  await mkdir(folder, { recursive: true })
  const port = await freePort()
  const configuration = join(folder, 'unbound.conf')
  const anchorFile = join(folder, 'anchor.key')
  await writeFile(anchorFile, authority.trustAnchor)
  await writeFile(configuration, unbound(folder, port, anchorFile, authority.port))
  const answers = async () => ((await askServer(port, parent.name, 'SOA'))?.answers ?? []).length > 0
  const daemon = await startDaemon(pathOf('unbound'), ['-d', '-c', configuration], answers)
  return { ...daemon, port }
}

function unbound(folder: string, port: number, anchorFile: string, authorityPort: number): string {
  // Every zone by name: a delegation holds an address and no port.
  const zones = ['.', parent.name, ...children.map(({ name }) => name), lame.refusing, lame.referring]
  const stubs = [...zones.map((name) => stub(name, authorityPort)), stub(lame.silent, nobodysPort)]
  return `
server:
  directory: "${folder}"
  chroot: ""
  username: ""
  pidfile: ""
  use-syslog: no
  num-threads: 1
  interface: 127.0.0.1@${port}
  # From this address nothing can be sent off the machine.
  outgoing-interface: 127.0.0.1
  do-ip6: no
  do-not-query-localhost: no
  local-zone: "example." nodefault
  module-config: "validator iterator"
  trust-anchor-file: "${anchorFile}"
  ede: yes
remote-control:
  control-enable: no
${stubs.join('')}`
}

function stub(zone: string, port: number): string {
  return `stub-zone:\n  name: "${zone}"\n  stub-addr: 127.0.0.1@${port}\n`
}
