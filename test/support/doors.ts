import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase, type Db } from '#db/open.ts'
import { createCarrier } from './carry.ts'
import { runCommand } from './command-line.ts'
import { freePort } from './free-port.ts'
import type { Answered, Owner } from './house.ts'
import { startInternet, type Internet } from './internet/internet.ts'
import { testKeys } from './keys.ts'
import { startServer, type RunningServer } from './running-server.ts'
import { scratchFolder } from './scratch.ts'
import { startSqld } from './sqld.ts'
import { setColos } from './trace.ts'
import { startWorker } from './worker-server.ts'

/** A running Veramarca and the Internet around it. */
export type Registry = {
  readonly url: string
  readonly internet: Internet
  /** What hosts of this Internet have as their address: the door must hold it to be public. */
  readonly address: string
  /** The environment of the command line beside it. */
  readonly env: Readonly<Record<string, string>>
  ask(path: string, init?: RequestInit): Promise<Answered>
  /** A new organisation, made by the command line. */
  owner(name?: string): Promise<Owner>
  /** Whoever has this key. */
  keyHolder(organisationId: string, key: string): Owner
  /** A connection of this process to the same database. */
  database(): Promise<Db>
  /** Hosts reached which nobody may reach, as far as the door can tell. */
  strayed(): readonly string[]
  /** The schedule comes round. */
  tick(): Promise<void>
  /** Restarts it on the same database with the clock so many seconds ahead of ours, or with other settings. */
  travel(seconds: number, changed?: Extra): Promise<void>
  /** Ends it without notice; the next `travel` starts it again. */
  kill(): Promise<void>
  close(): Promise<void>
}

export type Door = { readonly door: string; readonly open: (env?: Extra) => Promise<Registry> }

type Extra = Readonly<Record<string, string>>

type Running = Pick<RunningServer, 'stop'> & { readonly tick?: () => Promise<void>; kill?(): Promise<void> }

type Premises = {
  readonly address: string
  readonly env: Readonly<Record<string, string>> & { readonly DATABASE_URL: string }
  readonly strayed: readonly string[]
  start(port: number, offset: Readonly<Record<string, string>>): Promise<Running>
  close(): Promise<void>
}

/** Node's process on an embedded file. */
export const nodeDoor: Door = { door: 'node', open: (extra) => openRegistry(nodePremises, extra) }

/** workerd in front of a libSQL server. */
export const workerDoor: Door = { door: 'worker', open: (extra) => openRegistry(workerPremises, extra) }

export const doors: readonly Door[] = [nodeDoor, workerDoor]

async function nodePremises(internet: Internet, folder: string, extra: Extra): Promise<Premises> {
  const env = { DATABASE_URL: `file:${join(folder, 'veramarca.db')}`, ...internet.env, ...extra }
  return {
    address: '127.0.0.1',
    env,
    strayed: [],
    start: (port, offset) => startServer(port, { ...env, ...offset }),
    close: async () => undefined,
  }
}

async function workerPremises(internet: Internet, folder: string, extra: Extra): Promise<Premises> {
  const sqld = await startSqld(join(folder, 'sqld'), { namespaces: false })
  const db = await openDatabase({ url: sqld.url })
  await migrateDatabase(db, 'drizzle')
  db.close()
  const env = { DATABASE_URL: sqld.url, SIGNING_KEYS: testKeys, DOH_URLS: internet.env.DOH_URLS, ...extra }
  const { MAIL_API_URL: mailApi } = extra
  const carrier = createCarrier(internet, mailApi === undefined ? [sqld.url] : [sqld.url, mailApi])
  setColos(internet)
  return {
    address: '93.184.215.14',
    env,
    strayed: carrier.strayed,
    start: (port, offset) => startWorker(port, { ...env, ...offset }, carrier),
    async close() {
      carrier.close()
      await sqld.stop()
    },
  }
}

async function openRegistry(
  prepare: (internet: Internet, folder: string, extra: Extra) => Promise<Premises>,
  extra: Extra = {},
): Promise<Registry> {
  const folder = await scratchFolder('e2e')
  const internet = await startInternet()
  const premises = await prepare(internet, folder, extra)
  const port = Number(extra['PORT'] ?? (await freePort()))
  const url = `http://localhost:${port}`
  const env = { ...premises.env, PUBLIC_URL: url }
  const start = async (seconds: number, changed: Extra = {}) =>
    await premises.start(port, { ...(seconds === 0 ? {} : { CLOCK_OFFSET: String(seconds) }), ...changed })
  const close = async () => {
    await running?.stop()
    await premises.close()
    await internet.close()
    await rm(folder, { recursive: true, force: true })
  }
  let running: Running | undefined
  try {
    running = await start(0)
  } catch (error) {
    await close()
    throw error
  }

  const ask = async (path: string, init?: RequestInit): Promise<Answered> => {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : null,
      text,
    }
  }
  const keyHolder = (organisationId: string, key: string): Owner => {
    const send = (method: string) => async (path: string, body?: unknown) =>
      await ask(path, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    const [post, get, patch] = [send('POST'), send('GET'), send('PATCH')]
    return { organisationId, key, post, get, patch, delete: send('DELETE') }
  }

  return {
    url,
    internet,
    address: premises.address,
    env,
    ask,
    keyHolder,
    async owner(name = 'Acme Ltd') {
      const words = ['org', 'create', '--name', name, '--email', 'web@acme.example', '--json']
      const { code, stdout, stderr } = await runCommand(env, ...words)
      if (code !== 0) throw new Error(`org create ended with ${code}: ${stderr}`)
      const made: { organisation_id: string; key: string } = JSON.parse(stdout)
      return keyHolder(made.organisation_id, made.key)
    },
    database: () => openDatabase({ url: env.DATABASE_URL }),
    strayed: () => premises.strayed,
    tick: async () => await running?.tick?.(),
    async travel(seconds, changed) {
      await running?.stop()
      running = await start(seconds, changed)
    },
    async kill() {
      await running?.kill?.()
      running = undefined
    },
    close,
  }
}
