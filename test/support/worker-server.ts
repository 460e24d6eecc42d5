import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { inject } from 'vitest'
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from 'wrangler'
import type { Carrier } from './carry.ts'

export type RunningWorker = {
  readonly url: string
  /** The minute of the cron trigger has come. */
  tick(): Promise<void>
  stop(): Promise<void>
}

/** The Worker as it is deployed, in workerd: the built bundle under the settings of wrangler.toml. */
export async function startWorker(
  port: number,
  vars: Readonly<Record<string, string>>,
  { carry }: Carrier,
): Promise<RunningWorker> {
  const { workerOptions } = workerOptionsOf('wrangler.toml')
  const { modulesRules: _rules, ...settings } = workerOptions
  const url = `http://localhost:${port}`
  const bundle = inject('workerBundle')
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      log: new Log(LogLevel.WARN),
      workers: [
        {
          ...settings,
          name: 'veramarca',
          modules: [{ type: 'ESModule', path: join(bundle, 'worker.js') }, ...enginesOf(bundle)],
          modulesRoot: bundle,
          bindings: { ...vars, PUBLIC_URL: url },
          outboundService: { node: carry },
        },
      ],
    }),
  )
  await miniflare.ready
  return {
    url,
    async tick() {
      const worker = await miniflare.getWorker()
      const { outcome } = await worker.scheduled({ cron: '* * * * *' })
      if (outcome !== 'ok') throw new Error(`The cron trigger ended with ${outcome}`)
    },
    stop: () => miniflare.dispose(),
  }
}

/** WebAssembly that was put beside the script, as a deployment uploads it. */
function enginesOf(bundle: string) {
  const files = readdirSync(bundle).filter((file) => file.endsWith('.wasm'))
  return files.map((file) => ({ type: 'CompiledWasm' as const, path: join(bundle, file) }))
}
