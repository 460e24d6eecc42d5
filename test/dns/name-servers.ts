import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDohBridge, type DohBridge } from './doh-bridge.ts'
import { startNamed, type Named } from './named.ts'
import { startUnbound, type Unbound } from './unbound.ts'

export type NameServers = {
  readonly named: Named
  /** Three, which share nothing but the authority. */
  readonly resolvers: readonly Resolver[]
  close(): Promise<void>
}

export type Resolver = { readonly unbound: Unbound; readonly bridge: DohBridge }

/** BIND with every zone, and three unbounds before it, each behind DNS over HTTPS. */
export async function startNameServers(): Promise<NameServers> {
  const folder = await mkdtemp(join(tmpdir(), 'veramarca-dns-'))
  const named = await startNamed(folder)
  const resolvers = await Promise.all(
    ['one', 'two', 'three'].map(async (name) => {
      const unbound = await startUnbound(join(folder, name), named)
      return { unbound, bridge: await startDohBridge(unbound.port) }
    }),
  )
  return {
    named,
    resolvers,
    async close() {
      await Promise.all(resolvers.map(({ bridge }) => bridge.close()))
      await Promise.all(resolvers.map(({ unbound }) => unbound.stop()))
      await named.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
