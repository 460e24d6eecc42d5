import { randomUUID } from 'node:crypto'
import { link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { generateSigningKeys } from './signer.ts'

/** The signing keys kept at this path, made when there are none; processes starting together get the same keys. */
export async function readOrMakeKeyFile(path: string): Promise<string> {
  const there = await readKeyFile(path)
  if (there !== null) return there
  await makeKeyFile(path)
  const made = await readKeyFile(path)
  if (made === null) throw new Error(`The key file ${path} was removed while it was being made.`)
  return made
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
async function makeKeyFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(await generateSigningKeys())
      await file.sync()
    } finally {
      await file.close()
    }
    await link(draft, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
