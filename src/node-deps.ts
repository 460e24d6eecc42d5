import { closeSync, mkdirSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openFileSigner } from '#badges/keys/file-signer.ts'
import { createRaster } from '#badges/picture/raster.ts'
import { createSigner } from '#badges/keys/signer.ts'
import { systemClock } from '#base/clock.ts'
import { addressInHeader, type ClientAddress } from '#base/client-address.ts'
import type { Deps } from '#base/deps.ts'
import type { Mailer } from '#base/mailer.ts'
import { systemRandom } from '#base/random.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { createTally } from '#tallies/tally.ts'
import { createNodeNet } from '#net/node-net.ts'
import { createApiMailer } from '#mail/api.ts'
import { createSmtpMailer } from '#mail/smtp.ts'
import type { Config, MailConfig } from './config.ts'

/** The house's root: one step up from `src/` and from the built `.build/` alike. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Opens all that the house stands on, on Node: the database at its newest schema, the key, the outside world. */
export async function nodeDeps(config: Config): Promise<Deps> {
  const file = databaseFile(config.databaseUrl)
  if (file !== null) makeDatabaseFile(file)
  const clock = systemClock(config.clockOffsetSeconds)
  const signer =
    config.signingKeys === undefined
      ? await openFileSigner(keyFileOf(config), clock)
      : await createSigner(config.signingKeys, clock)
  const db = await openDatabase({
    url: config.databaseUrl,
    authToken: config.databaseAuthToken,
  })
  await migrateDatabase(db, join(root, 'drizzle'))
  return {
    db,
    tally: createTally({ db, clock }),
    net: createNodeNet(config),
    clock,
    random: systemRandom,
    signer,
    raster: createRaster(readEngine),
    site: { publicUrl: config.publicUrl, atHome: config.atHome },
    credentials: config.credentials,
    queue: null,
    mailer: config.mail === null ? null : mailerOf(config.mail),
    clientAddress:
      config.clientAddressHeader === undefined ? socketAddress : addressInHeader(config.clientAddressHeader),
  }
}

function mailerOf(mail: MailConfig): Mailer {
  // oxlint-disable-next-line no-restricted-globals -- This is the door.
  return mail.by === 'smtp' ? createSmtpMailer(mail) : createApiMailer({ ...mail, fetch })
}

/** Who holds the other end of the connection. */
const socketAddress: ClientAddress = (_, door) => {
  const incoming = isObject(door) ? door['incoming'] : undefined
  const socket = isObject(incoming) ? incoming['socket'] : undefined
  const address = isObject(socket) ? socket['remoteAddress'] : undefined
  return typeof address === 'string' ? address : null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** What turns pictures into pixels. */
export async function readEngine(): Promise<Uint8Array<ArrayBuffer>> {
  return await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')))
}

/** The embedded file's path, or null when the database is a server. */
function databaseFile(url: string): string | null {
  if (!url.startsWith('file:')) return null
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
}

/** A fresh one is its owner's alone, as are the files that SQLite puts beside it: it holds e-mail addresses. */
function makeDatabaseFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  if (!file.startsWith(':')) closeSync(openSync(file, 'a', 0o600))
}

/** Where the signing keys are when they are no secret of the environment. */
export function keyFileOf(config: Pick<Config, 'databaseUrl'>): string {
  const file = databaseFile(config.databaseUrl)
  if (file !== null) return join(dirname(file), 'signing-keys.json')
  throw new Error('SIGNING_KEYS must be set: there is no file database for the key to stand beside')
}
