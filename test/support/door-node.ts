import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { readEngine } from '#node-deps.ts'
import { createRaster } from '#badges/picture/raster.ts'
import { openDatabase, type Db } from '#db/open.ts'

export const door = 'node'

export const raster = createRaster(readEngine)

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
