import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '#test/support/free-port.ts'
import { startDaemon, until, type Daemon } from './daemon.ts'
import { namedConf } from './named-conf.ts'
import { pathOf, run } from './programs.ts'
import { askServer } from './relay.ts'
import { makeKey, signFile } from './sign.ts'
import { children, delegations, parent, rootFile, zoneFile, type Zone } from './zones.ts'

export type Named = Daemon & {
  readonly port: number
  /** The parent's DNSKEY, for validators. */
  readonly trustAnchor: string
  /** What the owner of a zone with a TSIG key does, in nsupdate's words: `add …`, `delete …`. */
  update(...changes: readonly string[]): Promise<void>
  /** Signs the zone anew with these records, and serves what `after` makes of the signed file. */
  load(zone: string, records: readonly string[], how?: Loading): Promise<void>
}

export type Loading = {
  /** dnssec-signzone's options for when signatures begin and end. */
  readonly period?: readonly string[]
  readonly after?: (signed: string) => string
}

/** BIND as the authoritative server of every zone, on loopback. */
export async function startNamed(folder: string): Promise<Named> {
  const keyFolder = join(folder, 'keys')
  await mkdir(keyFolder, { recursive: true })
  const signed = children.filter(({ signing }) => signing !== 'none')
  const keys = await Promise.all(signed.map((zone) => makeKey(keyFolder, zone)))
  const { dnskey } = await makeKey(keyFolder, parent)
  const records = (zone: Zone) => (zone === parent ? delegations(keys.map(({ ds }) => ds)) : [])

  const fileOf = (name: string) => join(folder, `${name}.zone`)
  const serials = new Map<string, number>()
  const write = async (zone: Zone, records: readonly string[], { period, after }: Loading = {}) => {
    const serial = (serials.get(zone.name) ?? 0) + 1
    serials.set(zone.name, serial)
    await writeFile(fileOf(zone.name), zoneFile(zone, serial, records))
    if (zone.signing !== 'file') return
    const signed = await signFile(keyFolder, zone, fileOf(zone.name), period)
    if (after !== undefined) await writeFile(signed, after(await readFile(signed, 'utf8')))
  }
  const zones = [parent, ...children]
  await Promise.all(zones.map((zone) => write(zone, records(zone))))
  await writeFile(fileOf('root'), rootFile)

  const port = await freePort()
  const tsigFile = join(folder, 'tsig.key')
  await writeFile(tsigFile, await run('tsig-keygen', ['-a', 'hmac-sha256', 'owner']), { mode: 0o600 })
  const configuration = join(folder, 'named.conf')
  await writeFile(configuration, namedConf(folder, port, await readFile(tsigFile, 'utf8'), zones))
  const servesAll = async () =>
    (await Promise.all(zones.map(({ name, signing }) => serves(port, name, signing)))).every(Boolean)
  const daemon = await startDaemon(pathOf('named'), ['-g', '-n', '1', '-c', configuration], servesAll)

  return {
    ...daemon,
    port,
    trustAnchor: dnskey,
    async update(...changes) {
      const lines = changes.map((change) => `update ${change}`)
      const script = [`server 127.0.0.1 ${port}`, ...lines, 'send', '']
      await run('nsupdate', ['-k', tsigFile], script.join('\n'))
    },
    async load(name, records, how) {
      const zone = children.find((zone) => zone.name === name)
      if (zone?.signing !== 'file') throw new Error(`${name} is not loaded from a file`)
      await write(zone, records, how)
      daemon.reload()
      const serial = serials.get(name)
      await until(async () => (await serialOf(port, name)) === serial)
    },
  }
}

/** Whether it has the zone, and the zone its signatures. */
async function serves(port: number, name: string, signing: Zone['signing']): Promise<boolean> {
  if ((await serialOf(port, name)) === null) return false
  if (signing === 'none') return true
  const answer = await askServer(port, name, 'DNSKEY')
  return (answer?.answers ?? []).length > 0
}

async function serialOf(port: number, name: string): Promise<number | null> {
  const answer = await askServer(port, name, 'SOA')
  const [soa] = answer?.answers ?? []
  return soa?.type === 'SOA' ? (soa.data.serial ?? null) : null
}
