import { stat } from 'node:fs/promises'
import type { Clock } from '#base/clock.ts'
import type { Signer } from '#base/signer.ts'
import { needKeyFile, publishNextKey, readOrMakeKeyFile } from './key-file.ts'
import { openKeys, signerOver } from './signer.ts'

/**
 * The signer over a key file, made when there is none. `current()` reads a file that was changed meanwhile; one that
 * cannot be used then is a fault, so that nothing is signed by a key which may have been revoked in it.
 */
export async function openFileSigner(path: string, clock: Clock): Promise<Signer> {
  await readOrMakeKeyFile(path, clock)
  await publishNextKey(path, clock)
  let mark = await markOf(path)
  let held = await openKeys(await needKeyFile(path))
  return signerOver(
    clock,
    () => held,
    async () => {
      const seen = await markOf(path)
      if (seen === mark) return
      held = await openKeys(await needKeyFile(path))
      mark = seen
    },
  )
}

/** Another file, another length or another time of writing: another mark. */
async function markOf(path: string): Promise<string> {
  const { ino, size, mtimeNs } = await stat(path, { bigint: true })
  return `${ino} ${size} ${mtimeNs}`
}
