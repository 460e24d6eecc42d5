import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

export type Daemon = {
  stop(): Promise<void>
  /** It reads its files again. */
  reload(): void
}

/**
 * A name server in the foreground, as a process of its own, once `isReady` holds. What does not come up throws its
 * words.
 */
export async function startDaemon(
  path: string,
  words: readonly string[],
  isReady: () => Promise<boolean>,
): Promise<Daemon> {
  const child = spawn(path, [...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => void said.push(text))
  }
  child.once('error', (error) => void said.push(String(error)))
  const hasEnded = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  const guard = child.pid === undefined ? null : guardOf(child.pid)
  const stop = async () => {
    guard?.kill('SIGKILL')
    if (hasEnded()) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  try {
    await until(async () => {
      if (hasEnded()) throw new Error('It ended by itself')
      return await isReady()
    })
  } catch (cause) {
    await stop()
    throw new Error(`${path} did not come up: ${said.join('')}`, { cause })
  }
  return { stop, reload: () => void child.kill('SIGHUP') }
}

/** Ends the process when this one is gone, however it went: its standard input closes then. */
function guardOf(pid: number): ChildProcess {
  const script = 'cat > /dev/null; kill -KILL "$0"'
  return spawn('/bin/sh', ['-c', script, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
}

/** Asks again until it holds; fails after 20 s. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It took more than 20 s')
    await pause(25)
  }
}
