import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase, type Db } from '#db/open.ts'
import { scratchFolder } from './scratch.ts'

/** A copy of a migrated embedded file, alone in a folder that goes when it is closed. */
export async function openFile(template: string): Promise<{ readonly db: Db; readonly folder: string }> {
  const folder = await scratchFolder('test')
  const file = join(folder, 'test.db')
  await copyFile(template, file)
  const db = await openDatabase({ url: `file:${file}` })
  const close = () => {
    db.close()
    void rm(folder, { recursive: true, force: true })
  }
  return { db: { ...db, close }, folder }
}
