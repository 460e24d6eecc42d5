import { inject } from 'vitest'
import { readEngine } from '#node-deps.ts'
import { createRaster } from '#badges/picture/raster.ts'
import type { Db } from '#db/open.ts'
import { openFile } from './open-file.ts'

export const door = 'node'

export const raster = createRaster(readEngine)

/** A fresh migrated embedded file. */
export async function openTestDatabase(): Promise<Db> {
  return (await openFile(inject('templateFile'))).db
}
