import { hour, second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { faultOf } from '#base/fault.ts'
import { finish, lease, postpone, type Job, type JobKind, type Take } from './queue.ts'

/** A handler finishes or moves its own job in the batch of its effect, so that a crash never does it twice. */
export type Handlers = Readonly<Record<JobKind, (job: Job) => Promise<void>>>

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

export type Ran = { readonly done: number; readonly failed: readonly { job: Job; error: unknown }[] }

/** Runs what is due and free. A failing job waits longer each time, up to an hour, and is never dropped. */
export async function runJobs(seams: Seams, handlers: Handlers, take: Take): Promise<Ran> {
  const taken = await lease(seams, take)
  const failed: { job: Job; error: unknown }[] = []
  await Promise.all(
    taken.map(async (job) => {
      try {
        await handlers[job.kind](job)
        await seams.db.write([finish(seams, job)])
      } catch (error) {
        failed.push({ job, error })
        const lastError = (faultOf(error).split('\n')[0] ?? '').slice(0, 500)
        const dueAt = seams.clock.now() + Math.min(hour, 10 * second * 2 ** Math.min(job.attempts, 10))
        await seams.db.write([postpone(seams, job, { dueAt, lastError })])
      }
    }),
  )
  return { done: taken.length - failed.length, failed }
}
