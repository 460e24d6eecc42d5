import type {
  DurableObjectNamespace,
  ExecutionContext,
  MessageBatch,
  Queue,
  ScheduledController,
} from '@cloudflare/workers-types'
import engine from '@resvg/resvg-wasm/index_bg.wasm'
import { createRaster } from '#badges/picture/raster.ts'
import { seeToKeys } from '#badges/reissue-badges.ts'
import { createSigner } from '#badges/keys/signer.ts'
import { addressInHeader } from '#base/client-address.ts'
import { systemClock } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { faultOf } from '#base/fault.ts'
import { systemRandom } from '#base/random.ts'
import { openDatabase } from '#db/open.ts'
import { takeForQueue } from '#jobs/queue.ts'
import { runJobs } from '#jobs/run.ts'
import { seeToNames } from '#lookalikes/fill-names.ts'
import { createApiMailer } from '#mail/api.ts'
import { createTally } from '#tallies/tally.ts'
import { createWorkersNet } from '#net/workers-net.ts'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { handlers } from './work.ts'

type JobMessage = { readonly jobId: string }

/** What wrangler.toml binds; the rest are the variables of `config.ts`. */
export type WorkerEnv = Readonly<Record<string, unknown>> & {
  readonly JOBS: Queue<JobMessage>
  readonly PERSPECTIVE_OBJECTS?: DurableObjectNamespace
}

type House = { readonly deps: Deps; readonly app: ReturnType<typeof createApp> }

const houses = new WeakMap<WorkerEnv, Promise<House>>()
const jobsPerMinute = 1_000

/** One house an isolate: its key is imported and its routes are built once. */
async function house(env: WorkerEnv): Promise<House> {
  const built = houses.get(env) ?? build(env)
  houses.set(env, built)
  try {
    return await built
  } catch (error) {
    houses.delete(env)
    throw error
  }
}

async function build(env: WorkerEnv): Promise<House> {
  const deps = await workerDeps(env)
  return { deps, app: createApp(deps) }
}

export async function workerDeps(env: WorkerEnv): Promise<Deps> {
  const config = readConfig(env)
  if (config.signingKeys === undefined) throw new Error('The secret SIGNING_KEYS is not set')
  if (config.mail?.by === 'smtp')
    throw new Error('SMTP_URL is for Node: set MAIL_API_URL and MAIL_API_KEY here')
  const clock = systemClock(config.clockOffsetSeconds)
  const db = await openDatabase({
    url: config.databaseUrl,
    authToken: config.databaseAuthToken,
  })
  return {
    db,
    tally: createTally({ db, clock }),
    net: createWorkersNet({ ...config, objects: env.PERSPECTIVE_OBJECTS }),
    clock,
    random: systemRandom,
    raster: createRaster(async () => engine),
    signer: await createSigner(config.signingKeys, clock),
    site: { publicUrl: config.publicUrl, atHome: config.atHome },
    credentials: config.credentials,
    mailer:
      config.mail?.by === 'api'
        ? createApiMailer({ ...config.mail, fetch: (url, init) => fetch(url, init) })
        : null,
    clientAddress: addressInHeader('cf-connecting-ip'),
    queue: { send: async (jobId, delaySeconds) => void (await env.JOBS.send({ jobId }, { delaySeconds })) },
  }
}

export { PerspectiveObject } from './perspective-object.ts'

export default {
  async fetch(request: Request, env: WorkerEnv, context: ExecutionContext): Promise<Response> {
    const { app, deps } = await house(env)
    const response = await app.fetch(request, env, context)
    context.waitUntil(deps.tally.storeWhenDue())
    return response
  },

  /** Every minute: what is due goes to the queue. Sent twice, a job still runs once: the lease decides. */
  async scheduled(_controller: ScheduledController, env: WorkerEnv): Promise<void> {
    const { deps } = await house(env)
    await seeToKeys(deps)
    await seeToNames(deps)
    const ids = await takeForQueue(deps, jobsPerMinute)
    for (let start = 0; start < ids.length; start += 100) {
      await env.JOBS.sendBatch(ids.slice(start, start + 100).map((jobId) => ({ body: { jobId } })))
    }
  },

  /** A failed job has its next time in the table, so its message is done with either way. */
  async queue(batch: MessageBatch<JobMessage>, env: WorkerEnv): Promise<void> {
    const { deps } = await house(env)
    const doers = handlers(deps)
    for (const message of batch.messages) {
      const { failed } = await runJobs(deps, doers, { id: message.body.jobId })
      for (const { job, error } of failed) {
        console.error(JSON.stringify({ job: job.id, kind: job.kind, error: faultOf(error) }))
      }
      message.ack()
    }
  },
}
