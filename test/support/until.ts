import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

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
