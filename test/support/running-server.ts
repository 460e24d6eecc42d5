import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { untilAnswers } from './until.ts'

export type RunningServer = {
  readonly url: string
  /** All that it has said, errors too. */
  output(): string
  /** As an operator stops it. */
  stop(): Promise<void>
  /** As a power failure stops it. */
  kill(): Promise<void>
}

export type ServerEnv = Readonly<Record<string, string>>

/** The built server as a process of its own, its environment exactly this. What does not come up throws its words. */
export async function startServer(port: number, env: ServerEnv): Promise<RunningServer> {
  const { child, output } = spawnServer(port, env)
  const url = `http://localhost:${port}`
  try {
    await untilAnswers(`${url}/healthz`, child)
  } catch (cause) {
    child.kill('SIGKILL')
    throw new Error(`The server did not come up: ${output()}`, { cause })
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return { url, output, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** Starts what is expected to end by itself. */
export async function startInVain(
  port: number,
  env: ServerEnv,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const { child, output } = spawnServer(port, env)
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
  if (child.exitCode === null) await once(child, 'close')
  clearTimeout(timer)
  return { code: child.exitCode, output: output() }
}

function spawnServer(port: number, env: ServerEnv) {
  const child = spawn(process.execPath, ['--enable-source-maps', '.build/node.js'], {
    env: { PATH: process.env['PATH'], PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => void said.push(text))
  }
  const orphaned = () => child.kill('SIGKILL')
  process.once('exit', orphaned)
  child.once('exit', () => process.off('exit', orphaned))
  return { child, output: () => said.join('') }
}
