import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

/** Waits until nothing answers there any more; fails after 10 s. */
export async function untilSilent(url: string): Promise<void> {
  const deadline = Date.now() + 10_000
  while (
    await fetch(url).then(
      () => true,
      () => false,
    )
  ) {
    if (Date.now() > deadline) throw new Error(`${url} still answers`)
    await pause(20)
  }
}

/** Waits until a server that was just started answers at all; fails when it ends or takes 30 s. */
export async function untilAnswers(url: string, child?: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    if (child !== undefined && child.exitCode !== null)
      throw new Error(`The server ended with ${child.exitCode}`)
    try {
      await fetch(url)
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    await pause(20)
  }
}
