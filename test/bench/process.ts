import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { freePort } from '#test/support/free-port.ts'
import { untilAnswers } from '#test/support/until.ts'

export type Running = {
  readonly url: string
  readonly pid: number
  /** Gives the exit code, or the signal's name. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string>
}

/** A script as a process of its own, as `npm start` runs it, listening on PORT of loopback. Ended with this one. */
export async function startScript(
  script: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const port = env['PORT'] ?? String(await freePort())
  const child = spawn(process.execPath, ['--max-semi-space-size=16', '--enable-source-maps', script], {
    env: { ...process.env, ...env, PORT: port },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const orphaned = () => child.kill('SIGKILL')
  process.once('exit', orphaned)
  child.once('exit', () => process.off('exit', orphaned))
  const url = `http://127.0.0.1:${port}`
  await untilAnswers(url, child)
  return {
    url,
    pid: child.pid ?? 0,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit')
        child.kill(signal)
        await ended
      }
      return child.exitCode ?? child.signalCode ?? ''
    },
  }
}

export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
}

/** Nearest rank of numbers in ascending order. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
