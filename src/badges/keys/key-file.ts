import { randomUUID } from 'node:crypto'
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { minute, systemClock, type Clock } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import { withNextKey } from './rotate-keys.ts'
import { generateSigningKeys } from './signer.ts'

/** A lock is held for milliseconds; one that is older was left by a crash. */
const lockLeft = minute

/** The signing keys kept at this path, made when there are none; processes starting together get the same keys. */
export async function readOrMakeKeyFile(path: string, clock: Clock = systemClock()): Promise<string> {
  const there = await readKeyFile(path)
  if (there !== null) return there
  await makeKeyFile(path, clock)
  return await needKeyFile(path)
}

/** @throws Error when it is not there or others can read it. */
export async function needKeyFile(path: string): Promise<string> {
  const text = await readKeyFile(path)
  if (text === null) throw new Error(`The key file ${path} is gone.`)
  return text
}

/** A file of before next keys gets one. Where it cannot be written, or somebody is at it, it stays as it is. */
export async function publishNextKey(path: string, clock: Clock): Promise<void> {
  const change = async (text: string) => await withNextKey(text, clock.now(), lifetimes.keyKnown)
  const text = await needKeyFile(path)
  if ((await change(text)) === text) return
  await changeKeyFile(path, change).catch((error: unknown) => {
    if (!['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(String(codeOf(error)))) throw error
  })
}

/**
 * Replaces the file by what `change` makes of it, whole and for its owner alone, or leaves it as it is.
 * @throws an error of code EBUSY while another process is changing it.
 */
export async function changeKeyFile(path: string, change: (text: string) => Promise<string>): Promise<void> {
  const lock = `${path}.lock`
  const draft = `${path}.${randomUUID()}`
  await takeLock(lock)
  try {
    const before = await needKeyFile(path)
    const after = await change(before)
    if (after === before) return
    await writeWhole(draft, after)
    await rename(draft, path)
    await syncFolder(path)
  } finally {
    await rm(draft, { force: true })
    await rm(lock, { force: true })
  }
}

async function takeLock(lock: string): Promise<void> {
  const take = async () => await (await open(lock, 'wx', 0o600)).close()
  try {
    await take()
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    const held = await stat(lock).catch(() => null)
    // Files have the machine's time, not the house's.
    if (held !== null && systemClock().now() - held.mtimeMs < lockLeft) {
      throw Object.assign(new Error(`Another process is changing the signing keys: ${lock} is there.`), {
        code: 'EBUSY',
      })
    }
    await rm(lock, { force: true })
    await take()
  }
}

/** Null when there is none. The handle that was judged is the one that is read. */
async function readKeyFile(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (file === null) return null
  try {
    const { mode } = await file.stat()
    if ((mode & 0o077) !== 0) {
      throw new Error(`The key file ${path} can be read by others. Make it yours alone: chmod 600 ${path}`)
    }
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

/** A link appears whole and fails when the name is taken, so nobody reads half a key and the first one stays. */
async function makeKeyFile(path: string, clock: Clock): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  try {
    await writeWhole(draft, await generateSigningKeys(clock.now()))
    await link(draft, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Without it a crash could bring the name's earlier file back. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
