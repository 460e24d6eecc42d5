import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { scratchFolder } from './scratch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty embedded file: copied for each test. */
    templateFile: string
  }
}

/** Migrations run once for all tests; each copies what they left. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await scratchFolder('template')
  const templateFile = join(folder, 'template.db')
  const db = await openDatabase({ url: `file:${templateFile}` })
  await migrateDatabase(db, 'drizzle')
  await db.client.execute('pragma wal_checkpoint(truncate)')
  db.close()
  project.provide('templateFile', templateFile)
  return async () => await rm(folder, { recursive: true, force: true })
}
