import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openDatabase, type Db } from '#db/open.ts'

export const door = 'node'

/** A fresh migrated embedded file. */
export async function openTestDatabase(): Promise<Db> {
  const folder = await mkdtemp(join(tmpdir(), 'veramarca-test-'))
  const file = join(folder, 'test.db')
  await copyFile(inject('templateFile'), file)
  const db = await openDatabase({ url: `file:${file}` })
  return {
    ...db,
    close() {
      db.close()
      void rm(folder, { recursive: true, force: true })
    },
  }
}
