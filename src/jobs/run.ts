import { hour, second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { faultOf } from '#base/fault.ts'
import { endAlarm, raiseAlarm, type Alarmed } from './alarm.ts'
import { finish, lease, postpone, type Job, type JobKind, type Take } from './queue.ts'

/** A handler finishes or moves its own job in the batch of its effect, so that a crash never does it twice. */
export type Handlers = Readonly<Record<JobKind, (job: Job) => Promise<void>>>

/** Minutes of trying, in which most troubles pass by themselves. */
const attemptsTaken = 5

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

export type Failure = { readonly job: Job; readonly error: unknown }
export type Ran = { readonly done: number; readonly failed: readonly Failure[] }

/** Runs what is due and free, all of it at once. */
export async function runJobs(seams: Seams, handlers: Handlers, take: Take): Promise<Ran> {
  const taken = await lease(seams, take)
  const ends = await Promise.all(taken.map((job) => runJob(seams, handlers, job)))
  const failed = ends.filter((end) => end !== null)
  return { done: taken.length - failed.length, failed }
}

/** Runs one leased job. A failing one waits longer each time, up to an hour, and is never dropped. */
export async function runJob(seams: Seams, handlers: Handlers, job: Job): Promise<Failure | null> {
  try {
    await handlers[job.kind](job)
    await seams.db.write([finish(seams, job)])
    if (job.attempts > attemptsTaken) await endAlarm(seams, alarmOf(job))
    return null
  } catch (error) {
    const lastError = (faultOf(error).split('\n')[0] ?? '').slice(0, 500)
    const dueAt = seams.clock.now() + Math.min(hour, 10 * second * 2 ** Math.min(job.attempts, 10))
    await seams.db.write([postpone(seams, job, { dueAt, lastError })])
    if (job.attempts >= attemptsTaken) {
      await raiseAlarm(
        seams,
        alarmOf(job),
        `Work of the kind ${job.kind} fails again and again: ${lastError}`,
      )
    }
    return { job, error }
  }
}

/** One for all work of a kind: what fails for one mostly fails for all. */
function alarmOf({ kind }: Job): Alarmed {
  return { kind: 'job_failing', subject: kind }
}
