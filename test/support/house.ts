import { base64 } from '@scure/base'
import { onTestFinished } from 'vitest'
import { openTestDatabase } from '#test-door'
import { createApp } from '#app.ts'
import { createOrganisation } from '#auth/create-organisation.ts'
import { createSigner } from '#badges/keys/signer.ts'
import type { Deps } from '#base/deps.ts'
import { addressInHeader } from '#base/client-address.ts'
import type { Letter, Mailer } from '#base/mailer.ts'
import type { Raster } from '#base/raster.ts'
import type { Site } from '#base/site.ts'
import { runJobs, type Ran } from '#jobs/run.ts'
import { handlers } from '#work.ts'
import { testKeys } from './keys.ts'
import { seededRandom } from './random.ts'
import { createTally } from '#tallies/tally.ts'
import { createWorld, type World } from './world.ts'

/** Sunday, 2026-03-01 12:00 UTC. */
export const noon = Date.UTC(2026, 2, 1, 12)
export const publicUrl = 'http://localhost:8787'

export type Answered = {
  readonly status: number
  readonly headers: Headers
  /** Tests say what they expect of it. */
  // oxlint-disable-next-line no-explicit-any
  readonly body: any
  readonly text: string
}

export type Owner = {
  readonly organisationId: string
  readonly key: string
  post(path: string, body?: unknown): Promise<Answered>
  get(path: string): Promise<Answered>
  patch(path: string, body: unknown): Promise<Answered>
  delete(path: string): Promise<Answered>
}

/** What was given to the queue. */
export type Sent = { readonly jobId: string; readonly delaySeconds: number; readonly at: number }

export type House = {
  readonly deps: Deps
  readonly world: World
  readonly sent: readonly Sent[]
  /** Mail that has left, oldest first. */
  readonly letters: readonly Letter[]
  ask(path: string, init?: RequestInit): Promise<Answered>
  /** The answer as it comes, for what is no text. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  owner(name?: string): Promise<Owner>
  /** Whoever has this key. */
  holder(key: string): Omit<Owner, 'organisationId' | 'key'>
  /** Moves the frozen clock forward, in milliseconds. */
  pass(milliseconds: number): void
  /** Does what is due now, once. */
  work(): Promise<Ran>
}

/** Draws a single pixel: most tests have work done that draws badges, and never look at them. */
const blank: Raster = {
  png: async () =>
    base64.decode(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    ),
}

/** One test's own house: its database, its scripted world, its frozen clock. Closed when the test ends. */
export async function openHouse(
  site: Site = { publicUrl, atHome: true },
  raster: Raster = blank,
  otherMailer?: Mailer | null,
): Promise<House> {
  const db = await openTestDatabase()
  onTestFinished(() => db.close())
  const world = createWorld()
  let now = noon
  const sent: Sent[] = []
  const letters: Letter[] = []
  const kept: Mailer = {
    async send(letter) {
      letters.push(letter)
      return 'sent'
    },
  }
  const clock = { now: () => now }
  const deps: Deps = {
    db,
    net: world.net,
    clock,
    tally: createTally({ db, clock }),
    random: seededRandom(1),
    signer: await createSigner(testKeys),
    site,
    raster,
    credentials: {},
    mailer: otherMailer === undefined ? kept : otherMailer,
    clientAddress: addressInHeader('cf-connecting-ip'),
    queue: {
      send: async (jobId, delaySeconds) => void sent.push({ jobId, delaySeconds, at: now }),
    },
  }
  const app = createApp(deps)
  const holder = (key: string) => {
    const authorization = `Bearer ${key}`
    const send = (method: string) => async (path: string, body?: unknown) =>
      await ask(path, {
        method,
        headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    return { post: send('POST'), get: send('GET'), patch: send('PATCH'), delete: send('DELETE') }
  }
  const fetch = async (path: string, init?: RequestInit) =>
    await app.request(`${site.publicUrl}${path}`, init)
  const ask = async (path: string, init?: RequestInit): Promise<Answered> => {
    const response = await fetch(path, init)
    const text = new TextDecoder().decode(await response.arrayBuffer())
    const isJson = text !== '' && response.headers.get('content-type')?.includes('json') === true
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : null,
      text,
    }
  }
  return {
    deps,
    world,
    sent,
    letters,
    ask,
    fetch,
    holder,
    pass: (milliseconds) => void (now += milliseconds),
    work: () => runJobs(deps, handlers(deps), { limit: 1_000 }),
    async owner(name = 'Acme Ltd') {
      const { organisationId, key } = await createOrganisation(deps, { name, email: 'web@acme.example' })
      return { organisationId, key, ...holder(key) }
    },
  }
}
