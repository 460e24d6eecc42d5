import { mkdtemp, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const gigabyte = 1_073_741_824

/**
 * A folder of a test's own. Linux has one in memory, where a commit waits for no disk: what a test asks of a database is
 * the same there. Containers often give it too little room, and other systems have none.
 */
export async function scratchFolder(name: string): Promise<string> {
  return await mkdtemp(join((await hasRoom()) ? memory : tmpdir(), `veramarca-${name}-`))
}

async function hasRoom(): Promise<boolean> {
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }))
  return bavail * bsize >= gigabyte
}
