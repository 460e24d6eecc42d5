import type { Deps } from '#base/deps.ts'
import { lease } from './queue.ts'
import { runJob, type Failure, type Handlers } from './run.ts'

/** Between two rounds, when the last one found all that is due and when more may be waiting. */
const idleMs = 250
const busyMs = 50

export type Worker = {
  /** Takes nothing more and waits for what is under way. */
  stop(): Promise<void>
}

type Work = {
  /** Jobs under way together. A slow one keeps its own place and no other. */
  readonly atOnce: number
  readonly report: (failure: Failure | { readonly error: unknown }) => void
}

/** Does what falls due until it is stopped. Rounds are short, so that looks do not come in bursts which readers feel. */
export function keepWorking(
  seams: Pick<Deps, 'db' | 'clock' | 'random'>,
  handlers: Handlers,
  { atOnce, report }: Work,
): Worker {
  const underWay = new Set<Promise<void>>()
  let stopping = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let round = takeRound()

  async function takeRound(): Promise<void> {
    let wait = idleMs
    try {
      const free = atOnce - underWay.size
      const taken = free === 0 ? [] : await lease(seams, { limit: free })
      for (const job of taken) keep(runJob(seams, handlers, job))
      if (taken.length === free) wait = busyMs
    } catch (error) {
      report({ error })
    }
    if (stopping) return
    timer = setTimeout(() => {
      round = takeRound()
    }, wait)
  }

  function keep(running: Promise<Failure | null>): void {
    const kept = running
      .then((failure) => failure !== null && report(failure))
      .catch((error: unknown) => report({ error }))
      .then(() => void underWay.delete(kept))
    underWay.add(kept)
  }

  return {
    async stop() {
      stopping = true
      clearTimeout(timer)
      await round
      await Promise.all(underWay)
    },
  }
}
